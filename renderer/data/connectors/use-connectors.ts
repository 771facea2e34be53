/** The connectors, and what a person may do with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ConnectorView } from "../../../shared/contract/connector.ts";
import type { ConnectorDraft } from "../../../shared/domain/connector.ts";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";

const connectorsKey = queryKey("feed", "connectors");
/** Failures bring no event that would say that something has changed. */
const refreshMs = 5_000;

export function useConnectors() {
  const client = useClient();
  return useQuery({
    queryKey: connectorsKey,
    queryFn: () => client.connector.list(),
    refetchInterval: refreshMs,
  });
}

export function usePutConnector() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: ConnectorDraft) => client.connector.put(draft),
    onSuccess: () => cache.invalidateQueries({ queryKey: connectorsKey }),
  });
}

export function useRemoveConnector() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.connector.remove({ id }),
    onSuccess: (views: ConnectorView[]) => cache.setQueryData(connectorsKey, views),
  });
}

export function useTestConnector() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.connector.test({ id }),
    onSettled: () => cache.invalidateQueries({ queryKey: connectorsKey }),
  });
}
