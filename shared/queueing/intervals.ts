/**
 * The 15-minute intervals that figures are kept in, and the local days and weeks they make up.
 *
 * Every offset in use is a whole number of quarter hours, so an interval of the site's local time
 * is also one of UTC: it is named by its start in milliseconds since 1970 UTC, and a day of 25 or
 * 23 hours simply has 100 or 92 of them.
 */
import { Temporal } from "temporal-polyfill";

export const intervalMs = 15 * 60 * 1000;

/** Start of the interval that an instant falls in, ms since 1970 UTC. */
export function intervalStartMs(atMs: number): number {
  return Math.floor(atMs / intervalMs) * intervalMs;
}

/** Local date (`2026-11-24`) of an instant. */
export function localDate(atMs: number, timeZone: string): string {
  return zoned(atMs, timeZone).toPlainDate().toString();
}

/** Local Monday (`2026-11-23`) of the ISO week that an instant falls in. */
export function localWeekStart(atMs: number, timeZone: string): string {
  const date = zoned(atMs, timeZone).toPlainDate();
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Local hour with its offset (`2026-10-25T02:00+01:00`), so that a repeated hour stays two hours. */
export function localHour(atMs: number, timeZone: string): string {
  const at = zoned(atMs, timeZone);
  return `${at.toPlainDate().toString()}T${String(at.hour).padStart(2, "0")}:00${at.offset}`;
}

/** Local hour of the day, 0–23. */
export function hourOfDay(atMs: number, timeZone: string): number {
  return zoned(atMs, timeZone).hour;
}

/** Minutes of the local clock since midnight, 0–1439. */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const { hour, minute } = zoned(atMs, timeZone);
  return hour * 60 + minute;
}

/** Day of the local week, as ISO counts them: 1 is Monday, 7 is Sunday. */
export function weekdayOf(atMs: number, timeZone: string): number {
  return zoned(atMs, timeZone).dayOfWeek;
}

/** Local quarter hour with its offset (`2026-10-25T02:15+01:00`). */
export function localInterval(atMs: number, timeZone: string): string {
  const at = zoned(intervalStartMs(atMs), timeZone);
  return `${at.toPlainDate().toString()}T${at.toPlainTime().toString({ smallestUnit: "minute" })}${at.offset}`;
}

/** First instant of a local date, ms since 1970 UTC. */
export function startOfLocalDateMs(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/** First instant of the local day that an instant falls in, ms since 1970 UTC. */
export function startOfLocalDayMs(atMs: number, timeZone: string): number {
  return zoned(atMs, timeZone).startOfDay().epochMilliseconds;
}

/** The local date `days` later (or earlier, where negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * Reads a moment that a person wrote: an instant with its offset, a local date and time, or a date
 * alone, which means its local midnight.
 *
 * @throws RangeError where it is none of these
 */
export function parseMoment(text: string, timeZone: string): number {
  if (/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text) && text.includes("T")) {
    return Temporal.Instant.from(text).epochMilliseconds;
  }
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
}

/** RFC 3339 with the local offset, whole seconds where the instant has no fraction. */
export function formatLocalInstant(atMs: number, timeZone: string): string {
  return zoned(atMs, timeZone).toString({ timeZoneName: "never" });
}

function zoned(atMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
}
