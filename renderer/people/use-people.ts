/** The people who sign in, and how to change them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Person } from "../../shared/domain/person.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";

export function usePeople() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("person", "list"), queryFn: () => client.person.list() });
}

/** Adds or replaces a person; null leaves the passphrase as it is. */
export function usePutPerson() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: { person: Person; passphrase: string | null }) => client.person.put(change),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKey("person") }),
  });
}
