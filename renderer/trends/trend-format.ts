/** Times and figures of the trends in words, in one language and the site's time zone. */

import type { ChartStep, ChartUnit } from "../../shared/domain/chart.ts";
import type { DayRange } from "../../shared/domain/chart-points.ts";
import { dateWords } from "../../shared/domain/date-words.ts";
import { intervalMs } from "../../shared/queueing/intervals.ts";
import type { Period } from "./trend-days.ts";

export type WaitUnit = "seconds" | "minutes" | "hours";

export const secondsPer: Record<WaitUnit, number> = { seconds: 1, minutes: 60, hours: 3600 };

/** What the points of a chart stand for. */
export interface PointScale {
  readonly step: ChartStep;
  /** All points are of one day: their date need not be said. */
  readonly isOneDay: boolean;
}

export interface TrendFormat {
  readonly timeZone: string;
  /** `10:45`. */
  time(atMs: number): string;
  /** `Tue 24 Nov, 10:45`. */
  moment(atMs: number): string;
  /** When a point is: `10:45–11:00`, `Monday 23 November`, `week of 23 November 2026`, `2026`. */
  point(fromMs: number, scale: PointScale): string;
  /** The same for an axis, as short as it can be. */
  tick(fromMs: number, scale: PointScale, pointCount: number): string;
  /** Whether an axis gets a word at this point. */
  isTick(fromMs: number, scale: PointScale): boolean;
  /** The days of a period: `Tuesday 24 November 2026`, `23–29 November 2026`, `November 2026`, `2026`. */
  range(range: DayRange, period: Period): string;
  /** A local date: `24 November 2026`. */
  date(date: string): string;
  /** The name of a day of the week, 1 is Monday: `Monday`, or `Mon`. */
  weekday(weekday: number, length: "long" | "short"): string;
  /** An hour of the day: `9 h`, `09:00`. */
  hour(hour: number): string;
  count(value: number): string;
  /** A count that need not be whole: `4.3`. */
  mean(value: number): string;
  /** 0–1 as whole per cent. */
  share(value: number): string;
  /** A length of time: `45 s`, `12 min`, `3 h 30`. */
  wait(seconds: number): string;
  /** Minutes and seconds: `11:40`. */
  clock(seconds: number): string;
  /** A figure as a table tells it: to the second, to a tenth of a per cent. */
  exact(value: number, unit: ChartUnit): string;
}

