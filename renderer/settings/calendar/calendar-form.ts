/** Opening times while they are being edited: what a person types, and the calendar that it makes. */
import type { CalendarException, CalendarVersion, SiteCalendar } from "../../../shared/domain/calendar.ts";
import { versionOn } from "../../../shared/domain/calendar.ts";
import type { HolidayName } from "../../../shared/domain/holiday.ts";
import {
  type DayHours,
  dayHoursSchema,
  type OpenSpan,
  type WeekHours,
} from "../../../shared/domain/opening-hours.ts";
import { clockOf, spansOf, weekdays } from "../../backup/person-form.ts";

/** `8:30–12:00, 13:30–17:00` for each day from Monday on; empty: closed. */
export type WeekForm = readonly string[];

const usualDay = "8:30–12:00, 13:30–17:00";
/** What is offered where no hours were entered yet. */
export const usualWeek: WeekForm = [usualDay, usualDay, usualDay, usualDay, usualDay, "", ""];

export function hoursText(hours: DayHours): string {
  return hours.map(({ fromMinute, toMinute }) => `${clockOf(fromMinute)}–${clockOf(toMinute)}`).join(", ");
}

export function weekFormOf(week: WeekHours): WeekForm {
  return week.map(hoursText);
}

/** The hours of one day; null where they can't be read, or overlap. */
export function dayOf(text: string): OpenSpan[] | null {
  const spans = spansOf(1, text)?.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }));
  const parsed = dayHoursSchema.safeParse(spans?.toSorted((a, b) => a.fromMinute - b.fromMinute));
  return parsed.success ? parsed.data : null;
}

/** The week that a form makes, or the days that are not right yet, counted from Monday as 0. */
export function weekOf(
  form: WeekForm,
): { readonly week: NonNullable<CalendarVersion["week"]> } | { readonly wrong: readonly number[] } {
  const days = weekdays.map((weekday) => dayOf(form[weekday - 1] ?? ""));
  const wrong = days.flatMap((day, index) => (day === null ? [index] : []));
  return wrong.length === 0 ? { week: days.map((day) => day ?? []) } : { wrong };
}

/** The version that counts on a date, or what counts where there is none. */
export function currentVersion(calendar: SiteCalendar, date: string): CalendarVersion {
  return versionOn(calendar, date) ?? { fromDate: date, week: null, holidays: { region: null, worked: [] } };
}

/** The calendar with a version that counts from its date on; one that began on that date is replaced. */
export function withVersion(calendar: SiteCalendar, version: CalendarVersion): SiteCalendar {
  const others = calendar.versions.filter((one) => one.fromDate !== version.fromDate);
  const versions = [...others, version].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  return { ...calendar, versions };
}

export function withoutVersion(calendar: SiteCalendar, fromDate: string): SiteCalendar {
  return { ...calendar, versions: calendar.versions.filter((one) => one.fromDate !== fromDate) };
}

/**
 * The calendar with other holidays from a date on. Versions that are planned for later dates get them
 * too: who closes on a holiday does not mean to open again with the summer hours.
 */
export function withHolidays(
  calendar: SiteCalendar,
  change: (holidays: CalendarVersion["holidays"]) => CalendarVersion["holidays"],
  date: string,
): SiteCalendar {
  const current = currentVersion(calendar, date);
  const changed = withVersion(calendar, { ...current, fromDate: date, holidays: change(current.holidays) });
  return {
    ...changed,
    versions: changed.versions.map((one) =>
      one.fromDate > date ? { ...one, holidays: change(one.holidays) } : one,
    ),
  };
}

/** The holidays with one of them worked, or not. */
export function withWorked(
  holidays: CalendarVersion["holidays"],
  name: HolidayName,
  isWorked: boolean,
): CalendarVersion["holidays"] {
  const worked = holidays.worked.filter((one) => one !== name);
  return { ...holidays, worked: isWorked ? [...worked, name] : worked };
}

export interface ExceptionForm {
  readonly kind: CalendarException["kind"];
  readonly fromDate: string;
  readonly toDate: string;
  readonly isWholeDay: boolean;
  /** `8:30–12:00`, where it is not the whole day. */
  readonly hours: string;
  readonly reason: string;
}

export type ExceptionField = "fromDate" | "toDate" | "hours" | "reason";

/** The exception that a form makes, or the fields that are not right yet. */
export function exceptionOf(
  form: ExceptionForm,
  id: string,
): { readonly exception: CalendarException } | { readonly wrong: readonly ExceptionField[] } {
  const { kind, fromDate, isWholeDay, hours } = form;
  const toDate = form.toDate === "" ? fromDate : form.toDate;
  const reason = form.reason.trim();
  const spans = isWholeDay ? [] : (dayOf(hours) ?? []);
  const wrong: ExceptionField[] = [
    ...(isDate(fromDate) ? [] : (["fromDate"] as const)),
    ...(isDate(toDate) && toDate >= fromDate ? [] : (["toDate"] as const)),
    ...(isWholeDay || spans.length === 1 ? [] : (["hours"] as const)),
    ...(reason === "" ? (["reason"] as const) : []),
  ];
  if (wrong.length > 0) return { wrong };
  return { exception: { id, kind, fromDate, toDate, span: spans[0] ?? null, reason } };
}

/** Whether a date field holds a whole date. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
