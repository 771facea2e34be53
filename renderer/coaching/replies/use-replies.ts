/** What the reply studio asks, and what it changes. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReplySearch } from "../../../shared/contract/reply.ts";
import type { ReplyTemplateDraft } from "../../../shared/domain/reply.ts";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";

/** Stays undefined for who may read no reply. */
export function useReplyList(search: ReplySearch) {
  const client = useClient();
  const isAllowed = useMay()("reply", "list");
  return useQuery({
    queryKey: queryKey("reply", "list", search),
    queryFn: () => client.reply.list(search),
    placeholderData: keepPreviousData,
    enabled: isAllowed,
  });
}

export function useReply(id: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("reply", "get", id),
    queryFn: () => client.reply.get({ id: id ?? "" }),
    enabled: id !== null,
  });
}

export function useReplyFigures(serviceId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("reply", "figures", serviceId),
    queryFn: () => client.reply.figures({ serviceId }),
    placeholderData: keepPreviousData,
  });
}

export function useReplyTemplates() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("reply", "templates"), queryFn: () => client.reply.templates() });
}

/** Saves a standard text (`id` null: a new one). */
export function usePutTemplate(onSaved: (name: string) => void) {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly id: string | null; readonly draft: ReplyTemplateDraft }) =>
      client.reply.putTemplate(input),
    onSuccess: async ({ name }) => {
      onSaved(name);
      await cache.invalidateQueries({ queryKey: queryKey("reply") });
    },
  });
}

export function useRetireTemplate(onRetired: () => void) {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.reply.retireTemplate({ id }),
    onSuccess: async () => {
      onRetired();
      await cache.invalidateQueries({ queryKey: queryKey("reply") });
    },
  });
}
