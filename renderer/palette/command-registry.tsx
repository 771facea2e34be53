import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import type { CommandSearch } from "./command.ts";

/** What can be done now: each part of the page that is on screen adds its own. */
export interface CommandRegistry {
  readonly add: (search: CommandSearch) => () => void;
  /** Commands for what was typed, of every part that is on screen. */
  readonly find: CommandSearch;
}

const RegistryContext = createContext<CommandRegistry | null>(null);

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo((): CommandRegistry => {
    const searches = new Set<CommandSearch>();
    return {
      add(search) {
        searches.add(search);
        return () => {
          searches.delete(search);
        };
      },
      find: (query) => [...searches].flatMap((search) => search(query)),
    };
  }, []);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error("No CommandProvider above this component.");
  return registry;
}

/** Adds commands to the palette for as long as the component is on screen. */
export function useCommands(search: CommandSearch): void {
  const { add } = useCommandRegistry();
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => add((query) => latest.current(query)), [add]);
}
