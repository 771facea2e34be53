/**
 * What a day like this one usually brings: the same weekday in the eight weeks before, as far as those
 * days are over and somebody came.
 */
import { addDays } from "../queueing/intervals.ts";

const weeksBack = 8;
/** Fewer days than this say nothing of what is usual. */
export const leastTypicalDays = 4;

export interface TypicalBand {
  /** One typical day in ten is below `low`, one in ten above `high`, and one in two above `middle`. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** How many days the band rests on. */
  readonly dayCount: number;
}

/** The days before a date that are set beside it, the nearest first; only days before `today` are over. */
export function typicalDates(date: string, today: string): string[] {
  return Array.from({ length: weeksBack }, (_, index) => addDays(date, -7 * (index + 1))).filter(
    (one) => one < today,
  );
}

/** The first day that the typical days of a date can reach back to. */
export function firstTypicalDate(date: string): string {
  return addDays(date, -7 * weeksBack);
}

/**
 * The band that eight in ten typical days lie in: quantiles .1, .5 and .9, between the ranks (type 7 of
 * Hyndman & Fan 1996), because by nearest rank eight days would give their extremes.
 *
 * @returns null where there are fewer than four days
 */
export function typicalBand(values: readonly number[]): TypicalBand | null {
  if (values.length < leastTypicalDays) return null;
  const ascending = values.toSorted((a, b) => a - b);
  return {
    low: betweenRanks(ascending, 0.1),
    middle: betweenRanks(ascending, 0.5),
    high: betweenRanks(ascending, 0.9),
    dayCount: ascending.length,
  };
}

function betweenRanks(ascending: readonly number[], q: number): number {
  const rank = q * (ascending.length - 1);
  const below = ascending[Math.floor(rank)] ?? 0;
  const above = ascending[Math.ceil(rank)] ?? 0;
  return below + (rank - Math.floor(rank)) * (above - below);
}
