/**
 * Notes that are being written: going to another note or another screen loses nothing of what was typed.
 * `DraftKeeper` keeps them in the console.
 */
import type { KeptDraft, NoteFields } from "../../shared/domain/kept-draft.ts";
import type { SeenNote } from "../../shared/domain/note.ts";
import { emptyFields, fieldsOf, sameFields } from "./note-draft.ts";

/** Which note is written: the id of a saved one, or `new`. */
export type DraftKey = string;
export const newNote: DraftKey = "new";

export interface OpenDraft {
  readonly fields: NoteFields;
  /** The fields as they were saved, or as the empty note started. */
  readonly saved: NoteFields;
  /** The wording that this draft replaces; null for a new note. */
  readonly revision: number | null;
  /** The wording that somebody else saved meanwhile; null where there is none. */
  readonly conflict: SeenNote | null;
}

export class DraftStore {
  #drafts: ReadonlyMap<DraftKey, OpenDraft> = new Map();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All open drafts; the same map as long as nothing changes. */
  readonly drafts = (): ReadonlyMap<DraftKey, OpenDraft> => this.#drafts;

  /** Takes up what was kept before this page was opened. */
  restore(kept: readonly KeptDraft[]): void {
    const drafts = new Map(this.#drafts);
    for (const { key, fields, saved, revision } of kept) {
      if (!drafts.has(key)) drafts.set(key, { fields, saved, revision, conflict: null });
    }
    this.#publish(drafts);
  }

  /** Starts a new note; one that is already being written is kept. */
  start(fields: Partial<NoteFields>): void {
    if (this.#drafts.has(newNote)) return;
    const start = { ...emptyFields, ...fields };
    this.#set(newNote, { fields: start, saved: start, revision: null, conflict: null });
  }

  /** Starts to reword a saved note; where that is under way already, it is kept. */
  edit(note: SeenNote): void {
    if (this.#drafts.has(note.id)) return;
    const fields = fieldsOf(note);
    this.#set(note.id, { fields, saved: fields, revision: note.revision, conflict: null });
  }

  change(key: DraftKey, change: Partial<NoteFields>): void {
    const draft = this.#drafts.get(key);
    if (draft !== undefined) this.#set(key, { ...draft, fields: { ...draft.fields, ...change } });
  }

  /** Keeps what is being written beside what somebody else saved meanwhile. */
  conflict(key: DraftKey, theirs: SeenNote): void {
    const draft = this.#drafts.get(key);
    if (draft !== undefined) this.#set(key, { ...draft, conflict: theirs });
  }

  /** From here on the draft replaces the wording that somebody else saved. */
  replaceTheirs(key: DraftKey): void {
    const draft = this.#drafts.get(key);
    if (draft?.conflict == null) return;
    const { revision } = draft.conflict;
    this.#set(key, { ...draft, saved: fieldsOf(draft.conflict), revision, conflict: null });
  }

  /** Ends a draft: it was saved, or is not wanted any more. */
  close(key: DraftKey): void {
    const drafts = new Map(this.#drafts);
    drafts.delete(key);
    this.#publish(drafts);
  }

  #set(key: DraftKey, draft: OpenDraft): void {
    this.#publish(new Map(this.#drafts).set(key, draft));
  }

  #publish(drafts: ReadonlyMap<DraftKey, OpenDraft>): void {
    this.#drafts = drafts;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether closing the draft would lose something. */
export function isUnsaved(draft: OpenDraft): boolean {
  return !sameFields(draft.fields, draft.saved);
}
