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

/** What a person fills in. */
export const noteDraftSchema = z.object({
  agentId: z.string().min(1).max(128),
  /** The case it is about; null where it is about none. */
  caseId: z.string().min(1).max(128).nullable(),
  principle: principleSchema.nullable(),
  kind: z.enum(noteKinds),
  visibility: z.enum(noteVisibilities),
  /** Plain text in Markdown; raw HTML is shown as text. */
  text: z.string().trim().min(1).max(20_000),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

export const noteSchema = noteDraftSchema.extend({
  id: z.string(),
  author: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  /** 1 for the first wording; grows by one with each edit. */
  revision: z.number(),
});
export type Note = z.infer<typeof noteSchema>;

/** An earlier wording of a note. */
export const noteRevisionSchema = z.object({
  revision: z.number(),
  text: z.string(),
  author: z.string(),
  atMs: z.number(),
});
export type NoteRevision = z.infer<typeof noteRevisionSchema>;

export const noteSearchSchema = z.object({
  /** Words to find, all of them, accents and case ignored, last one as a prefix; empty: all notes. */
  text: z.string().max(200),
  agentId: z.string().nullable(),
  principle: principleSchema.nullable(),
});
export type NoteSearch = z.infer<typeof noteSearchSchema>;
