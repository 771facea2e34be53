/** Sent replies: how personal they are, and the standard texts of the house. */
import { z } from "zod";
import {
  replyAnalysisSchema,
  replyLanguageSchema,
  replyTemplateDraftSchema,
  replyTemplateSchema,
} from "../domain/reply.ts";
import { replyAdviceSchema } from "../domain/reply-advice.ts";
import { replyFigureSchema } from "../domain/reply-figures.ts";
import { procedure } from "./procedure.ts";

export const replySearchSchema = z.object({
  serviceId: z.string().nullable(),
  language: replyLanguageSchema.nullable(),
  /** Only replies with a long passage that others got word for word. */
  toReword: z.boolean(),
});
export type ReplySearch = z.infer<typeof replySearchSchema>;

export const replySummarySchema = z.object({
  id: z.string(),
  atMs: z.number(),
  serviceId: z.string(),
  language: replyLanguageSchema,
  personalShare: z.number().nullable(),
  wordCount: z.number(),
  /** How it begins. */
  excerpt: z.string(),
  toReword: z.boolean(),
});
export type ReplySummary = z.infer<typeof replySummarySchema>;

/** Where a passage stands as well. */
export const passageSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("template"), name: z.string(), version: z.number() }),
  /** `replyId` is null where the one who asks may not open that reply. */
  z.object({
    kind: z.literal("reply"),
    replyId: z.string().nullable(),
    atMs: z.number(),
    serviceId: z.string(),
  }),
]);
export type PassageSource = z.infer<typeof passageSourceSchema>;

export const replyDetailSchema = z.object({
  id: z.string(),
  atMs: z.number(),
  caseId: z.string(),
  serviceId: z.string(),
  agentId: z.string().nullable(),
  text: z.string(),
  analysis: replyAnalysisSchema,
  /** One for each passage of the analysis, in the same order. */
  sources: z.array(passageSourceSchema),
  advice: z.array(replyAdviceSchema),
});
export type ReplyDetail = z.infer<typeof replyDetailSchema>;

export const replyContract = {
  /** Newest first, at most 200, with how many match; those that the one who asks may read. */
  list: procedure
    .input(replySearchSchema)
    .output(z.object({ total: z.number(), replies: z.array(replySummarySchema) })),
  /** Being read by somebody else than whoever wrote it goes into the audit. */
  get: procedure.input(z.object({ id: z.string() })).output(replyDetailSchema),
  /** Of the last thirteen months, by month and by service; of a service alone where one is named. */
  figures: procedure.input(z.object({ serviceId: z.string().nullable() })).output(
    z.object({
      definition: z.string(),
      months: z.array(replyFigureSchema),
      services: z.array(replyFigureSchema),
    }),
  ),
  /** The latest wording of each that is in use, by name. */
  templates: procedure.output(z.array(replyTemplateSchema)),
  /** Adds a standard text (`id` null), or another wording of one. */
  putTemplate: procedure
    .input(z.object({ id: z.string().nullable(), draft: replyTemplateDraftSchema }))
    .output(replyTemplateSchema),
  /** Takes a standard text out of use. */
  retireTemplate: procedure.input(z.object({ id: z.string() })).output(z.object({})),
};
