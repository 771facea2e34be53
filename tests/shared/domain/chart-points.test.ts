import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignPoints, comparedRange } from "../../../shared/domain/chart-compare.ts";
import { chartPoints, type DayRange, daysBetween } from "../../../shared/domain/chart-points.ts";
import { addDays, localHour, localInterval, weekdayOf } from "../../../shared/queueing/intervals.ts";

const paris = "Europe/Paris";
const day = (date: string): DayRange => ({ firstDate: date, lastDate: date });
const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
const anyRange = fc
  .record({ firstDate: anyDate, days: fc.integer({ min: 0, max: 40 }) })
  .map(({ firstDate, days }) => ({ firstDate, lastDate: addDays(firstDate, days) }));

/** Labels of the local clock for each point and the one beside it. */
function pairs(
  step: "interval" | "hour",
  own: string,
  compared: string,
): (readonly [string, string | null])[] {
  const ownPoints = chartPoints(step, day(own), paris);
  const partners = alignPoints(
    step,
    ownPoints,
    day(own),
    chartPoints(step, day(compared), paris),
    day(compared),
  );
  return ownPoints.map((point, index) => {
    const partner = partners[index];
    return [
      localInterval(point.fromMs, paris),
      partner === null || partner === undefined ? null : localInterval(partner.fromMs, paris),
    ];
  });
}

describe("the points of a chart", () => {
  it("are 100 quarter hours on the day the clock is put back, 92 on the day it is put forward", () => {
    expect(chartPoints("interval", day("2026-10-25"), paris)).toHaveLength(100);
    expect(chartPoints("interval", day("2027-03-28"), paris)).toHaveLength(92);
    expect(chartPoints("interval", day("2026-11-24"), paris)).toHaveLength(96);
    expect(chartPoints("hour", day("2026-10-25"), paris)).toHaveLength(25);
    expect(chartPoints("hour", day("2027-03-28"), paris)).toHaveLength(23);
  });

  it("tell the two times apart that the clock shows twice", () => {
    const points = chartPoints("interval", day("2026-10-25"), paris);
    expect(points.filter((point) => point.minute === 135).map((point) => point.repeat)).toEqual([0, 1]);
    expect(new Set(points.map((point) => `${point.minute} ${point.repeat}`)).size).toBe(100);
  });

  it("lie one after the other without a gap, whatever the step", () => {
    fc.assert(
      fc.property(anyRange, fc.constantFrom("interval", "hour", "day"), (range, step) => {
        const points = chartPoints(step, range, paris);
        const after = chartPoints(step, day(addDays(range.lastDate, 1)), paris)[0];
        const starts = [...points.map((point) => point.fromMs), after?.fromMs ?? 0];
        const gaps = starts.slice(1).map((start, index) => (start - (starts[index] ?? 0)) / 3_600_000);
        const allowed = { interval: [0.25], hour: [1], day: [23, 24, 25] }[step];
        expect(gaps.filter((gap) => !allowed.includes(gap))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("name hours as the figures do, also where a zone's day is not one of 24 hours", () => {
    for (const timeZone of [paris, "Australia/Lord_Howe", "Asia/Kathmandu"]) {
      for (const date of ["2026-10-25", "2026-04-05", "2026-10-04", "2026-03-29"]) {
        const hours = chartPoints("hour", day(date), timeZone).map(({ fromMs }) =>
          localHour(fromMs, timeZone),
        );
        expect(new Set(hours).size).toBe(hours.length);
      }
    }
  });

  it("are Mondays, firsts of the month and New Year's days, the first of them around the first day", () => {
    const range = { firstDate: "2026-11-24", lastDate: "2027-01-10" };
    const dates = (step: "week" | "month" | "year") =>
      chartPoints(step, range, paris).map(({ date }) => date);
    expect(dates("week")).toEqual([
      "2026-11-23",
      "2026-11-30",
      "2026-12-07",
      "2026-12-14",
      "2026-12-21",
      "2026-12-28",
      "2027-01-04",
    ]);
    expect(dates("month")).toEqual(["2026-11-01", "2026-12-01", "2027-01-01"]);
    expect(dates("year")).toEqual(["2026-01-01", "2027-01-01"]);
  });
});

describe("two periods side by side", () => {
  it("are as long as one another", () => {
    fc.assert(
      fc.property(anyRange, anyDate, (range, date) => {
        const compared = comparedRange("day", range, date);
        expect(compared.firstDate).toBe(date);
        expect(daysBetween(compared.firstDate, compared.lastDate)).toBe(
          daysBetween(range.firstDate, range.lastDate),
        );
      }),
    );
  });

  it("begin on the same weekday where weeks are compared, three days off at most", () => {
    fc.assert(
      fc.property(anyRange, anyDate, (range, date) => {
        const { firstDate } = comparedRange("week", range, date);
        const weekday = (one: string) => weekdayOf(Date.parse(`${one}T12:00:00Z`), "UTC");
        expect(weekday(firstDate)).toBe(weekday(range.firstDate));
        expect(Math.abs(daysBetween(date, firstDate))).toBeLessThanOrEqual(3);
        expect(chartPoints("week", comparedRange("week", range, date), paris)).toHaveLength(
          chartPoints("week", range, paris).length,
        );
      }),
    );
  });

  it("have as many months and years, leap years or not", () => {
    const year = { firstDate: "2025-01-01", lastDate: "2025-12-31" };
    expect(comparedRange("month", year, "2024-01-01")).toEqual({
      firstDate: "2024-01-01",
      lastDate: "2024-12-31",
    });
    expect(comparedRange("year", year, "2024-01-01").lastDate).toBe("2024-12-31");
  });

  it("stand day beside day", () => {
    const range = { firstDate: "2026-11-23", lastDate: "2026-11-25" };
    const compared = comparedRange("day", range, "2025-11-24");
    const partners = alignPoints(
      "day",
      chartPoints("day", range, paris),
      range,
      chartPoints("day", compared, paris),
      compared,
    );
    expect(partners.map((one) => one?.date)).toEqual(["2025-11-24", "2025-11-25", "2025-11-26"]);
  });

  it("stand side by side by the local clock, so that ten is beside ten whatever was set at night", () => {
    const back = pairs("interval", "2026-10-25", "2026-10-18");
    expect(back).toContainEqual(["2026-10-25T10:00+01:00", "2026-10-18T10:00+02:00"]);
    expect(back).toContainEqual(["2026-10-25T02:15+02:00", "2026-10-18T02:15+02:00"]);
    expect(back).toContainEqual(["2026-10-25T02:15+01:00", null]);
    expect(back.filter(([, partner]) => partner === null)).toHaveLength(4);
    const forward = pairs("interval", "2027-03-28", "2027-03-21");
    expect(forward).toHaveLength(92);
    expect(forward).toContainEqual(["2027-03-28T10:00+02:00", "2027-03-21T10:00+01:00"]);
    expect(forward.every(([, partner]) => partner !== null)).toBe(true);
    expect(pairs("hour", "2026-10-18", "2026-10-25").every(([, partner]) => partner !== null)).toBe(true);
  });
});
