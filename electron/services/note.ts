/** Coaching notes: write, edit, find, and every earlier wording. Who asks decides what of them is there. */
import { type Actor, authorKey, coaches } from "../../shared/domain/actor.ts";
import type { KeptDraft } from "../../shared/domain/kept-draft.ts";
import type {
  FoundNotes,
  Note,
  NoteAnswer,
  NoteDraft,
  NoteRevision,
  NoteSearch,
  SeenNote,
} from "../../shared/domain/note.ts";
import { mayRead, noteReader, seenBy } from "../../shared/domain/note-reader.ts";
import { Fault } from "../../shared/faults.ts";
import type { NoteStore } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { type LoadStore, noteLoad } from "./note-load.ts";

export interface NoteService {
  find(search: NoteSearch): Promise<FoundNotes<SeenNote>>;
  get(id: string): Promise<SeenNote>;
  create(draft: NoteDraft): Promise<SeenNote>;
  edit(id: string, revision: number, draft: NoteDraft): Promise<SeenNote>;
  follow(id: string, toFollow: boolean): Promise<SeenNote>;
  history(id: string): Promise<NoteRevision[]>;
  answers(id: string): Promise<NoteAnswer[]>;
  drafts(): Promise<KeptDraft[]>;
  keepDraft(draft: KeptDraft): Promise<{ keptAtMs: number }>;
  dropDraft(key: string): Promise<null>;
}

/** Makes the note service. What a reader may not see is not there for them either: `not_found`. */
export function createNotes(
  store: NoteStore & LoadStore,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): NoteService {
  async function readable(id: string): Promise<Note> {
    const note = await store.note(id);
    if (note === undefined || !mayRead(noteReader(access.actor()), note)) {
      throw new Fault("not_found", "The note is not known.", { noteId: id });
    }
    return note;
  }

  async function own(id: string): Promise<Note> {
    const note = await readable(id);
    if (note.authorKey !== authorKey(access.actor())) {
      throw new Fault("forbidden", "Only its author changes a note; nothing was changed.", { noteId: id });
    }
    return note;
  }

  const seen = (note: Note) => seenBy({ authorKey: authorKey(access.actor()) }, note);

  return {
    async find(search) {
      const reader = noteReader(access.actor());
      const { total, notes } = await store.findNotes(search, reader);
      return { total, notes: notes.map((note) => seenBy(reader, note)) };
    },
    get: async (id) => seen(await readable(id)),
    async create(draft) {
      const actor = access.actor();
      refuseOthers(actor, draft.agentId);
      const load = await noteLoad(store, clock, draft);
      return seen(await store.createNote(draft, authorOf(actor), load, clock.nextMs()));
    },
    async edit(id, revision, draft) {
      const actor = access.actor();
      const note = await own(id);
      // Whoever changed teams may still mend what they wrote, but not write about somebody else.
      if (draft.agentId !== note.agentId) refuseOthers(actor, draft.agentId);
      const isSameMoment = draft.momentAtMs === note.momentAtMs && draft.caseId === note.caseId;
      const load = isSameMoment ? note.load : await noteLoad(store, clock, draft);
      return seen(await store.editNote(id, revision, draft, authorOf(actor), load, clock.nextMs()));
    },
    async follow(id, toFollow) {
      await own(id);
      return seen(await store.followNote(id, toFollow));
    },
    async history(id) {
      await readable(id);
      return store.noteHistory(id);
    },
    async answers(id) {
      await readable(id);
      return store.noteAnswers(id);
    },
    drafts: () => store.noteDrafts(authorKey(access.actor())),
    async keepDraft(draft) {
      const keptAtMs = clock.nowMs();
      await store.keepNoteDraft(authorKey(access.actor()), draft, keptAtMs);
      return { keptAtMs };
    },
    async dropDraft(key) {
      await store.dropNoteDraft(authorKey(access.actor()), key);
      return null;
    },
  };
}

function authorOf(actor: Actor) {
  return { author: actor.name, authorKey: authorKey(actor) };
}

function refuseOthers(actor: Actor, agentId: string): void {
  if (coaches(actor, agentId)) return;
  throw new Fault("forbidden", "This agent is not in your team; nothing was saved.", { agentId });
}
