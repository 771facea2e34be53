/** Names the row of an answer that a leg or an interval belongs to. */
import type { FigureGrouping } from "../../../shared/domain/figure.ts";
import {
  addDays,
  intervalMs,
  intervalStartMs,
  localDate,
  localHour,
  localInterval,
  localWeekStart,
  startOfLocalDateMs,
} from "../../../shared/queueing/intervals.ts";

export interface FigureKey {
  readonly key: string;
  /** Start of the row's time; null for groupings that are not by time. */
  readonly fromMs: number | null;
}

interface Span extends FigureKey {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

const hourMs = 4 * intervalMs;

/**
 * Names instants of one time zone. Instants are asked for in ascending order, mostly many of one
 * span after the other, so the last span is remembered.
 */
export function timeKeys(
  by: FigureGrouping & ("interval" | "hour" | "day" | "week"),
  timeZone: string,
): (atMs: number) => FigureKey {
  const spanAt = spans[by];
  let last: Span | undefined;
  return (atMs) => {
    if (last === undefined || atMs < last.fromMs || atMs >= last.toMs) last = spanAt(atMs, timeZone);
    return last;
  };
}

const spans = {
  interval(atMs, timeZone) {
    const fromMs = intervalStartMs(atMs);
    return { key: localInterval(atMs, timeZone), fromMs, toMs: fromMs + intervalMs };
  },
  hour(atMs, timeZone) {
    const key = localHour(atMs, timeZone);
    const startMs = intervalStartMs(atMs);
    // Where the clock is set within the hour, the hour that has this offset is shorter than an hour.
    const isOfHour = (ms: number): boolean => localHour(ms, timeZone) === key;
    let fromMs = startMs;
    while (startMs - fromMs < hourMs - intervalMs && isOfHour(fromMs - intervalMs)) fromMs -= intervalMs;
    const toMs = isOfHour(fromMs + hourMs - intervalMs) ? fromMs + hourMs : startMs + intervalMs;
    return { key, fromMs, toMs };
  },
  day(atMs, timeZone) {
    const key = localDate(atMs, timeZone);
    const fromMs = startOfLocalDateMs(key, timeZone);
    return { key, fromMs, toMs: startOfLocalDateMs(addDays(key, 1), timeZone) };
  },
  week(atMs, timeZone) {
    const key = localWeekStart(atMs, timeZone);
    const fromMs = startOfLocalDateMs(key, timeZone);
    return { key, fromMs, toMs: startOfLocalDateMs(addDays(key, 7), timeZone) };
  },
} as const satisfies Record<string, (atMs: number, timeZone: string) => Span>;
