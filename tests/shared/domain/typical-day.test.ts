import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastTypicalDays, typicalBand, typicalDates } from "../../../shared/domain/typical-day.ts";
import { weekdayOf } from "../../../shared/queueing/intervals.ts";

const weekday = (date: string) => weekdayOf(Date.parse(`${date}T12:00:00Z`), "UTC");

describe("typical days", () => {
  it("are the same weekday of the eight weeks before", () => {
    const dates = typicalDates("2026-11-24", "2026-11-24");
    expect(dates).toHaveLength(8);
    expect([dates[0], dates[7]]).toEqual(["2026-11-17", "2026-09-29"]);
    expect(new Set(dates.map(weekday))).toEqual(new Set([2]));
  });

  it("are never today or later: those are not over", () => {
    expect(typicalDates("2026-12-08", "2026-12-01")[0]).toBe("2026-11-24");
    expect(typicalDates("2026-12-08", "2026-12-02")[0]).toBe("2026-12-01");
  });

  it("make a band between their ranks", () => {
    expect(typicalBand([10, 20, 30, 40, 50, 60, 70, 80])).toEqual({
      low: 17,
      middle: 45,
      high: 73,
      dayCount: 8,
    });
    expect(typicalBand([5, 5, 5, 5])).toEqual({ low: 5, middle: 5, high: 5, dayCount: 4 });
  });

  it("make none below four days", () => {
    expect(leastTypicalDays).toBe(4);
    expect(typicalBand([1, 2, 3])).toBeNull();
  });

  it("make a band within their values, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 4, maxLength: 8 }), (values) => {
        const band = typicalBand(values);
        expect(band).toEqual(typicalBand(values.toReversed()));
        if (band === null) throw new Error("four days make a band");
        expect(band.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(band.high).toBeLessThanOrEqual(Math.max(...values));
        expect(band.low).toBeLessThanOrEqual(band.high);
      }),
    );
  });
});
