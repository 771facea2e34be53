/** The calendars of all sites at hand: whether somebody is open at an instant, and until when. */
import { addDays, intervalMs, intervalStartMs, localDate } from "../queueing/intervals.ts";
import {
  type Calendar,
  hasOpeningHours,
  type OpenInterval,
  openIntervalsOf,
  type SiteCalendar,
} from "./calendar.ts";
import type { IsOpen } from "./figure.ts";
import type { Holiday, HolidayName } from "./holiday.ts";

/** Everything that was entered about opening times, with the dates of the holidays that it names. */
export interface CalendarBook {
  readonly calendars: readonly SiteCalendar[];
  readonly holidays: readonly Holiday[];
}

export const emptyCalendarBook: CalendarBook = { calendars: [], holidays: [] };

const dayMs = 24 * 60 * 60 * 1000;

/** Answers for one state of the calendars; make another where they or a time zone change. */
export class OpeningTimes {
  readonly #calendars: ReadonlyMap<string, SiteCalendar>;
  readonly #holidays: ReadonlyMap<string, HolidayName>;
  readonly #timeZoneOf: (siteId: string) => string;
  /** Open time by site and service, then by day of UTC, since instants come by the million. */
  readonly #known = new Map<string, Map<number, readonly OpenInterval[]>>();

  constructor({ calendars, holidays }: CalendarBook, timeZoneOf: (siteId: string) => string) {
    this.#calendars = new Map(calendars.map((one) => [keyOf(one.siteId, one.serviceId), one]));
    this.#holidays = new Map(holidays.map(({ region, date, name }) => [`${region} ${date}`, name]));
    this.#timeZoneOf = timeZoneOf;
  }

  /** Whether anything was entered for a service, or for the site that it is at. */
  hasCalendar(siteId: string, serviceId: string | null): boolean {
    return (
      this.#calendars.has(keyOf(siteId, null)) ||
      (serviceId !== null && this.#calendars.has(keyOf(siteId, serviceId)))
    );
  }

  /** Whether a service (null: the site as such) is open at an instant. */
  isOpen(siteId: string, serviceId: string | null, atMs: number): boolean {
    if (!this.hasCalendar(siteId, serviceId)) return true;
    return this.#around(siteId, serviceId, atMs).some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
  }

  /**
   * Whether the 15-minute interval of an instant has any open time. Figures leave out whole intervals,
   * so that an interval's row counts as a whole or not at all.
   */
  isOpenInterval(siteId: string, serviceId: string | null, atMs: number): boolean {
    if (!this.hasCalendar(siteId, serviceId)) return true;
    const startMs = intervalStartMs(atMs);
    return this.#around(siteId, serviceId, startMs).some(
      ({ fromMs, toMs }) => fromMs < startMs + intervalMs && toMs > startMs,
    );
  }

  /** Whether who came at an instant is judged by the service level: always, where the channel has no hours. */
  readonly isJudged: IsOpen = (siteId, serviceId, channel, atMs) =>
    !hasOpeningHours(channel) || this.isOpenInterval(siteId, serviceId, atMs);

  /** Open time of a local date, in order. */
  openOn(siteId: string, serviceId: string | null, date: string): OpenInterval[] {
    return openIntervalsOf(this.#calendarOf(siteId, serviceId), this.#timeZoneOf(siteId), date);
  }

  /** What is still to come of the open time of the local day that an instant falls in. */
  openFrom(siteId: string, serviceId: string | null, atMs: number): OpenInterval[] {
    return this.openOn(siteId, serviceId, localDate(atMs, this.#timeZoneOf(siteId)))
      .filter(({ toMs }) => toMs > atMs)
      .map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, atMs), toMs }));
  }

  #around(siteId: string, serviceId: string | null, atMs: number): readonly OpenInterval[] {
    const key = keyOf(siteId, serviceId);
    const days = this.#known.get(key) ?? new Map<number, readonly OpenInterval[]>();
    this.#known.set(key, days);
    const day = Math.floor(atMs / dayMs);
    const known = days.get(day);
    if (known !== undefined) return known;
    const timeZone = this.#timeZoneOf(siteId);
    const first = localDate(day * dayMs, timeZone);
    const found = [first, addDays(first, 1)].flatMap((date) => this.openOn(siteId, serviceId, date));
    days.set(day, found);
    return found;
  }

  #calendarOf(siteId: string, serviceId: string | null): Calendar {
    return {
      site: this.#calendars.get(keyOf(siteId, null)),
      service: serviceId === null ? undefined : this.#calendars.get(keyOf(siteId, serviceId)),
      holidayOn: (region, date) => this.#holidays.get(`${region} ${date}`),
    };
  }
}

function keyOf(siteId: string, serviceId: string | null): string {
  return `${siteId}\n${serviceId ?? ""}`;
}
