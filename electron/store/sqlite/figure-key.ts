/** Names the row of an answer that a leg or an interval belongs to. */
import {
  addDays,
  intervalMs,
  intervalStartMs,
  localHour,
  localInterval,
  localWeekStart,
  startOfLocalDateMs,
} from "../../../shared/queueing/intervals.ts";
import type { LocalDays } from "./local-days.ts";

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
const minuteMs = 60_000;

/**
 * Names instants of one time zone. Instants are asked for in ascending order, mostly many of one
 * span after the other, so the last span is remembered.
 */
export function timeKeys(
  by: keyof typeof spans,
  timeZone: string,
  days: LocalDays,
): (atMs: number) => FigureKey {
  const spanAt = spans[by];
  let last: Span | undefined;
  return (atMs) => {
    if (last === undefined || atMs < last.fromMs || atMs >= last.toMs) last = spanAt(atMs, timeZone, days);
    return last;
  };
}

const spans = {
  interval(atMs, timeZone, days) {
    const fromMs = intervalStartMs(atMs);
    const key = plainKey(fromMs, days) ?? localInterval(atMs, timeZone);
    return { key, fromMs, toMs: fromMs + intervalMs };
  },
  hour(atMs, timeZone, days) {
    const day = days.at(atMs);
    if (day.offset !== null) {
      const fromMs = atMs - ((atMs - day.fromMs) % hourMs);
      return { key: plainKey(fromMs, days) ?? localHour(atMs, timeZone), fromMs, toMs: fromMs + hourMs };
    }
    const key = localHour(atMs, timeZone);
    const startMs = intervalStartMs(atMs);
    let fromMs = startMs;
    while (localHour(fromMs - intervalMs, timeZone) === key) fromMs -= intervalMs;
    return { key, fromMs, toMs: startMs + intervalMs };
  },
  day(atMs, _timeZone, days) {
    const { date, fromMs, toMs } = days.at(atMs);
    return { key: date, fromMs, toMs };
  },
  week(atMs, timeZone) {
    const key = localWeekStart(atMs, timeZone);
    const fromMs = startOfLocalDateMs(key, timeZone);
    return { key, fromMs, toMs: startOfLocalDateMs(addDays(key, 7), timeZone) };
  },
} as const satisfies Record<string, (atMs: number, timeZone: string, days: LocalDays) => Span>;

/** Local date and time with the offset, on a day on which the clocks are not set; else undefined. */
function plainKey(atMs: number, days: LocalDays): string | undefined {
  const { date, fromMs, offset } = days.at(atMs);
  if (offset === null) return undefined;
  const minutes = Math.floor((atMs - fromMs) / minuteMs);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${date}T${hour}:${minute}${offset}`;
}
