/** Arrivals follow the profile of the day, and handling times their distribution. */
import { describe, expect, it } from "vitest";
import { DayShape, dayMs, nextArrivalMs } from "../../../electron/feeds/demo/floor/day-shape.ts";
import { Random } from "../../../electron/feeds/demo/floor/random.ts";
import { demoTown } from "../../../electron/feeds/demo/floor/town.ts";
import { hourMs, minuteMs } from "./play.ts";

/** Expected share of a day's cases in a time, by adding up minutes: not the sampler's own sum. */
function shareBetween(shape: DayShape, fromMs: number, toMs: number): number {
  let share = 0;
  for (let atMs = fromMs; atMs < toMs; atMs += minuteMs) {
    share += shape.densityPerMs(atMs + minuteMs / 2) * minuteMs;
  }
  return share;
}

describe("arrivals", () => {
  it.each(demoTown.services.map((service) => [service.name, service.shape] as const))(
    "of %s spread over a day as the profile says (chi-square over half hours)",
    (name, shape) => {
      const random = new Random(7, name);
      const casesPerDay = 120;
      const days = 60;
      const counts = Array.from({ length: 18 }, () => 0);
      for (let atMs = 0; ; ) {
        atMs = nextArrivalMs(random, shape, casesPerDay, 0, atMs);
        if (atMs >= days * dayMs) break;
        const slot = Math.floor((atMs % dayMs) / (30 * minuteMs));
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
      const chiSquare = counts.reduce((sum, count, slot) => {
        const expected =
          shareBetween(shape, slot * 30 * minuteMs, (slot + 1) * 30 * minuteMs) * casesPerDay * days;
        return sum + (count - expected) ** 2 / expected;
      }, 0);
      // 99.9 % of a chi-square with 18 degrees of freedom (the total is random too) lies below 42.3.
      expect(chiSquare).toBeLessThan(42.3);
      expect(chiSquare).toBeGreaterThan(4);
    },
  );

  it("keep the peaks of a profile apart from its quiet hours", () => {
    const shape = new DayShape([
      [0, 0],
      [4.5, 1],
      [9, 0],
    ]);
    expect(shape.densityPerMs(4.5 * hourMs)).toBeCloseTo(2 / dayMs, 12);
    expect(shareBetween(shape, 0, dayMs)).toBeCloseTo(1, 4);
    expect(shareBetween(shape, 3 * hourMs, 6 * hourMs)).toBeCloseTo(5 / 9, 3);
  });
});

describe("random values", () => {
  it("have the mean and the spread that were asked for", () => {
    const random = new Random(3, "handling");
    const values = Array.from(
      { length: 40_000 },
      () => random.lognormalMs({ meanSeconds: 480, cv: 0.6 }) / 1_000,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 480)).toBeLessThan(8);
    expect(Math.abs(Math.sqrt(variance) / mean - 0.6)).toBeLessThan(0.03);
    const patience = Array.from({ length: 40_000 }, () => random.exponential(240));
    expect(Math.abs(patience.reduce((sum, value) => sum + value, 0) / patience.length - 240)).toBeLessThan(5);
    const nights = Array.from({ length: 4_000 }, () => random.poisson(24));
    expect(Math.abs(nights.reduce((sum, value) => sum + value, 0) / nights.length - 24)).toBeLessThan(0.4);
  });

  it("are the same for the same seed and name, and others for another", () => {
    const draw = (seed: number, name: string) => {
      const random = new Random(seed, name);
      return Array.from({ length: 5 }, () => random.unit());
    };
    expect(draw(1, "a")).toEqual(draw(1, "a"));
    expect(draw(1, "a")).not.toEqual(draw(2, "a"));
    expect(draw(1, "a")).not.toEqual(draw(1, "b"));
  });
});
