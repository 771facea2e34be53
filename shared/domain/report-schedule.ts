/** Reports that are made by themselves: when, for which site, and where they go. */
import { z } from "zod";
import { faultSchema } from "../faults.ts";
import { deliveryFailureSchema } from "./delivery.ts";
import { reportPeriodSchema } from "./report.ts";

export const reportTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("folder"), path: z.string().trim().min(1).max(1_000) }),
  z.object({ kind: z.literal("email"), address: z.email().max(254) }),
]);
export type ReportTarget = z.infer<typeof reportTargetSchema>;

export const reportScheduleSchema = z.object({
  id: z.string(),
  /** `week`: each week on `day`; `month`: each month on `day`. The report is about the period before. */
  period: reportPeriodSchema,
  /** 1 Monday … 7 Sunday for weeks; 1–28 for months. */
  day: z.int().min(1).max(28),
  /** Local time of the site, `07:30`. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  siteId: z.string().nullable(),
  target: reportTargetSchema,
  isOn: z.boolean(),
  createdAtMs: z.number(),
  /** What was due up to then has been seen to; nothing is made twice. */
  handledUntilMs: z.number(),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** What a person chooses of a schedule; `id` null makes a new one. */
export const reportScheduleDraftSchema = reportScheduleSchema
  .pick({ period: true, day: true, time: true, siteId: true, target: true, isOn: true })
  .extend({ id: z.string().nullable() })
  .refine(({ period, day }) => period === "month" || day <= 7, { path: ["day"] });
export type ReportScheduleDraft = z.infer<typeof reportScheduleDraftSchema>;

export const reportRunSchema = z.object({
  id: z.string(),
  scheduleId: z.string(),
  /** When it was to be made. */
  dueAtMs: z.number(),
  startedAtMs: z.number(),
  /** Null while it is under way. */
  endedAtMs: z.number().nullable(),
  /** First local day of the period that it is about. */
  firstDate: z.string(),
  state: z.enum(["running", "done", "failed"]),
  /** Earlier ones that fell due while the console was closed, and were not made. */
  skipped: z.number(),
  /** Where the file is, or the address it went to. */
  place: z.string(),
  /** Null where it did not fail. */
  failure: z
    .union([z.object({ fault: faultSchema }), z.object({ delivery: deliveryFailureSchema })])
    .nullable(),
});
export type ReportRun = z.infer<typeof reportRunSchema>;

/** As the cron format says it, in the site's time zone. */
export function cronPattern({ period, day, time }: Pick<ReportSchedule, "period" | "day" | "time">): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return period === "week" ? `${minute} ${hour} * * ${day % 7}` : `${minute} ${hour} ${day} * *`;
}
