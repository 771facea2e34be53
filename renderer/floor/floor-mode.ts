/** Whether things can be done to the floor on this screen, and if not, why. */
import { useLingui } from "@lingui/react/macro";
import { createContext, useContext } from "react";
import { useMay } from "../client/session.ts";

const MutedContext = createContext<string | null>(null);

/** Mutes the actions of the floor below, which is a past one, with a sentence that says so. */
export const MutedProvider = MutedContext.Provider;

/** Why nothing can be done to the floor here: it is a past one. Null where it is the live one. */
export function usePastBecause(): string | null {
  return useContext(MutedContext);
}

/** Why nothing can be done to the floor here: it is a past one, or the role only looks on. Null where it can. */
export function useMutedBecause(): string | null {
  const { t } = useLingui();
  const pastBecause = usePastBecause();
  const mayAct = useMay()("case", "reassign");
  return pastBecause ?? (mayAct ? null : t`Seule la supervision agit sur le plateau.`);
}
