/** The report of a week or a month, its paragraph, its PDF, and the schedules that send it. */
import { z } from "zod";
import { localDateSchema } from "../domain/chart.ts";
import {
  longestParagraph,
  reportParagraphSchema,
  reportPeriodSchema,
  reportQuestionSchema,
  reportSchema,
} from "../domain/report.ts";
import {
  reportRunSchema,
  reportScheduleDraftSchema,
  reportScheduleSchema,
} from "../domain/report-schedule.ts";
import { procedure } from "./procedure.ts";

export const scheduleViewSchema = reportScheduleSchema.extend({
  /** When the next report is made; null while the schedule is off. */
  nextAtMs: z.number().nullable(),
  /** Newest first, at most twenty. */
  runs: z.array(reportRunSchema),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;

export const reportContract = {
  get: procedure.input(reportQuestionSchema).output(reportSchema),
  /** Keeps a wording; `revision` is the one that was changed, 0 where there was none. */
  putParagraph: procedure
    .input(
      z.object({
        siteId: z.string().nullable(),
        period: reportPeriodSchema,
        firstDate: localDateSchema,
        text: z.string().max(longestParagraph),
        revision: z.number(),
      }),
    )
    .output(reportParagraphSchema),
  pdf: procedure
    .input(reportQuestionSchema)
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
  schedules: procedure.output(z.array(scheduleViewSchema)),
  putSchedule: procedure.input(reportScheduleDraftSchema).output(z.array(scheduleViewSchema)),
  removeSchedule: procedure.input(z.object({ id: z.string() })).output(z.array(scheduleViewSchema)),
  /** Makes the schedule's report now, whenever it is due. */
  runNow: procedure.input(z.object({ id: z.string() })).output(reportRunSchema),
};