/** Makes the words for a language (`fr`, `en`) and an IANA time zone. `weekOf` says which week a date begins. */
export function createTrendFormat(
  language: string,
  timeZone: string,
  weekOf: (date: string) => string = (date) => date,
): TrendFormat {
  const locale = language === "en" ? "en-GB" : language;
  const zoned = (options: Intl.DateTimeFormatOptions) => dateWords(locale, { timeZone, ...options });
  const plain = (options: Intl.DateTimeFormatOptions) => dateWords(locale, { timeZone: "UTC", ...options });
  const time = zoned({ hour: "2-digit", minute: "2-digit" });
  const words = {
    longDay: zoned({ weekday: "long", day: "numeric", month: "long" }),
    shortDay: zoned({ weekday: "short", day: "numeric", month: "short" }),
    plainDay: zoned({ day: "numeric", month: "long", year: "numeric" }),
    month: zoned({ month: "long", year: "numeric" }),
    year: zoned({ year: "numeric" }),
    weekdayTick: zoned({ weekday: "short", day: "numeric" }),
    dayTick: zoned({ day: "numeric" }),
    dayMonthTick: zoned({ day: "numeric", month: "short" }),
    monthTick: zoned({ month: "short" }),
    monthYearTick: zoned({ month: "short", year: "2-digit" }),
  };
  const fullDate = plain({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const plainDate = plain({ day: "numeric", month: "long", year: "numeric" });
  const monthDate = plain({ month: "long", year: "numeric" });
  const weekdays = { long: plain({ weekday: "long" }), short: plain({ weekday: "short" }) };
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const exactShare = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const span = (fromMs: number, minutes: number) =>
    `${time.format(fromMs)}–${time.format(fromMs + minutes * 60_000)}`;

  function point(fromMs: number, { step, isOneDay }: PointScale): string {
    switch (step) {
      case "interval":
      case "hour": {
        const hours = span(fromMs, step === "hour" ? 60 : intervalMs / 60_000);
        return isOneDay ? hours : `${words.shortDay.format(fromMs)}, ${hours}`;
      }
      case "day":
        return words.longDay.format(fromMs);
      case "week":
        return weekOf(words.plainDay.format(fromMs));
      case "month":
        return words.month.format(fromMs);
      case "year":
        return words.year.format(fromMs);
    }
  }

  function tick(fromMs: number, { step, isOneDay }: PointScale, pointCount: number): string {
    switch (step) {
      case "interval":
      case "hour":
        return isOneDay ? time.format(fromMs) : words.dayMonthTick.format(fromMs);
      case "day":
        if (pointCount <= 7) return words.weekdayTick.format(fromMs);
        return (pointCount <= 31 ? words.dayTick : words.dayMonthTick).format(fromMs);
      case "week":
        return (pointCount <= 60 ? words.dayMonthTick : words.monthYearTick).format(fromMs);
      case "month":
        return (pointCount <= 12 ? words.monthTick : words.monthYearTick).format(fromMs);
      case "year":
        return words.year.format(fromMs);
    }
  }

  function exact(value: number, unit: ChartUnit): string {
    switch (unit) {
      case "seconds":
        return clock(value);
      case "share":
        return exactShare.format(value);
      case "score":
        return mean.format(value);
      default:
        return Number.isInteger(value) ? count.format(value) : mean.format(value);
    }
  }

  return {
    timeZone,
    time: (atMs) => time.format(atMs),
    moment: (atMs) => `${words.shortDay.format(atMs)}, ${time.format(atMs)}`,
    point,
    tick,
    isTick(fromMs, { step, isOneDay }) {
      if (step !== "interval" && step !== "hour") return true;
      const clockTime = time.format(fromMs);
      return isOneDay ? clockTime.endsWith("00") : clockTime === "00:00";
    },
    range({ firstDate, lastDate }, period) {
      if (period === "year") return firstDate.slice(0, 4);
      if (period === "month") return monthDate.format(noonOf(firstDate));
      if (firstDate === lastDate) return fullDate.format(noonOf(firstDate));
      return plainDate.formatRange(noonOf(firstDate), noonOf(lastDate));
    },
    date: (date) => plainDate.format(noonOf(date)),
    // 1 January 2024 was a Monday.
    weekday: (weekday, length) => weekdays[length].format(noonOf(`2024-01-0${weekday}`)),
    hour: (hour) => (language === "en" ? `${twoDigits(hour)}:00` : `${hour}\u00a0h`),
    count: (value) => count.format(value),
    mean: (value) => mean.format(value),
    share: (value) => share.format(value),
    wait(value) {
      if (value < 120) return `${Math.round(value)} s`;
      const whole = Math.round(value / 60);
      return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${twoDigits(whole % 60)}`;
    },
    clock,
    exact,
  };
}

function clock(value: number): string {
  const whole = Math.round(value);
  const restSeconds = twoDigits(whole % 60);
  if (whole < 3600) return `${Math.floor(whole / 60)}:${restSeconds}`;
  const restMinutes = twoDigits(Math.floor((whole % 3600) / 60));
  return `${Math.floor(whole / 3600)}:${restMinutes}:${restSeconds}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Noon, so that no time zone turns the date into its neighbour. */
function noonOf(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** The unit in which waits are read best: the longest one decides. */
export function waitUnit(seconds: readonly (number | null)[]): WaitUnit {
  const longest = seconds.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  if (longest < 180) return "seconds";
  return longest < 6 * 3600 ? "minutes" : "hours";
}
