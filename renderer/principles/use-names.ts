/** Names of places and people, where only their keys are known. */
import { useMemo } from "react";
import { useDirectory } from "../client/queries.ts";

/** Gives names for keys; the key itself where the directory knows none. */
export function useNames(): {
  readonly site: (id: string) => string;
  readonly service: (id: string) => string;
} {
  const directory = useDirectory().data;
  return useMemo(() => {
    const namesOf = (list: readonly { readonly id: string; readonly name: string }[] = []) => {
      const names = new Map(list.map(({ id, name }) => [id, name]));
      return (id: string) => names.get(id) ?? id;
    };
    return { site: namesOf(directory?.sites), service: namesOf(directory?.services) };
  }, [directory]);
}
