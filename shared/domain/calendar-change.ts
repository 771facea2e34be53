/** Which local dates a change of a calendar can concern. */
import type { CalendarException, CalendarVersion, SiteCalendar } from "./calendar.ts";

export interface ChangedDates {
  readonly fromDate: string;
  /** Included; null: without end. */
  readonly toDate: string | null;
}

type Entered = Pick<SiteCalendar, "versions" | "exceptions">;

/** The dates from the first to the last that may be open otherwise than before; null where none may. */
export function changedDates(before: Entered, after: Entered): ChangedDates | null {
  const versions = differing<CalendarVersion>(before.versions, after.versions);
  const exceptions = differing<CalendarException>(before.exceptions, after.exceptions);
  const starts = [...versions, ...exceptions].map(({ fromDate }) => fromDate).sort();
  const [fromDate] = starts;
  if (fromDate === undefined) return null;
  // A version counts until the next one, and the one before it may then count again.
  const ends = exceptions.map(({ toDate }) => toDate).sort();
  return { fromDate, toDate: versions.length > 0 ? null : (ends.at(-1) ?? null) };
}

/** What is in one of the lists only. */
function differing<T>(before: readonly T[], after: readonly T[]): T[] {
  const textOf = (one: T) => JSON.stringify(one);
  const [old, next] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return [...before.filter((one) => !next.has(textOf(one))), ...after.filter((one) => !old.has(textOf(one)))];
}
