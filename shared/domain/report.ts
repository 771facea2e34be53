/** The report of a week or a month: its period, its figures beside those of the period before, its paragraph. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { addDays } from "../queueing/intervals.ts";
import { backupFigureSchema } from "./backup-figures.ts";
import { channelSchema } from "./channel.ts";
import { chartTableSchema, localDateSchema } from "./chart.ts";
import { type DayRange, startOf } from "./chart-points.ts";
import { figureRowSchema } from "./figure.ts";
import { reportComparisonSchema } from "./report-comparison.ts";

export const reportPeriods = ["week", "month"] as const;
export const reportPeriodSchema = z.enum(reportPeriods);
export type ReportPeriod = z.infer<typeof reportPeriodSchema>;

export const reportQuestionSchema = z.object({
  period: reportPeriodSchema,
  /** Any local day of the period. */
  date: localDateSchema,
  siteId: z.string().nullable(),
  /**
   * Null: the first one that the house has. Waits of minutes at a counter and of days in a mailbox say
   * nothing together.
   */
  channel: channelSchema.nullable(),
});
export type ReportQuestion = z.infer<typeof reportQuestionSchema>;

/** More than fits on a page would push the figures off it. */
export const longestParagraph = 2_000;

/** What the manager says about a period, under the figures. */
export const reportParagraphSchema = z.object({
  siteId: z.string().nullable(),
  period: reportPeriodSchema,
  /** First local day of the period. */
  firstDate: localDateSchema,
  text: z.string().max(longestParagraph),
  author: z.string(),
  atMs: z.number(),
  /** Counts the wordings, from 1. */
  revision: z.number(),
});
export type ReportParagraph = z.infer<typeof reportParagraphSchema>;

export const reportSchema = z.object({
  period: reportPeriodSchema,
  siteId: z.string().nullable(),
  /** Null: all of them. */
  siteName: z.string().nullable(),
  channel: channelSchema,
  /** Channels that the house has, in their usual order. */
  channels: z.array(channelSchema),
  timeZone: z.string(),
  firstDate: localDateSchema,
  lastDate: localDateSchema,
  /** First and last day of the period before. */
  beforeFirstDate: localDateSchema,
  beforeLastDate: localDateSchema,
  /** Null where nobody came. */
  figures: figureRowSchema.nullable(),
  comparison: reportComparisonSchema,
  /** The same by service, those first to whom most came. */
  services: z.array(figureRowSchema.extend({ name: z.string() })),
  /** Calls for backup requested in the period. */
  backup: backupFigureSchema,
  /** 0–100, and how many answers it stands on; null where nobody was asked. */
  experience: z.object({ score: z.number(), answers: z.number() }).nullable(),
  waits: chartTableSchema,
  arrivals: chartTableSchema,
  heatMap: chartTableSchema,
  paragraph: reportParagraphSchema.nullable(),
  isDemo: z.boolean(),
  madeAtMs: z.number(),
  madeBy: z.string(),
  definitionsVersion: z.number(),
});
export type Report = z.infer<typeof reportSchema>;

/** The local days of the period that a date lies in; weeks begin on Monday. */
export function reportRange(period: ReportPeriod, date: string): DayRange {
  const firstDate = startOf(period, date);
  return { firstDate, lastDate: addDays(nextStart(period, firstDate), -1) };
}

/** The local days of the period before the one that begins on `firstDate`. */
export function rangeBefore(period: ReportPeriod, firstDate: string): DayRange {
  return reportRange(period, addDays(firstDate, -1));
}

function nextStart(period: ReportPeriod, firstDate: string): string {
  return Temporal.PlainDate.from(firstDate)
    .add(period === "week" ? { weeks: 1 } : { months: 1 })
    .toString();
}
