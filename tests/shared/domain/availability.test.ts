import { describe, expect, it } from "vitest";
import { availabilitySpanSchema, isWithinHours } from "../../../shared/domain/availability.ts";

const paris = "Europe/Paris";
const tuesday = [{ weekday: 2, fromMinute: 9 * 60, toMinute: 12 * 60 }];
/** 24 November 2026 is a Tuesday; Paris is an hour ahead of UTC. */
const utc = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);

describe("hours of availability", () => {
  it("are those of the site's own clock and weekday; the end is no part of them", () => {
    expect(isWithinHours(tuesday, utc(24, 7, 59), paris)).toBe(false);
    expect(isWithinHours(tuesday, utc(24, 8), paris)).toBe(true);
    expect(isWithinHours(tuesday, utc(24, 10, 59), paris)).toBe(true);
    expect(isWithinHours(tuesday, utc(24, 11), paris)).toBe(false);
    expect(isWithinHours(tuesday, utc(25, 8), paris)).toBe(false);
    expect(isWithinHours(tuesday, utc(24, 8), "America/Cayenne")).toBe(false);
  });

  it("follow the clock over its change in October", () => {
    const sunday = [{ weekday: 7, fromMinute: 9 * 60, toMinute: 10 * 60 }];
    expect(isWithinHours(sunday, Date.UTC(2026, 9, 18, 7, 30), paris)).toBe(true);
    expect(isWithinHours(sunday, Date.UTC(2026, 9, 25, 7, 30), paris)).toBe(false);
    expect(isWithinHours(sunday, Date.UTC(2026, 9, 25, 8, 30), paris)).toBe(true);
  });

  it("are any time where nobody wrote them down, and no time where all days are empty", () => {
    expect(isWithinHours(null, utc(24, 3), paris)).toBe(true);
    expect(isWithinHours([], utc(24, 10), paris)).toBe(false);
  });

  it("refuse a span that ends before it begins", () => {
    expect(availabilitySpanSchema.safeParse({ weekday: 1, fromMinute: 600, toMinute: 600 }).success).toBe(
      false,
    );
  });
});
