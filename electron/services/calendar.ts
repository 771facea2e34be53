/** Opening times: what was entered, and the holidays that it goes by. */
import type { SiteCalendar } from "../../shared/domain/calendar.ts";
import type { Holiday, HolidayRegion } from "../../shared/domain/holiday.ts";
import type { CalendarStore } from "../store/store.ts";
import { frenchHolidays } from "./french-holidays.ts";

/** Events are taken in from 1990 to 2100; their holidays are kept with the calendar, so that figures need no library. */
const firstYear = 1990;
const lastYear = 2100;

export interface CalendarService {
  list(): Promise<readonly SiteCalendar[]>;
  /** Keeps the calendar of a site or of a service of it, in place of the one that was. */
  put(calendar: SiteCalendar): Promise<readonly SiteCalendar[]>;
  /** Public holidays of a year, in order. */
  holidays(region: HolidayRegion, year: number): Promise<Holiday[]>;
}

/** Makes the calendar service of a store. */
export function createCalendars(store: CalendarStore): CalendarService {
  const list = async () => (await store.calendars()).calendars;
  return {
    list,
    async put(calendar) {
      const regions = new Set(calendar.versions.flatMap(({ holidays }) => holidays.region ?? []));
      const known = new Set((await store.calendars()).holidays.map(({ region }) => region));
      const missing = [...regions].filter((region) => !known.has(region));
      const holidays = await Promise.all(
        missing.map((region) => frenchHolidays(region, firstYear, lastYear)),
      );
      await store.putCalendar(calendar, holidays.flat());
      return list();
    },
    holidays: (region, year) => frenchHolidays(region, year, year),
  };
}
