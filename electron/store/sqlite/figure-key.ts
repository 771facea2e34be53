/** Names the row of an answer that a leg or an interval belongs to. */
import {
  addDays,
  hourOfDay,
  intervalMs,
  intervalStartMs,
  localHour,
  localInterval,
  startOfLocalDateMs,
} from "../../../shared/queueing/intervals.ts";
import type { LocalDays } from "./local-days.ts";

export interface FigureKey {
  readonly key: string;
  /** Start of the row's time; null where it is not one stretch of time. */
  readonly fromMs: number | null;
}

interface Span {
  readonly key: FigureKey;
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
    return last.key;
  };
}

const spans = {
  interval(atMs, timeZone, days) {
    const fromMs = intervalStartMs(atMs);
    return spanOf(plainKey(fromMs, days) ?? localInterval(atMs, timeZone), fromMs, fromMs + intervalMs);
  },
  hour(atMs, timeZone, days) {
    const { fromMs, toMs } = hourAt(atMs, timeZone, days);
    return spanOf(plainKey(fromMs, days) ?? localHour(atMs, timeZone), fromMs, toMs);
  },
  day(atMs, _timeZone, days) {
    const { date, fromMs, toMs } = days.at(atMs);
    return spanOf(date, fromMs, toMs);
  },
  week(atMs, _timeZone, days) {
    const { date, fromMs, toMs } = days.at(atMs).week;
    return spanOf(date, fromMs, toMs);
  },
  month(atMs, _timeZone, days) {
    const { date, fromMs, toMs } = days.at(atMs).month;
    return spanOf(date.slice(0, "2026-11".length), fromMs, toMs);
  },
  year(atMs, timeZone, days) {
    const year = days.at(atMs).date.slice(0, "2026".length);
    const fromMs = startOfLocalDateMs(`${year}-01-01`, timeZone);
    return spanOf(year, fromMs, startOfLocalDateMs(addDays(`${year}-12-31`, 1), timeZone));
  },
  "weekday-hour"(atMs, timeZone, days) {
    const { fromMs, toMs } = hourAt(atMs, timeZone, days);
    const hour = String(hourOfDay(fromMs, timeZone)).padStart(2, "0");
    return { key: { key: `${days.at(atMs).weekday}-${hour}`, fromMs: null }, fromMs, toMs };
  },
} as const satisfies Record<string, (atMs: number, timeZone: string, days: LocalDays) => Span>;

function spanOf(key: string, fromMs: number, toMs: number): Span {
  return { key: { key, fromMs }, fromMs, toMs };
}

/** The local hour around an instant; on a day on which the clocks are set, as far as it is known to go. */
function hourAt(atMs: number, timeZone: string, days: LocalDays): { fromMs: number; toMs: number } {
  const day = days.at(atMs);
  if (day.offset !== null) {
    const fromMs = atMs - ((atMs - day.fromMs) % hourMs);
    return { fromMs, toMs: fromMs + hourMs };
  }
  const key = localHour(atMs, timeZone);
  const startMs = intervalStartMs(atMs);
  let fromMs = startMs;
  while (localHour(fromMs - intervalMs, timeZone) === key) fromMs -= intervalMs;
  return { fromMs, toMs: startMs + intervalMs };
}

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
