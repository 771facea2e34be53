/** The points of a chart's time axis: every quarter hour, hour, day … of a period, in local time. */
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  intervalMs,
  localHour,
  localWeekStart,
  minuteOfDay,
  startOfLocalDateMs,
} from "../queueing/intervals.ts";
import type { ChartStep } from "./chart.ts";

/** Local days, both included. */
export interface DayRange {
  readonly firstDate: string;
  readonly lastDate: string;
}

export interface ChartPoint {
  /** Start of the point's time, ms since 1970 UTC. */
  readonly fromMs: number;
  /** The local day that it starts on. */
  readonly date: string;
  /** Minutes of the local clock since midnight; 0 for days and longer. */
  readonly minute: number;
  /** 1 for the second time that the clock shows this minute, when it is put back; else 0. */
  readonly repeat: 0 | 1;
}

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60_000;

/** Whether a step is shorter than a day. */
export function isWithinDay(step: ChartStep): step is "interval" | "hour" {
  return step === "interval" || step === "hour";
}

/**
 * All points of a period, in order. A day on which the clock is put back has 100 quarter hours, one
 * on which it is put forward 92. The first week, month or year may begin before the period.
 */
export function chartPoints(step: ChartStep, range: DayRange, timeZone: string): ChartPoint[] {
  if (isWithinDay(step)) return datesOf(range).flatMap((date) => pointsOfDay(step, date, timeZone));
  const points: ChartPoint[] = [];
  for (let date = startOf(step, range.firstDate); date <= range.lastDate; date = nextOf(step, date)) {
    points.push({ fromMs: startOfLocalDateMs(date, timeZone), date, minute: 0, repeat: 0 });
  }
  return points;
}

/** All local days of a range, in order. */
export function datesOf(range: DayRange): string[] {
  const dates: string[] = [];
  for (let date = range.firstDate; date <= range.lastDate; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** How many days lie from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** The instants that a range of local days spans, ms since 1970 UTC; the end is exclusive. */
export function instantsOf(range: DayRange, timeZone: string): { fromMs: number; toMs: number } {
  return {
    fromMs: startOfLocalDateMs(range.firstDate, timeZone),
    toMs: startOfLocalDateMs(addDays(range.lastDate, 1), timeZone),
  };
}

/** The first day of the week, month or year that a date lies in; the date itself for days. */
export function startOf(step: "day" | "week" | "month" | "year", date: string): string {
  switch (step) {
    case "day":
      return date;
    case "week":
      return localWeekStart(startOfLocalDateMs(date, "UTC"), "UTC");
    case "month":
      return `${date.slice(0, 7)}-01`;
    case "year":
      return `${date.slice(0, 4)}-01-01`;
  }
}

function nextOf(step: "day" | "week" | "month" | "year", date: string): string {
  return Temporal.PlainDate.from(date)
    .add({ [`${step}s`]: 1 })
    .toString();
}

function pointsOfDay(step: "interval" | "hour", date: string, timeZone: string): ChartPoint[] {
  const { fromMs: startMs, toMs: endMs } = instantsOf({ firstDate: date, lastDate: date }, timeZone);
  const isPlain = endMs - startMs === dayMs;
  const minuteAt = (atMs: number) => (isPlain ? (atMs - startMs) / minuteMs : minuteOfDay(atMs, timeZone));
  const points: ChartPoint[] = [];
  const seen = new Set<number>();
  let hour = "";
  for (let fromMs = startMs; fromMs < endMs; fromMs += intervalMs) {
    const minute = minuteAt(fromMs);
    if (step === "hour") {
      const ownHour = isPlain ? String(Math.floor(minute / 60)) : localHour(fromMs, timeZone);
      if (ownHour === hour) continue;
      hour = ownHour;
    }
    points.push({ fromMs, date, minute, repeat: seen.has(minute) ? 1 : 0 });
    seen.add(minute);
  }
  return points;
}
