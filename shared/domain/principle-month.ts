/** The month that the principles are looked at in, and the days of the month before that it is set beside. */
import { addDays } from "../queueing/intervals.ts";

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

function firstOfNext(firstDate: string): string {
  return `${addDays(firstDate, 31).slice(0, "2026-11".length)}-01`;
}

function daysBetween(fromDate: string, untilDate: string): number {
  return Math.round((Date.parse(untilDate) - Date.parse(fromDate)) / 86_400_000);
}
