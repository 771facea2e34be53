/** Times and figures of the trends in words, in one language and the site's time zone. */
import { intervalMs } from "../../shared/queueing/intervals.ts";
import type { TrendPoint } from "./series.ts";
import type { DayRange, Period } from "./trend-view.ts";

export type WaitUnit = "seconds" | "minutes" | "hours";

export const secondsPer: Record<WaitUnit, number> = { seconds: 1, minutes: 60, hours: 3600 };

export interface TrendFormat {
  readonly timeZone: string;
  /** `10:45`. */
  time(atMs: number): string;
  /** When a point is: `10:45–11:00`, or `Monday 23 November`. */
  point(point: TrendPoint): string;
  /** The same for an axis, as short as it can be. */
  tick(point: TrendPoint, pointCount: number): string;
  /** The days of a period: `Tuesday 24 November 2026`, `23–29 November 2026`, `November 2026`. */
  range(range: DayRange, period: Period): string;
  /** A local date: `24 November 2026`. */
  date(date: string): string;
  count(value: number): string;
  /** 0–1 as per cent. */
  share(value: number): string;
  /** A length of time: `45 s`, `12 min`, `3 h 30`. */
  wait(seconds: number): string;
  /** Minutes and seconds: `11:40`. */
  clock(seconds: number): string;
}

/** Makes the words for a language (`fr`, `en`) and an IANA time zone. */
export function createTrendFormat(language: string, timeZone: string): TrendFormat {
  const locale = language === "en" ? "en-GB" : language;
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  const dayWords = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const longDay = dayWords({ weekday: "long", day: "numeric", month: "long" });
  const fullDay = dayWords({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const plainDay = dayWords({ day: "numeric", month: "long", year: "numeric" });
  const month = dayWords({ month: "long", year: "numeric" });
  const weekdayTick = dayWords({ weekday: "short", day: "numeric" });
  const dayTick = dayWords({ day: "numeric" });
  const monthTick = dayWords({ day: "numeric", month: "short" });
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    timeZone,
    time: (atMs) => time.format(atMs),
    point(point) {
      if (point.date !== null) return longDay.format(noonOf(point.date));
      return `${time.format(point.fromMs)}–${time.format(point.fromMs + intervalMs)}`;
    },
    tick(point, pointCount) {
      if (point.date === null) return time.format(point.fromMs);
      const words = pointCount <= 7 ? weekdayTick : pointCount <= 31 ? dayTick : monthTick;
      return words.format(noonOf(point.date));
    },
    range({ firstDate, lastDate }, period) {
      if (period === "month") return month.format(noonOf(firstDate));
      if (firstDate === lastDate) return fullDay.format(noonOf(firstDate));
      return plainDay.formatRange(noonOf(firstDate), noonOf(lastDate));
    },
    date: (date) => plainDay.format(noonOf(date)),
    count: (value) => count.format(value),
    share: (value) => share.format(value),
    wait(value) {
      if (value < 120) return `${Math.round(value)} s`;
      const whole = Math.round(value / 60);
      return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${twoDigits(whole % 60)}`;
    },
    clock(value) {
      const whole = Math.round(value);
      const restSeconds = twoDigits(whole % 60);
      if (whole < 3600) return `${Math.floor(whole / 60)}:${restSeconds}`;
      const restMinutes = twoDigits(Math.floor((whole % 3600) / 60));
      return `${Math.floor(whole / 3600)}:${restMinutes}:${restSeconds}`;
    },
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Noon, so that no time zone turns the date into its neighbour. */
function noonOf(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** Whether an axis gets a word at this point: each full local hour of a day, or each day. */
export function isTick(point: TrendPoint, format: TrendFormat): boolean {
  return point.date !== null || format.time(point.fromMs).endsWith("00");
}

/** The unit in which waits are read best: the longest one decides. */
export function waitUnit(points: readonly TrendPoint[]): WaitUnit {
  const longest = Math.max(
    0,
    ...points.map((point) => Math.max(point.waitP90Seconds ?? 0, point.targetSeconds ?? 0)),
  );
  if (longest < 180) return "seconds";
  return longest < 6 * 3600 ? "minutes" : "hours";
}
