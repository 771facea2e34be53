/** What a team lead writes for one agent, kept with every earlier wording. */
import { z } from "zod";

export const noteKinds = ["praise", "observation", "agreed_step"] as const;
export const noteVisibilities = ["author", "team_leads", "shared"] as const;

/** The seven principles of a good citizen service, in the house's order. */
export const principles = [
  "one_team",
  "service_knowledge",
  "sharing_ideas",
  "every_second",
  "honesty",
  "empathy",
  "no_canned_answers",
] as const;
export const principleSchema = z.enum(principles);
export type Principle = z.infer<typeof principleSchema>;

/** The longest text that is saved as a note. */
export const longestNote = 20_000;

/** What a person fills in. */
export const noteDraftSchema = z.object({
  agentId: z.string().min(1).max(128),
  /** The case it is about; null where it is about none. */
  caseId: z.string().min(1).max(128).nullable(),
  /** The event of the sent reply it is about; null where it is about none. */
  replyId: z.string().min(1).max(256).nullable(),
  /** The moment it is about, where a person named one; null where none was named. */
  momentAtMs: z.number().nullable(),
  principle: principleSchema.nullable(),
  kind: z.enum(noteKinds),
  visibility: z.enum(noteVisibilities),
  /** Plain text in Markdown; raw HTML is shown as text. */
  text: z.string().trim().min(1).max(longestNote),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

/** How busy the floor was at the moment that a note is about, kept with the note. */
export const noteLoadSchema = z.object({
  atMs: z.number(),
  /** The site that was looked at; null: all of them. */
  siteId: z.string().nullable(),
  /** How many waited. */
  waiting: z.number(),
  /** Null where nobody waited, or where it is not known. */
  longestWaitSeconds: z.number().nullable(),
  /** Agents who served the public. */
  agentsOn: z.number(),
});
export type NoteLoad = z.infer<typeof noteLoadSchema>;

/** Who wrote something: the name that is shown, and the key under which it is theirs. */
export interface NoteAuthor {
  readonly author: string;
  readonly authorKey: string;
}

export const noteSchema = noteDraftSchema.extend({
  id: z.string(),
  author: z.string(),
  authorKey: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  /** 1 for the first wording; grows by one with each edit. */
  revision: z.number(),
  /** Null where the note is about no moment. */
  load: noteLoadSchema.nullable(),
  /** Whether its author wants to come back to it. */
  toFollow: z.boolean(),
  /** When the agent said that they had read it; null before. */
  acknowledgedAtMs: z.number().nullable(),
  /** How often the agent answered. */
  answerCount: z.number(),
});
export type Note = z.infer<typeof noteSchema>;

/** A note as one reader sees it. */
export const seenNoteSchema = noteSchema.omit({ authorKey: true }).extend({
  /** Whether the reader wrote it, and may change it. */
  isOwn: z.boolean(),
});
export type SeenNote = z.infer<typeof seenNoteSchema>;

/** What an agent answered to a note that was shared with them. */
export const noteAnswerSchema = z.object({ author: z.string(), atMs: z.number(), text: z.string() });
export type NoteAnswer = z.infer<typeof noteAnswerSchema>;

/** An earlier wording of a note. */
export const noteRevisionSchema = z.object({
  revision: z.number(),
  text: z.string(),
  author: z.string(),
  atMs: z.number(),
});
export type NoteRevision = z.infer<typeof noteRevisionSchema>;

export const noteSearchSchema = z.object({
  /**
   * Words to find, all of them, accents, case and plurals ignored, last one as a prefix; empty: all notes.
   */
  text: z.string().max(200),
  agentId: z.string().nullable(),
  principle: principleSchema.nullable(),
  kind: z.enum(noteKinds).nullable(),
  visibility: z.enum(noteVisibilities).nullable(),
  /** Written at or after; null: since ever. */
  fromMs: z.number().nullable(),
  /** Written before; null: until now. */
  toMs: z.number().nullable(),
  /** Only those that their author wants to come back to. */
  toFollow: z.boolean(),
});
export type NoteSearch = z.infer<typeof noteSearchSchema>;

/** All notes. */
export const everyNote: NoteSearch = {
  text: "",
  agentId: null,
  principle: null,
  kind: null,
  visibility: null,
  fromMs: null,
  toMs: null,
  toFollow: false,
};

/** Found notes are counted up to here. */
export const mostNotesCounted = 1_000;

/** What a search found, newest first. */
export interface FoundNotes<N> {
  /** At most `mostNotesCounted`; there may be more where it is that many. */
  readonly total: number;
  readonly notes: N[];
}
