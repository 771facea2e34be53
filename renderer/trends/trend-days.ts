/** The days of a period, and how to go from one period to another. */
import { type DayRange, datesOf, startOf } from "../../shared/domain/chart-points.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import type { TrendView } from "./trend-view.ts";

export const periods = ["day", "week", "month", "year", "custom"] as const;
export type Period = (typeof periods)[number];

/** Eleven years, so that ten whole ones can be seen with what came before. */
export const longestRangeDays = 4_018;

type Days = Pick<TrendView, "period" | "date" | "untilDate">;

/** First and last local day of a view; weeks start on Monday. */
export function daysOf(view: Days): DayRange {
  switch (view.period) {
    case "day":
      return { firstDate: view.date, lastDate: view.date };
    case "week": {
      const firstDate = startOf("week", view.date);
      return { firstDate, lastDate: addDays(firstDate, 6) };
    }
    case "month": {
      const firstDate = startOf("month", view.date);
      return { firstDate, lastDate: addDays(startOf("month", addDays(firstDate, 31)), -1) };
    }
    case "year": {
      const firstDate = startOf("year", view.date);
      return { firstDate, lastDate: addDays(startOf("year", addDays(firstDate, 366)), -1) };
    }
    case "custom":
      return { firstDate: view.date, lastDate: view.untilDate };
  }
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

/** A last day that is not before the first one, nor further away than can be drawn. */
export function clampUntil(first: string, last: string): string {
  if (last < first) return first;
  const limit = addDays(first, longestRangeDays - 1);
  return last > limit ? limit : last;
}

/** The text where it is a local date that exists; else null. */
export function validDate(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}
