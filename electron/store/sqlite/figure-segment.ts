/** Cuts the window of a question into the rows that answer it. */
import type { FigureGrouping } from "../../../shared/domain/figure.ts";
import { intervalMs, intervalStartMs } from "../../../shared/queueing/intervals.ts";
import type { Period } from "./figure-columns.ts";
import type { LocalDays, LocalSpan } from "./local-days.ts";

export interface Segment {
  readonly source: Period | "leg";
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

/** From the longest period whose rows never lie across two rows of the answer, down to the shortest. */
const sources: Record<FigureGrouping, readonly Period[]> = {
  interval: ["interval"],
  hour: ["interval"],
  "weekday-hour": ["interval"],
  day: ["day", "interval"],
  week: ["week", "day", "interval"],
  month: ["month", "day", "interval"],
  year: ["month", "day", "interval"],
  total: ["month", "day", "interval"],
  service: ["month", "day", "interval"],
  channel: ["month", "day", "interval"],
  agent: [],
};

/** The segments of a window in ascending order; what is no whole interval is read from the legs. */
export function segmentsOf(by: FigureGrouping, fromMs: number, toMs: number, days: LocalDays): Segment[] {
  return cut(sources[by], fromMs, toMs, days).filter((segment) => segment.fromMs < segment.toMs);
}

function cut(periods: readonly Period[], fromMs: number, toMs: number, days: LocalDays): Segment[] {
  const [period, ...shorter] = periods;
  if (period === undefined) return [{ source: "leg", fromMs, toMs }];
  const firstMs = startFrom(period, fromMs, days);
  const endMs = startBefore(period, toMs, days);
  if (firstMs >= endMs) return cut(shorter, fromMs, toMs, days);
  return [
    ...cut(shorter, fromMs, firstMs, days),
    { source: period, fromMs: firstMs, toMs: endMs },
    ...cut(shorter, endMs, toMs, days),
  ];
}

/** The first start of a period at or after an instant. */
function startFrom(period: Period, atMs: number, days: LocalDays): number {
  if (period === "interval") return intervalStartMs(atMs + intervalMs - 1);
  const span = spanAt(period, atMs, days);
  return span.fromMs === atMs ? atMs : span.toMs;
}

/** The last start of a period at or before an instant. */
function startBefore(period: Period, atMs: number, days: LocalDays): number {
  return period === "interval" ? intervalStartMs(atMs) : spanAt(period, atMs, days).fromMs;
}

function spanAt(period: Exclude<Period, "interval">, atMs: number, days: LocalDays): LocalSpan {
  const day = days.at(atMs);
  return period === "day" ? day : day[period];
}
