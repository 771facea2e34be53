import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparableDays,
  directionOf,
  effectOf,
  intervalRank,
  shiftOf,
} from "../../../shared/domain/idea-effect.ts";
import { addDays } from "../../../shared/queueing/intervals.ts";

/** Monday. */
const start = "2026-03-02";
const day = (offset: number, value = 0) => ({ date: addDays(start, offset), value });

describe("the shift between two samples", () => {
  it("is the median of all differences, with the interval of the rank test", () => {
    // Differences of (6…10) and (1…5): 1, 2 2, 3 3 3, 4×4, 5×5, 6×4, 7×3, 8×2, 9; the third from either end.
    expect(shiftOf([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toEqual({ estimate: 5, low: 2, high: 8 });
    expect(shiftOf([10, 10, 10, 10, 10], [9, 9, 9, 9, 9])).toEqual({ estimate: -1, low: -1, high: -1 });
    expect(shiftOf([1, 2, 3], [4, 5, 6])).toBeNull();
    expect(shiftOf([], [])).toBeNull();
  });

  it("counts as far in as the tables of the Mann–Whitney test say", () => {
    // One more than the critical value at 5 %, two-sided.
    expect(intervalRank(5, 5)).toBe(3);
    expect(intervalRank(6, 6)).toBe(6);
    expect(intervalRank(8, 8)).toBe(14);
    expect(intervalRank(10, 10)).toBe(24);
    expect(intervalRank(20, 20)).toBe(128);
    expect(intervalRank(4, 12)).toBe(8);
    expect(intervalRank(3, 3)).toBeNull();
  });

  it("covers nothing in about 95 of 100 worlds in which nothing happened", () => {
    const random = seeded(20_261_124);
    const worlds = 2_000;
    let covered = 0;
    for (let world = 0; world < worlds; world += 1) {
      const sample = () => Array.from({ length: 12 }, () => 5 + 3 * normal(random));
      const shift = shiftOf(sample(), sample());
      if (shift !== null && directionOf(shift) === "unclear") covered += 1;
    }
    // Exactly 95.5 % for twelve days: within four standard errors.
    expect(covered / worlds).toBeGreaterThan(0.936);
    expect(covered / worlds).toBeLessThan(0.974);
  });

  it("finds a shift that is there, in its own unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 5, maxLength: 28 }),
        fc.integer({ min: -900, max: 900 }),
        (values, moved) => {
          const shift = shiftOf(
            values,
            values.map((value) => value + moved),
          );
          expect(shift?.estimate).toBeCloseTo(moved);
          expect(shift?.low).toBeLessThanOrEqual(moved);
          expect(shift?.high).toBeGreaterThanOrEqual(moved);
        },
      ),
    );
  });
});

describe("the days that are compared", () => {
  it("are of each weekday equally many, the nearest to the start", () => {
    const days = [-14, -8, -7, -6, -2, 0, 1, 8, 15].map((offset) => day(offset));
    const { before, after } = comparableDays(days, start);
    expect(before.map(({ date }) => date)).toEqual([addDays(start, -7), addDays(start, -6)]);
    expect(after.map(({ date }) => date)).toEqual([start, addDays(start, 1)]);
  });

  it("say nothing while they are fewer than five on a side", () => {
    const days = [-7, -6, -5, -4, -3, 0, 1, 2, 3].map((offset) => day(offset, offset < 0 ? 9 : 4));
    const trial = { startDate: start, figure: "wait_p50", siteId: null, serviceId: null } as const;
    const early = effectOf(trial, days, "d");
    expect([early.daysCompared, early.shift]).toEqual([4, null]);
    const later = effectOf(trial, [...days, day(4, 4)], "d");
    expect([later.daysCompared, later.shift?.estimate]).toEqual([5, -5]);
    expect([later.medianBefore, later.medianAfter]).toEqual([9, 4]);
    expect(later.shift && directionOf(later.shift)).toBe("fell");
  });
});

/** Mulberry32: the same worlds on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
