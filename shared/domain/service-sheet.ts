/** What there is to know about a service, on one short page, with every earlier wording. */
import { z } from "zod";

export const longestSheet = 4_000;

/** What a person fills in. */
export const serviceSheetDraftSchema = z.object({
  serviceId: z.string().min(1).max(128),
  /** Plain text in Markdown; raw HTML is shown as text. */
  text: z.string().trim().min(1).max(longestSheet),
  /** Local date on which somebody should read it again; null where none was set. */
  reviewDate: z.iso.date().nullable(),
});
export type ServiceSheetDraft = z.infer<typeof serviceSheetDraftSchema>;

export const serviceSheetSchema = serviceSheetDraftSchema.extend({
  /** 1 for the first wording; grows by one with each edit. */
  version: z.number(),
  author: z.string(),
  atMs: z.number(),
});
export type ServiceSheet = z.infer<typeof serviceSheetSchema>;

/** Whether the day has come to read a sheet again. */
export function isToReview({ reviewDate }: Pick<ServiceSheet, "reviewDate">, today: string): boolean {
  return reviewDate !== null && reviewDate <= today;
}
