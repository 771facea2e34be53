/** What the store keeps of coaching notes: every wording, answers, and what is still being written. */
import type { HandledLeg } from "../../shared/domain/agent-figures.ts";
import type { KeptDraft } from "../../shared/domain/kept-draft.ts";
import type {
  FoundNotes,
  Note,
  NoteAnswer,
  NoteAuthor,
  NoteDraft,
  NoteLoad,
  NoteRevision,
  NoteSearch,
} from "../../shared/domain/note.ts";
import type { NoteReader } from "../../shared/domain/note-reader.ts";

export interface NoteStore {
  createNote(draft: NoteDraft, author: NoteAuthor, load: NoteLoad | null, atMs: number): Promise<Note>;
  /**
   * Replaces the wording; the earlier one stays in the history.
   *
   * @throws Fault `not_found`, or `case_changed` where another wording was saved since `revision`
   */
  editNote(
    id: string,
    revision: number,
    draft: NoteDraft,
    author: NoteAuthor,
    load: NoteLoad | null,
    atMs: number,
  ): Promise<Note>;
  note(id: string): Promise<Note | undefined>;
  /** Those that the reader may read, newest first, at most 200. */
  findNotes(search: NoteSearch, reader: NoteReader): Promise<FoundNotes<Note>>;
  /** Notes that are shared with an agent, newest first. */
  sharedNotes(agentId: string): Promise<Note[]>;
  noteHistory(id: string): Promise<NoteRevision[]>;
  /** When notes that others than their author may read were written, from an instant on and before another, ascending. */
  noteTimes(fromMs: number, toMs: number): Promise<number[]>;
  /** @throws Fault `not_found` */
  followNote(id: string, toFollow: boolean): Promise<Note>;
  /**
   * Keeps when the agent said that they had read it; a second time changes nothing.
   *
   * @throws Fault `not_found`
   */
  acknowledgeNote(id: string, atMs: number): Promise<Note>;
  /** @throws Fault `not_found` */
  answerNote(id: string, answer: NoteAnswer): Promise<Note>;
  /** In the order in which they were given. */
  noteAnswers(id: string): Promise<NoteAnswer[]>;
  /** What somebody is writing, under the key of an author. */
  noteDrafts(authorKey: string): Promise<KeptDraft[]>;
  /** Replaces what was kept of the same note before; it is on disk when the promise resolves. */
  keepNoteDraft(authorKey: string, draft: KeptDraft, atMs: number): Promise<void>;
  dropNoteDraft(authorKey: string, key: string): Promise<void>;
  /** Legs that arrived in a time and that an agent served. */
  handledLegs(fromMs: number, toMs: number): Promise<HandledLeg[]>;
}
