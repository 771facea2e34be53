/** One's own record: reading it, answering, taking it away. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OwnNote } from "../../shared/domain/own-record.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";

const notesKey = queryKey("note", "mine");

export function useOwnNotes() {
  const client = useClient();
  return useQuery({ queryKey: notesKey, queryFn: () => client.mine.notes() });
}

export function useOwnFigures() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("person", "own-figures"), queryFn: () => client.mine.figures() });
}

export function useOwnViews() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("audit", "mine"), queryFn: () => client.mine.views() });
}

export function useAcknowledge() {
  const client = useClient();
  const put = usePutNote();
  return useMutation({ mutationFn: (id: string) => client.mine.acknowledge({ id }), onSuccess: put });
}

export function useAnswer() {
  const client = useClient();
  const put = usePutNote();
  return useMutation({
    mutationFn: (answer: { readonly id: string; readonly text: string }) => client.mine.answer(answer),
    onSuccess: put,
  });
}

function usePutNote() {
  const cache = useQueryClient();
  return (note: OwnNote) =>
    cache.setQueryData<OwnNote[]>(notesKey, (notes) =>
      notes?.map((one) => (one.id === note.id ? note : one)),
    );
}
