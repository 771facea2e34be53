/** When the demo town hall opens. */
import { describe, expect, it } from "vitest";
import { daysBefore, monthsToldOf, openingOf } from "../../../electron/feeds/demo/days.ts";
import { principleMonth } from "../../../shared/domain/principle-month.ts";
import { hourMs } from "./play.ts";

describe("the demo's days", () => {
  it("open at half past eight when that fits, else so that the demo is in its fourth hour", () => {
    expect(openingOf(Date.UTC(2026, 10, 24, 12, 10))).toBe(Date.UTC(2026, 10, 24, 7, 30));
    const nightMs = Date.UTC(2026, 10, 24, 21, 0);
    expect(openingOf(nightMs)).toBe(nightMs - 4 * hourMs);
  });

  it("open at the same local time before and after the clocks change", () => {
    const days = daysBefore(Date.UTC(2026, 9, 26, 7, 30));
    expect(days.slice(0, 2).map((day) => new Date(day.openMs).toISOString())).toEqual([
      "2026-10-25T07:30:00.000Z",
      "2026-10-24T06:30:00.000Z",
    ]);
  });

  it("are fourteen without a gap, then a few of each month back to the one that the principles set beside", () => {
    const dates = (nowMs: number) => daysBefore(openingOf(nowMs)).map(({ date }) => date);
    const ofTuesday = dates(Date.UTC(2026, 10, 24, 12));
    expect(ofTuesday.slice(0, 14).at(-1)).toBe("2026-11-10");
    expect(ofTuesday.slice(14)).toEqual([
      "2026-11-07",
      "2026-11-04",
      "2026-11-01",
      "2026-10-21",
      "2026-10-14",
      "2026-10-07",
      "2026-10-04",
      "2026-10-01",
    ]);
    // In the first week of a month the principles show the one before, beside the one before that.
    expect(dates(Date.UTC(2026, 11, 3, 12)).at(-1)).toBe("2026-10-01");
    expect(dates(Date.UTC(2026, 11, 9, 12)).at(-1)).toBe("2026-11-01");
  });

  it("hold three of the first days of the month before, on whichever day the demo starts", () => {
    for (let day = 0; day < 366; day += 1) {
      const nowMs = Date.UTC(2026, 0, 1, 12) + day * 24 * hourMs;
      const today = new Date(nowMs).toISOString().slice(0, 10);
      const { shown, before } = monthsToldOf(today);
      const { previousUntilDate } = principleMonth(shown, today);
      const told = daysBefore(openingOf(nowMs)).map(({ date }) => date);
      const inBoth = told.filter((date) => date.startsWith(before) && date < previousUntilDate);
      expect(inBoth.length).toBeGreaterThanOrEqual(3);
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBeLessThanOrEqual(14 + 10);
    }
  });
});
