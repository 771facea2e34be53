/**
 * When a site, or one of its services, is open: weekly hours that count from a date on, public
 * holidays, exceptional closings and openings.
 *
 * A changed calendar is a version of its own that counts from its date on, so that earlier days keep
 * the hours that were in force then. Where nothing was entered, a site is always open.
 */
import { z } from "zod";
import { type LocalStretch, localStretches, weekdayOfDate } from "../queueing/local-clock.ts";
import type { Channel } from "./channel.ts";
import { type HolidayName, type HolidayRegion, holidayNameSchema, holidayRegionSchema } from "./holiday.ts";
import {
  type DayHours,
  joinSpans,
  type OpenSpan,
  openSpanSchema,
  weekHoursSchema,
  wholeDay,
  withoutSpan,
} from "./opening-hours.ts";

export const calendarVersionSchema = z.object({
  /** Local date from which on it counts. */
  fromDate: z.iso.date(),
  /** Null: a site is always open, a service keeps the hours and holidays of its site. */
  week: weekHoursSchema.nullable(),
  holidays: z.object({
    /** Null: public holidays are days like others. */
    region: holidayRegionSchema.nullable(),
    /** Holidays on which the doors are open all the same. */
    worked: z.array(holidayNameSchema).max(40),
  }),
});
export type CalendarVersion = z.infer<typeof calendarVersionSchema>;

export const calendarExceptionSchema = z
  .object({
    id: z.string().min(1).max(64),
    kind: z.enum(["closed", "open"]),
    /** First and last local day, both included. */
    fromDate: z.iso.date(),
    toDate: z.iso.date(),
    /** The hours of each of these days; null: the whole day. */
    span: openSpanSchema.nullable(),
    reason: z.string().trim().min(1).max(120),
  })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, {
    message: "must not end before it begins",
    path: ["toDate"],
  });
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

export const siteCalendarSchema = z.object({
  siteId: z.string().min(1),
  /** Null: the calendar of the site itself. */
  serviceId: z.string().min(1).nullable(),
  /** Ascending by date, one for each date at most. */
  versions: z
    .array(calendarVersionSchema)
    .max(200)
    .refine(
      (versions) =>
        versions.every((one, index) => index === 0 || (versions[index - 1]?.fromDate ?? "") < one.fromDate),
      { message: "must be in the order of their dates" },
    ),
  exceptions: z.array(calendarExceptionSchema).max(2_000),
});
/** What somebody entered for a site, or for one service of it. */
export type SiteCalendar = z.infer<typeof siteCalendarSchema>;

/** What decides when one service of one site is open. */
export interface Calendar {
  readonly site: Pick<SiteCalendar, "versions" | "exceptions"> | undefined;
  /** The service's own hours replace those of the site; the site's exceptions hold for it as well. */
  readonly service: Pick<SiteCalendar, "versions" | "exceptions"> | undefined;
  readonly holidayOn: (region: HolidayRegion, date: string) => HolidayName | undefined;
}

/** A stretch of open time, ms since 1970 UTC. */
export interface OpenInterval {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

/** Whether opening hours mean anything for a channel: a mailbox takes in at any hour. */
export function hasOpeningHours(channel: Channel): boolean {
  return channel === "counter" || channel === "phone";
}

/** The hours of a local date by the clock. An exceptional closing outdoes an exceptional opening. */
export function hoursOf(calendar: Calendar, date: string): DayHours {
  const exceptions = [calendar.site, calendar.service].flatMap((entered) =>
    (entered?.exceptions ?? []).filter((one) => one.fromDate <= date && date <= one.toDate),
  );
  const spansOf = (kind: CalendarException["kind"]): OpenSpan[] =>
    exceptions.filter((one) => one.kind === kind).flatMap((one) => one.span ?? wholeDay);
  return spansOf("closed").reduce(withoutSpan, joinSpans(usualHours(calendar, date), spansOf("open")));
}

/** The open time of a local date, in order. It may be in more pieces on a day on which the clocks are set. */
export function openIntervalsOf(calendar: Calendar, timeZone: string, date: string): OpenInterval[] {
  const hours = hoursOf(calendar, date);
  const intervals: OpenInterval[] = [];
  for (const stretch of localStretches(date, timeZone)) {
    for (const interval of withinStretch(hours, stretch)) {
      const last = intervals.at(-1);
      if (last?.toMs === interval.fromMs) {
        intervals[intervals.length - 1] = { fromMs: last.fromMs, toMs: interval.toMs };
      } else intervals.push(interval);
    }
  }
  return intervals;
}

function usualHours(calendar: Calendar, date: string): DayHours {
  const own = versionOn(calendar.service, date);
  const version = own === undefined || own.week === null ? versionOn(calendar.site, date) : own;
  if (version === undefined) return wholeDay;
  const { region, worked } = version.holidays;
  const holiday = region === null ? undefined : calendar.holidayOn(region, date);
  if (holiday !== undefined && !worked.includes(holiday)) return [];
  return version.week === null ? wholeDay : (version.week[weekdayOfDate(date) - 1] ?? []);
}

/** The version that counts on a local date. */
export function versionOn(
  entered: Pick<SiteCalendar, "versions"> | undefined,
  date: string,
): CalendarVersion | undefined {
  return entered?.versions.findLast((version) => version.fromDate <= date);
}

function withinStretch(hours: DayHours, { fromMs, toMs, clockMinute }: LocalStretch): OpenInterval[] {
  const midnightMs = fromMs - clockMinute * 60_000;
  return hours
    .map(({ fromMinute, toMinute }) => ({
      fromMs: Math.max(fromMs, midnightMs + fromMinute * 60_000),
      toMs: Math.min(toMs, midnightMs + toMinute * 60_000),
    }))
    .filter((interval) => interval.fromMs < interval.toMs);
}
