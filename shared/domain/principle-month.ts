/** The month that the principles are looked at in, and the days of the month before that it is set beside. */
import { addDays } from "../queueing/intervals.ts";

/** A month of which fewer days are over says little. */
const leastDaysOver = 7;

export interface PrincipleMonth {
  /** 2026-11. */
  readonly month: string;
  /** Local dates; `untilDate` is the day after the last one that counts. */
  readonly fromDate: string;
  readonly untilDate: string;
  readonly previousFromDate: string;
  readonly previousUntilDate: string;
  /** Days that count: all of a month that is over, those before today of the one under way. */
  readonly days: number;
  readonly isUnderWay: boolean;
}

/**
 * A month beside the one before: whole beside whole once it is over; while it is under way, the days
 * before today beside as many first days of the month before.
 *
 * @param today local date
 */
export function principleMonth(month: string, today: string): PrincipleMonth {
  const fromDate = `${month}-01`;
  const endDate = firstOfNext(fromDate);
  const isUnderWay = today < endDate;
  const untilDate = isUnderWay ? (today < fromDate ? fromDate : today) : endDate;
  const days = daysBetween(fromDate, untilDate);
  const previousFromDate = `${addDays(fromDate, -1).slice(0, "2026-11".length)}-01`;
  const likeUntil = addDays(previousFromDate, days);
  const previousUntilDate = isUnderWay && likeUntil < fromDate ? likeUntil : fromDate;
  return { month, fromDate, untilDate, previousFromDate, previousUntilDate, days, isUnderWay };
}

/** The months up to one, the oldest first, such as `2026-11`. */
export function monthsUntil(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, number - count + index, 1)).toISOString().slice(0, "2026-11".length),
  );
}

/**
 * The month to look at where nobody asks for one: the one under way, once a week of it is over; before that, the
 * last whole one.
 *
 * @param today local date
 */
export function monthToShow(today: string): string {
  const daysOver = Number(today.slice("2026-11-".length)) - 1;
  const [before = "", underWay = ""] = monthsUntil(today.slice(0, "2026-11".length), 2);
  return daysOver < leastDaysOver ? before : underWay;
}

function firstOfNext(firstDate: string): string {
  return `${addDays(firstDate, 31).slice(0, "2026-11".length)}-01`;
}

function daysBetween(fromDate: string, untilDate: string): number {
  return Math.round((Date.parse(untilDate) - Date.parse(fromDate)) / 86_400_000);
}
