import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calendar,
  type CalendarException,
  type CalendarVersion,
  hoursOf,
  openIntervalsOf,
  siteCalendarSchema,
} from "../../../shared/domain/calendar.ts";
import { changedDates } from "../../../shared/domain/calendar-change.ts";
import { type DayHours, wholeDay } from "../../../shared/domain/opening-hours.ts";
import { OpeningTimes } from "../../../shared/domain/opening-times.ts";
import { addDays, localDate, minuteOfDay, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";

const paris = "Europe/Paris";
const morning = { fromMinute: 8 * 60 + 30, toMinute: 12 * 60 };
const afternoon = { fromMinute: 13 * 60 + 30, toMinute: 17 * 60 };
const workday = [morning, afternoon];

function version(changes: Partial<CalendarVersion> = {}): CalendarVersion {
  return {
    fromDate: "2026-01-01",
    week: [workday, workday, workday, workday, workday, [morning], []],
    holidays: { region: "metropole", worked: [] },
    ...changes,
  };
}

function calendar(
  versions: readonly CalendarVersion[],
  exceptions: readonly Omit<CalendarException, "id" | "reason">[] = [],
): Calendar {
  return {
    site: {
      versions: [...versions],
      exceptions: exceptions.map((one, index) => ({ ...one, id: `e${index}`, reason: "Travaux" })),
    },
    service: undefined,
    holidayOn: (_region, date) => (date === "2026-11-11" ? "armistice_1918" : undefined),
  };
}

/** The same hours on every day. */
function everyDay(hours: DayHours): Calendar {
  const week = Array.from({ length: 7 }, () => [...hours]);
  return calendar([version({ week, holidays: { region: null, worked: [] } })]);
}

describe("the hours of a date", () => {
  it("are those of its weekday, with the break at noon", () => {
    expect(hoursOf(calendar([version()]), "2026-11-24")).toEqual(workday);
    expect(hoursOf(calendar([version()]), "2026-11-28")).toEqual([morning]);
    expect(hoursOf(calendar([version()]), "2026-11-29")).toEqual([]);
  });

  it("are the whole day where nothing was entered, and before the first calendar counts", () => {
    expect(hoursOf(calendar([]), "2026-11-29")).toEqual(wholeDay);
    expect(hoursOf(calendar([version()]), "2025-12-31")).toEqual(wholeDay);
  });

  it("change with the date from which a later calendar counts", () => {
    const summer = version({ fromDate: "2026-07-01", week: [[morning], [], [], [], [], [], []] });
    const both = calendar([version(), summer]);
    expect(hoursOf(both, "2026-06-29")).toEqual(workday);
    expect(hoursOf(both, "2026-07-06")).toEqual([morning]);
  });

  it("are none on a holiday, unless it is worked", () => {
    expect(hoursOf(calendar([version()]), "2026-11-11")).toEqual([]);
    const worked = version({ holidays: { region: "metropole", worked: ["armistice_1918"] } });
    expect(hoursOf(calendar([worked]), "2026-11-11")).toEqual(workday);
    const secular = version({ holidays: { region: null, worked: [] } });
    expect(hoursOf(calendar([secular]), "2026-11-11")).toEqual(workday);
  });

  it("lose an exceptional closing, gain an opening, and closing outdoes opening", () => {
    const dates = { fromDate: "2026-11-28", toDate: "2026-11-29" };
    const closed = { ...dates, kind: "closed", span: { fromMinute: 600, toMinute: 660 } } as const;
    expect(hoursOf(calendar([version()], [closed]), "2026-11-28")).toEqual([
      { fromMinute: 510, toMinute: 600 },
      { fromMinute: 660, toMinute: 720 },
    ]);
    const open = { ...dates, kind: "open", span: { fromMinute: 600, toMinute: 780 } } as const;
    expect(hoursOf(calendar([version()], [open]), "2026-11-28")).toEqual([
      { fromMinute: 510, toMinute: 780 },
    ]);
    expect(hoursOf(calendar([version()], [open]), "2026-11-29")).toEqual([
      { fromMinute: 600, toMinute: 780 },
    ]);
    const shut = { ...dates, kind: "closed", span: null } as const;
    expect(hoursOf(calendar([version()], [open, shut]), "2026-11-28")).toEqual([]);
  });

  it("of a service replace those of its site, while the site's closings hold for it too", () => {
    const site = calendar(
      [version()],
      [{ kind: "closed", fromDate: "2026-11-25", toDate: "2026-11-25", span: null }],
    );
    const own = version({ fromDate: "2026-11-01", week: Array.from({ length: 7 }, () => [morning]) });
    const service = { versions: [own], exceptions: [] };
    expect(hoursOf({ ...site, service }, "2026-11-24")).toEqual([morning]);
    expect(hoursOf({ ...site, service }, "2026-10-20")).toEqual(workday);
    expect(hoursOf({ ...site, service }, "2026-11-25")).toEqual([]);
    const back = { versions: [own, version({ fromDate: "2026-11-20", week: null })], exceptions: [] };
    expect(hoursOf({ ...site, service: back }, "2026-11-24")).toEqual(workday);
  });
});

describe("on days on which the clocks are set", () => {
  it("a site that is always open is open for 25 hours on 25 October 2026 and for 23 on 28 March 2027", () => {
    const hoursOpen = (date: string) =>
      openIntervalsOf(everyDay(wholeDay), paris, date).map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000);
    expect(hoursOpen("2026-10-25")).toEqual([25]);
    expect(hoursOpen("2027-03-28")).toEqual([23]);
  });

  const span = fc
    .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 700 }))
    .map(([fromMinute, minutes]) => ({ fromMinute, toMinute: Math.min(1_440, fromMinute + minutes) }));

  it("open is what the local clock says, at every instant", () => {
    const date = fc.constantFrom(
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
      "2027-03-27",
      "2027-03-28",
      "2027-03-29",
    );
    const zone = fc.constantFrom(paris, "America/Martinique", "Indian/Reunion");
    fc.assert(
      fc.property(
        date,
        zone,
        span,
        fc.integer({ min: -60, max: 25 * 60 }),
        (day, timeZone, hours, minutes) => {
          const times = new OpeningTimes(
            {
              calendars: [
                {
                  siteId: "hall",
                  serviceId: null,
                  versions: [
                    version({
                      week: Array.from({ length: 7 }, () => [hours]),
                      holidays: { region: null, worked: [] },
                    }),
                  ],
                  exceptions: [],
                },
              ],
              holidays: [],
            },
            () => timeZone,
          );
          const atMs = startOfLocalDateMs(day, timeZone) + minutes * 60_000;
          const clock = minuteOfDay(atMs, timeZone);
          expect(times.isOpen("hall", null, atMs)).toBe(clock >= hours.fromMinute && clock < hours.toMinute);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("open intervals are in order, apart from each other, and within their local date", () => {
    const date = fc.constantFrom("2026-10-25", "2027-03-28", "2026-11-24");
    fc.assert(
      fc.property(date, span, span, (day, one, other) => {
        const [first, second] = one.fromMinute <= other.fromMinute ? [one, other] : [other, one];
        if (second.fromMinute <= first.toMinute) return;
        const intervals = openIntervalsOf(everyDay([first, second]), paris, day);
        for (const [index, { fromMs, toMs }] of intervals.entries()) {
          expect(fromMs).toBeLessThan(toMs);
          expect(fromMs).toBeGreaterThan(intervals[index - 1]?.toMs ?? 0);
          expect(localDate(fromMs, paris)).toBe(day);
          expect(toMs).toBeLessThanOrEqual(startOfLocalDateMs(addDays(day, 1), paris));
        }
      }),
    );
  });
});

describe("opening times at hand", () => {
  const times = new OpeningTimes(
    {
      calendars: [{ siteId: "hall", serviceId: null, versions: [version()], exceptions: [] }],
      holidays: [{ region: "metropole", date: "2026-11-11", name: "armistice_1918" }],
    },
    () => paris,
  );
  const at = (text: string) => Date.parse(`${text}+01:00`);

  it("know the holidays by date, and that other sites are always open", () => {
    expect(times.isOpen("hall", null, at("2026-11-11T10:00"))).toBe(false);
    expect(times.isOpen("hall", "passports", at("2026-11-12T10:00"))).toBe(true);
    expect(times.isOpen("annex", null, at("2026-11-11T03:00"))).toBe(true);
    expect(times.hasCalendar("annex", null)).toBe(false);
  });

  it("count a quarter hour that is open for a part of it", () => {
    expect(times.isOpenInterval("hall", null, at("2026-11-12T08:29"))).toBe(false);
    expect(times.isOpenInterval("hall", null, at("2026-11-12T08:30"))).toBe(true);
    expect(times.isOpenInterval("hall", null, at("2026-11-12T17:00"))).toBe(false);
  });

  it("tell what is left of a day", () => {
    expect(times.openFrom("hall", null, at("2026-11-12T11:00"))).toEqual([
      { fromMs: at("2026-11-12T11:00"), toMs: at("2026-11-12T12:00") },
      { fromMs: at("2026-11-12T13:30"), toMs: at("2026-11-12T17:00") },
    ]);
    expect(times.openFrom("hall", null, at("2026-11-12T17:00"))).toEqual([]);
  });
});

describe("a change of a calendar", () => {
  const exception = {
    id: "water",
    kind: "closed",
    fromDate: "2026-03-04",
    toDate: "2026-03-06",
    span: null,
    reason: "Fuite d’eau",
  } as const;
  const before = { versions: [version()], exceptions: [] };

  it("concerns the dates of its exceptions, and everything from a changed version on", () => {
    expect(changedDates(before, before)).toBeNull();
    expect(changedDates(before, { ...before, exceptions: [exception] })).toEqual({
      fromDate: "2026-03-04",
      toDate: "2026-03-06",
    });
    const later = version({ fromDate: "2026-07-01" });
    expect(changedDates(before, { versions: [version(), later], exceptions: [] })).toEqual({
      fromDate: "2026-07-01",
      toDate: null,
    });
  });

  it("is refused where hours overlap, dates are out of order or a closing has no reason", () => {
    const entered = { siteId: "hall", serviceId: null, exceptions: [] };
    const overlapping = version({
      week: [[morning, { fromMinute: 700, toMinute: 800 }], [], [], [], [], [], []],
    });
    expect(siteCalendarSchema.safeParse({ ...entered, versions: [overlapping] }).success).toBe(false);
    expect(siteCalendarSchema.safeParse({ ...entered, versions: [version(), version()] }).success).toBe(
      false,
    );
    const nameless = { ...exception, reason: " " };
    expect(siteCalendarSchema.safeParse({ ...entered, versions: [], exceptions: [nameless] }).success).toBe(
      false,
    );
  });
});
