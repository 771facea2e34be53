/** Finding, reading and saving notes. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { NoteDraft, NoteSearch, SeenNote } from "../../shared/domain/note.ts";
import { useClient } from "../client/client.ts";
import { faultOf, useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { useCoaches } from "../client/session.ts";
import { showToast } from "../ui/toast.tsx";
import type { DraftKey } from "./draft-store.ts";

export function useFoundNotes(search: NoteSearch) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("note", "find", search),
    queryFn: () => client.note.find(search),
    placeholderData: (previous) => previous,
  });
}

export function useNote(id: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("note", "get", id),
    queryFn: () => client.note.get({ id: id ?? "" }),
    enabled: id !== null,
  });
}

export function useNoteHistory(id: string, revision: number) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("note", "history", id, revision),
    queryFn: () => client.note.history({ id }),
  });
}

/** What the agent answered to a note. */
export function useNoteAnswers(note: SeenNote) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("note", "answers", note.id, note.answerCount),
    queryFn: () => client.note.answers({ id: note.id }),
    enabled: note.answerCount > 0,
  });
}

/** Keeps whether the author wants to come back to a note. */
export function useFollowNote() {
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: { readonly id: string; readonly toFollow: boolean }) => client.note.follow(change),
    onSuccess: async (note) => {
      cache.setQueryData(queryKey("note", "get", note.id), note);
      await cache.invalidateQueries({ queryKey: queryKey("note", "find") });
    },
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
}

export interface SaveNote {
  readonly key: DraftKey;
  /** The wording that is replaced; null for a new note. */
  readonly revision: number | null;
  readonly draft: NoteDraft;
}

/** What became of saving: saved, or what somebody else had saved first. */
export type SaveOutcome = { readonly saved: SeenNote } | { readonly theirs: SeenNote };

/** Saves a draft. Where somebody else saved first, nothing is saved and theirs comes back. */
export function useSaveNote() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, revision, draft }: SaveNote): Promise<SaveOutcome> => {
      if (revision === null) return { saved: await client.note.create(draft) };
      try {
        return { saved: await client.note.edit({ id: key, revision, draft }) };
      } catch (error) {
        if (faultOf(error).code !== "case_changed") throw error;
        return { theirs: await client.note.get({ id: key }) };
      }
    },
    onSuccess: async (outcome) => {
      if (!("saved" in outcome)) return;
      cache.setQueryData(queryKey("note", "get", outcome.saved.id), outcome.saved);
      await cache.invalidateQueries({ queryKey: queryKey("note", "find") });
    },
  });
}

export interface KnownAgent {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
}

/** Everyone a note can be about: the agents and the people who can be called in, by name. */
export function useKnownAgents(): readonly KnownAgent[] {
  const directory = useDirectory().data;
  return useMemo(() => {
    const byId = new Map<string, KnownAgent>();
    for (const { agentId, name, siteId } of directory?.roster ?? [])
      byId.set(agentId, { id: agentId, name, siteId });
    for (const { id, name, siteId } of directory?.agents ?? []) byId.set(id, { id, name, siteId });
    return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
  }, [directory]);
}

/** Those of them whom whoever sits there coaches. */
export function useCoachedAgents(): readonly KnownAgent[] {
  const coaches = useCoaches();
  return useKnownAgents().filter(({ id }) => coaches(id));
}

/** The name of an agent; the key where the directory knows none. */
export function useAgentName(): (agentId: string) => string {
  const agents = useKnownAgents();
  const names = useMemo(() => new Map(agents.map(({ id, name }) => [id, name])), [agents]);
  return (agentId) => names.get(agentId) ?? agentId;
}
