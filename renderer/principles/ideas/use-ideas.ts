/** Ideas and questions, and what can be done with them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Idea, IdeaDraft, IdeaMove } from "../../../shared/domain/idea.ts";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";
import { showToast } from "../../ui/toast.tsx";

const listKey = queryKey("idea", "list");

export function useIdeas() {
  const client = useClient();
  return useQuery({ queryKey: listKey, queryFn: () => client.idea.list() });
}

/** The figure before and after; asked again when the idea, or the trial, changes. */
export function useIdeaEffect({ id, trial }: Idea) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("idea", "effect", id, trial),
    queryFn: () => client.idea.effect({ id }),
    enabled: trial !== null,
  });
}

export function useProposeIdea() {
  const client = useClient();
  const keep = useKeep();
  return useMutation({ mutationFn: (draft: IdeaDraft) => client.idea.propose(draft), onSuccess: keep });
}

export function useCommentIdea() {
  const client = useClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (comment: { id: string; text: string }) => client.idea.comment(comment),
    onSuccess: keep,
  });
}

export function useMoveIdea() {
  const { t } = useLingui();
  const client = useClient();
  const keep = useKeep();
  return useMutation({
    mutationFn: (change: { id: string; move: IdeaMove }) => client.idea.move(change),
    onSuccess: async (idea) => {
      showToast({ title: t`Décision enregistrée : ${idea.title}` });
      await keep();
    },
  });
}

function useKeep() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: listKey });
}
