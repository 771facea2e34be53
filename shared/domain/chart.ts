/** A chart as a question and as a table: what the screen draws, what every export holds. */
import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { figureBaseSchema } from "./figure.ts";

export const chartKinds = [
  "waits",
  "arrivals",
  "level",
  "abandonment",
  "handle",
  "occupancy",
  "experience",
  "heat-map",
  "wait-distribution",
] as const;
export const chartKindSchema = z.enum(chartKinds);
export type ChartKind = z.infer<typeof chartKindSchema>;

export const chartSteps = ["interval", "hour", "day", "week", "month", "year"] as const;
export const chartStepSchema = z.enum(chartSteps);
/** How much time one point of a chart stands for. */
export type ChartStep = z.infer<typeof chartStepSchema>;

/** A local date, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();

export const chartQuestionSchema = z.object({
  chart: chartKindSchema,
  /** First and last local day, both included. */
  firstDate: localDateSchema,
  lastDate: localDateSchema,
  step: chartStepSchema,
  base: figureBaseSchema,
  siteId: z.string().nullable(),
  serviceId: z.string().nullable(),
  channel: channelSchema.nullable(),
  /** First local day of a period of the same length that is set beside; null for none. */
  comparedFirstDate: localDateSchema.nullable(),
});
export type ChartQuestion = z.infer<typeof chartQuestionSchema>;

export const chartUnits = ["label", "instant", "count", "seconds", "share", "score"] as const;
export const chartUnitSchema = z.enum(chartUnits);
/** `instant` is ms since 1970 UTC; `share` is 0–1; `score` is 0–100; a `label` is shown as it is. */
export type ChartUnit = z.infer<typeof chartUnitSchema>;

export const chartColumnSchema = z.object({
  /** Stable name of the column, the same in every export: `waitP50Seconds`, `arrivals` … */
  key: z.string(),
  unit: chartUnitSchema,
});
export type ChartColumn = z.infer<typeof chartColumnSchema>;

/** The table behind a chart. A value that does not exist is null, never a zero. */
export const chartTableSchema = z.object({
  question: chartQuestionSchema,
  timeZone: z.string(),
  columns: z.array(chartColumnSchema),
  rows: z.array(z.array(z.union([z.number(), z.string(), z.null()]))),
  /** How many cases the figures stand on. */
  caseCount: z.number(),
  definitionsVersion: z.number(),
  /** What each figure of the table means, by the name of the figure. */
  definitions: z.record(z.string(), z.string()),
});
export type ChartTable = z.infer<typeof chartTableSchema>;
