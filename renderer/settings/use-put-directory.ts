import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Directory } from "../../shared/domain/directory.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";

/** Adds or replaces sites and services; what is not given stays as it is. */
export function usePutDirectory() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Directory>) =>
      client.directory.put({ sites: [], services: [], roster: [], ...change }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKey("directory") }),
  });
}
