/** A note that is being written, as the store keeps it between two keystrokes. */
import { z } from "zod";
import { noteKinds, noteVisibilities, principleSchema } from "./note.ts";

/** What has been filled in so far; it may still lack what a saved note must have. */
export const noteFieldsSchema = z.object({
  agentId: z.string().max(128).nullable(),
  /** As it was typed: a ticket or a case number; empty where the note is about no case. */
  caseId: z.string().max(256),
  replyId: z.string().max(256).nullable(),
  momentAtMs: z.number().nullable(),
  principle: principleSchema.nullable(),
  kind: z.enum(noteKinds),
  visibility: z.enum(noteVisibilities),
  /** Longer than any note may be: what is too long is said, not cut. */
  text: z.string().max(200_000),
});
export type NoteFields = z.infer<typeof noteFieldsSchema>;

export const keptDraftSchema = z.object({
  /** The id of the note that is reworded, or `new`. */
  key: z.string().min(1).max(128),
  fields: noteFieldsSchema,
  /** The fields as they were saved, or as the empty note started. */
  saved: noteFieldsSchema,
  /** The wording that this draft replaces; null for a new note. */
  revision: z.number().nullable(),
});
export type KeptDraft = z.infer<typeof keptDraftSchema>;
