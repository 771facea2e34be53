/** A reply that was sent to a citizen, the standard texts of the house, and what is said of the two. */
import { z } from "zod";
import { keySchema } from "./event.ts";

/** A month of a service, or a service of a month, with fewer replies is never shown: it would tell of one person. */
export const leastRepliesShown = 5;

export interface Reply {
  /** Names the event that told of it. */
  readonly id: string;
  /** In the order in which the log got them. */
  readonly number: number;
  readonly caseId: string;
  readonly serviceId: string;
  /** Null where the feed does not say who wrote it. */
  readonly agentId: string | null;
  readonly atMs: number;
  /** Without who is named in it. */
  readonly text: string;
}

export const replyLanguages = ["fr", "en"] as const;
export const replyLanguageSchema = z.enum(replyLanguages);
export type ReplyLanguage = z.infer<typeof replyLanguageSchema>;

/** What a team lead enters. */
export const replyTemplateDraftSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** Null: for every service. */
  serviceId: keySchema.nullable(),
  language: replyLanguageSchema,
  /** What is filled in stands in braces: {date}. */
  text: z.string().trim().min(1).max(20_000),
});
export type ReplyTemplateDraft = z.infer<typeof replyTemplateDraftSchema>;

export const replyTemplateSchema = replyTemplateDraftSchema.extend({
  id: z.string(),
  /** 1 for the first wording; grows by one with each change. Earlier wordings still count as standard text. */
  version: z.number(),
  changedAtMs: z.number(),
  changedBy: z.string(),
  /** Null while it is in use. */
  retiredAtMs: z.number().nullable(),
});
export type ReplyTemplate = z.infer<typeof replyTemplateSchema>;

/** How the reply begins: with a name, with a formal address without one, with a greeting only, or with none. */
export const addressings = ["by_name", "formal", "greeting", "none"] as const;
export const referenceKinds = ["date", "deadline", "number", "document", "service"] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

const placeSchema = z.object({
  /** In UTF-16 units of the text; `end` is exclusive. */
  start: z.number(),
  end: z.number(),
});
export type Place = z.infer<typeof placeSchema>;

export const passageSchema = placeSchema.extend({
  words: z.number(),
  /** Where else it stands: the standard text, or the earlier reply. */
  from: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("template"), templateId: z.string(), version: z.number() }),
    z.object({ kind: z.literal("reply"), replyId: z.string() }),
  ]),
});
export type Passage = z.infer<typeof passageSchema>;

export const referenceSchema = placeSchema.extend({ kind: z.enum(referenceKinds) });
export type Reference = z.infer<typeof referenceSchema>;

export const replyAnalysisSchema = z.object({
  language: replyLanguageSchema,
  wordCount: z.number(),
  /** Words in passages that stand in a standard text or in an earlier reply to somebody else. */
  standingWordCount: z.number(),
  /** 1 − standing ÷ all words; null for a text without words. */
  personalShare: z.number().nullable(),
  /** In the order of the text, not overlapping. */
  passages: z.array(passageSchema),
  addressing: z.enum(addressings),
  /** What in the reply's own words speaks of this one case. */
  references: z.array(referenceSchema),
});
export type ReplyAnalysis = z.infer<typeof replyAnalysisSchema>;

/** What the share means, for answers and exports. */
export const personalShareDefinition =
  "1 − words in passages of five words and more that also stand in a standard text or in an earlier reply to another case, ÷ all words; median over replies; fewer than five replies are not shown";
