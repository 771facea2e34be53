/** Who looked at one person's record, and who took figures away. Never used for figures. */
import { z } from "zod";

export const auditEntrySchema = z.object({
  /** Grows by one with each entry. */
  number: z.number(),
  atMs: z.number(),
  /** Who did it. */
  by: z.string(),
  kind: z.enum(["person_viewed", "exported"]),
  /** Whose record was looked at; null for exports of nobody in particular. */
  agentId: z.string().nullable(),
  /** What was seen or taken: `figures`, `preparation`, `everything`, `chart`, `report` … */
  what: z.string(),
  /** Why, in the words of whoever looked; null where none is asked for. */
  purpose: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditDraftSchema = auditEntrySchema.pick({
  kind: true,
  agentId: true,
  what: true,
  purpose: true,
});
export type AuditDraft = z.infer<typeof auditDraftSchema>;
