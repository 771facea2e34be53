/** When the demo town hall opens. */
import { describe, expect, it } from "vitest";
import { daysBefore, openingOf } from "../../../electron/feeds/demo/days.ts";
import { hourMs } from "./play.ts";

describe("the demo's days", () => {
  it("open at half past eight when that fits, else so that the demo is in its fourth hour", () => {
    expect(openingOf(Date.UTC(2026, 10, 24, 12, 10))).toBe(Date.UTC(2026, 10, 24, 7, 30));
    const nightMs = Date.UTC(2026, 10, 24, 21, 0);
    expect(openingOf(nightMs)).toBe(nightMs - 4 * hourMs);
  });

  it("open at the same local time before and after the clocks change", () => {
    const days = daysBefore(Date.UTC(2026, 9, 26, 7, 30), 2);
    expect(days.map((day) => new Date(day.openMs).toISOString())).toEqual([
      "2026-10-25T07:30:00.000Z",
      "2026-10-24T06:30:00.000Z",
    ]);
  });
});
