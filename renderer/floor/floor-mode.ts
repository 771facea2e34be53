/** Whether things can be done to the floor on this screen, and if not, why. */
import { createContext, useContext } from "react";

const MutedContext = createContext<string | null>(null);

/** Mutes the actions of the floor below, with a sentence that says why. */
export const MutedProvider = MutedContext.Provider;

/** Why nothing can be done to the floor here; null where it can. */
export function useMutedBecause(): string | null {
  return useContext(MutedContext);
}
