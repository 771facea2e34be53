/** Coaching notes: write, edit, find, and every earlier wording. */
import type { Note, NoteDraft, NoteRevision, NoteSearch } from "../../shared/domain/note.ts";
import { Fault } from "../../shared/faults.ts";
import type { NoteStore } from "../store/store.ts";
import type { Clock } from "./clock.ts";

export interface NoteService {
  find(search: NoteSearch): Promise<{ total: number; notes: Note[] }>;
  get(id: string): Promise<Note>;
  create(draft: NoteDraft): Promise<Note>;
  edit(id: string, revision: number, draft: NoteDraft): Promise<Note>;
  history(id: string): Promise<NoteRevision[]>;
}

/** Makes the note service; `operator` names the author. */
export function createNotes(store: NoteStore, clock: Clock, operator: () => string): NoteService {
  return {
    find: (search) => store.findNotes(search),
    async get(id) {
      const note = await store.note(id);
      if (note === undefined) throw new Fault("not_found", "The note is not known.", { noteId: id });
      return note;
    },
    create: (draft) => store.createNote(draft, operator(), clock.nextMs()),
    edit: (id, revision, draft) => store.editNote(id, revision, draft, operator(), clock.nextMs()),
    history: (id) => store.noteHistory(id),
  };
}
