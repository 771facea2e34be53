/** What the trends show: which days, which part of the house, whose waits. Kept in the address. */
import { type Channel, channels } from "../../shared/domain/channel.ts";
import type { FigureBase } from "../../shared/domain/figure.ts";
import { addDays, localWeekStart, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";

export const periods = ["day", "week", "month", "custom"] as const;
export type Period = (typeof periods)[number];

/** Longer ranges would draw more points than anyone can tell apart. */
export const longestRangeDays = 400;

export interface TrendView {
  readonly period: Period;
  /** A local date within the period; for `custom`, its first day. */
  readonly date: string;
  /** Last day of a `custom` period; the same as `date` otherwise. */
  readonly untilDate: string;
  readonly siteId: string | null;
  readonly serviceId: string | null;
  readonly channel: Channel | null;
  readonly base: FigureBase;
}

/** What the address says for all sites or channels; none of them has an empty key. */
const all = "";

/** The local days that a view covers, both included. */
export interface DayRange {
  readonly firstDate: string;
  readonly lastDate: string;
}

/** What is shown where the address does not say. */
export interface TrendDefaults {
  readonly today: string;
  readonly siteId: string | null;
  readonly channel: Channel | null;
}

/** Reads a view from the address; what is missing or makes no sense falls back to the defaults. */
export function readTrendView(parameters: URLSearchParams, defaults: TrendDefaults): TrendView {
  const period = periods.find((one) => one === parameters.get("period")) ?? "day";
  const date = validDate(parameters.get("date")) ?? defaults.today;
  return {
    period,
    date,
    untilDate: period === "custom" ? clampUntil(date, validDate(parameters.get("until")) ?? date) : date,
    siteId: readOr(parameters.get("site"), defaults.siteId),
    serviceId: parameters.get("service"),
    channel: channels.find((one) => one === readOr(parameters.get("channel"), defaults.channel)) ?? null,
    base: parameters.get("base") === "all" ? "all" : "served",
  };
}

/** The address of a view. */
export function writeTrendView(view: TrendView): URLSearchParams {
  const parameters = new URLSearchParams({ period: view.period, date: view.date });
  if (view.period === "custom") parameters.set("until", view.untilDate);
  parameters.set("site", view.siteId ?? all);
  if (view.serviceId !== null) parameters.set("service", view.serviceId);
  parameters.set("channel", view.channel ?? all);
  if (view.base !== "served") parameters.set("base", view.base);
  return parameters;
}

/** First and last local day of a view; weeks start on Monday. */
export function daysOf(view: Pick<TrendView, "period" | "date" | "untilDate">): DayRange {
  switch (view.period) {
    case "day":
      return { firstDate: view.date, lastDate: view.date };
    case "week": {
      const firstDate = mondayOf(view.date);
      return { firstDate, lastDate: addDays(firstDate, 6) };
    }
    case "month": {
      const firstDate = firstOfMonth(view.date);
      return { firstDate, lastDate: addDays(firstOfMonth(addDays(firstDate, 31)), -1) };
    }
    case "custom":
      return { firstDate: view.date, lastDate: view.untilDate };
  }
}

/** All local days of a range, in order. */
export function datesOf(range: DayRange): string[] {
  const dates = [range.firstDate];
  for (let date = range.firstDate; date < range.lastDate; ) {
    date = addDays(date, 1);
    dates.push(date);
  }
  return dates;
}

/** The same kind of period, one step earlier (−1) or later (1). */
export function stepView(view: TrendView, direction: -1 | 1): TrendView {
  const { firstDate, lastDate } = daysOf(view);
  if (view.period !== "custom") {
    const date = direction === 1 ? addDays(lastDate, 1) : addDays(firstDate, -1);
    return onDate(view, view.period === "day" ? date : daysOf({ ...view, date, untilDate: date }).firstDate);
  }
  const length = datesOf({ firstDate, lastDate }).length * direction;
  return { ...view, date: addDays(firstDate, length), untilDate: addDays(lastDate, length) };
}

/** Another kind of period around the day that is shown; `custom` starts as the days shown now. */
export function withPeriod(view: TrendView, period: Period): TrendView {
  const { firstDate, lastDate } = daysOf(view);
  if (period === "custom") return { ...view, period, date: firstDate, untilDate: lastDate };
  return { ...view, period, date: view.period === "custom" ? firstDate : view.date, untilDate: view.date };
}

/** The view around another day. */
export function onDate(view: TrendView, date: string): TrendView {
  return { ...view, date, untilDate: view.period === "custom" ? clampUntil(date, view.untilDate) : date };
}

/** The view with another last day; a last day before the first one moves the first one along. */
export function untilDate(view: TrendView, date: string): TrendView {
  const first = date < view.date ? date : view.date;
  return { ...view, date: first, untilDate: clampUntil(first, date) };
}

/** The instants that a range of local days spans, ms since 1970 UTC; the end is exclusive. */
export function instantsOf(range: DayRange, timeZone: string): { fromMs: number; toMs: number } {
  return {
    fromMs: startOfLocalDateMs(range.firstDate, timeZone),
    toMs: startOfLocalDateMs(addDays(range.lastDate, 1), timeZone),
  };
}

function readOr(text: string | null, fallback: string | null): string | null {
  if (text === null) return fallback;
  return text === all ? null : text;
}

function clampUntil(first: string, last: string): string {
  if (last < first) return first;
  const limit = addDays(first, longestRangeDays - 1);
  return last > limit ? limit : last;
}

function mondayOf(date: string): string {
  return localWeekStart(startOfLocalDateMs(date, "UTC"), "UTC");
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function validDate(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}
