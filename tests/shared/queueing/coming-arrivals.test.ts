import { describe, expect, it } from "vitest";
import { comingArrivals } from "../../../shared/queueing/coming-arrivals.ts";
import { LocalIntervals } from "../../../shared/queueing/local-intervals.ts";

const paris = new LocalIntervals("Europe/Paris");
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Tuesday 24 November 2026, 10:05 in Paris. */
const nowMs = Date.UTC(2026, 10, 24, 9, 5);

/** So many arrivals in each interval from 08:00 to 18:00 local, on each of the last `days` days. */
function past(days: number, perInterval: number) {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: 40 }, (__, index) => ({
      intervalStartMs: Date.UTC(2026, 10, 24, 7) - (day + 1) * dayMs + index * 15 * minuteMs,
      arrivals: perInterval,
    })),
  ).flat();
}

describe("arrivals of the coming intervals", () => {
  it("follows the profile of past days, and cuts the current interval to what is left of it", () => {
    const { basis, intervals } = comingArrivals(past(28, 4), nowMs, paris, 4);
    expect(basis).toBe("profile");
    expect(intervals.map(({ startMs }) => startMs - nowMs)).toEqual([
      0,
      10 * minuteMs,
      25 * minuteMs,
      40 * minuteMs,
    ]);
    expect(intervals[0]?.seconds).toBe(600);
    // Nobody has come today between 8 and 10: today is quieter than the profile, but not silent.
    expect(intervals[1]?.arrivals.expected).toBeGreaterThan(0.1);
    expect(intervals[1]?.arrivals.expected).toBeLessThan(4);
  });

  it("scales the profile by how today goes", () => {
    const today = Array.from({ length: 8 }, (_, index) => ({
      intervalStartMs: Date.UTC(2026, 10, 24, 7) + index * 15 * minuteMs,
      arrivals: 8,
    }));
    const { intervals } = comingArrivals([...past(28, 4), ...today], nowMs, paris, 3);
    expect(intervals[1]?.arrivals.expected).toBeGreaterThan(6);
    expect(intervals[1]?.arrivals.ifFew).toBeLessThanOrEqual(intervals[1]?.arrivals.expected ?? 0);
    expect(intervals[1]?.arrivals.ifMany).toBeGreaterThanOrEqual(intervals[1]?.arrivals.expected ?? 0);
  });

  it("goes by the last hour where there are too few past days", () => {
    const lastHour = [9, 7, 8, 8].map((arrivals, index) => ({
      intervalStartMs: Date.UTC(2026, 10, 24, 8) + index * 15 * minuteMs,
      arrivals,
    }));
    const { basis, intervals } = comingArrivals([...past(4, 1), ...lastHour], nowMs, paris, 2);
    expect(basis).toBe("last_hour");
    expect(intervals[1]?.arrivals.expected).toBe(8);
    expect(intervals[0]?.arrivals.expected).toBeCloseTo((8 * 10) / 15);
  });

  it("keeps the local clock over the end of summer time", () => {
    const winterMs = Date.UTC(2026, 9, 26, 9, 0);
    const summer = Array.from({ length: 10 }, (_, day) => ({
      // 10:15 in Paris, summer time.
      intervalStartMs: Date.UTC(2026, 9, 24 - day, 8, 15),
      arrivals: 5,
    }));
    const { intervals } = comingArrivals(summer, winterMs, paris, 2);
    // 10:15 in winter time is 09:15 UTC.
    expect(intervals[0]?.arrivals.expected).toBe(0);
    expect(intervals[1]?.startMs).toBe(Date.UTC(2026, 9, 26, 9, 15));
    expect(intervals[1]?.arrivals.expected).toBeGreaterThan(2);
  });
});
