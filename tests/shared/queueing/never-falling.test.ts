import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neverFalling } from "../../../shared/queueing/never-falling.ts";

const values = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 });
const sum = (all: readonly number[]) => all.reduce((total, value) => total + value, 0);
const distance = (a: readonly number[], b: readonly number[]) =>
  sum(a.map((value, index) => (value - (b[index] ?? 0)) ** 2));

describe("a sequence that never falls", () => {
  it("takes together what falls", () => {
    expect(neverFalling([90, 10, 20, 40])).toEqual([40, 40, 40, 40]);
    expect(neverFalling([10, 30, 20, 40])).toEqual([10, 25, 25, 40]);
    expect(neverFalling([])).toEqual([]);
  });

  it("never falls, keeps the mean, and leaves alone what does not fall", () => {
    fc.assert(
      fc.property(values, (raw) => {
        const smooth = neverFalling(raw);
        expect(smooth).toHaveLength(raw.length);
        for (const [index, value] of smooth.entries()) {
          expect(value).toBeGreaterThanOrEqual((smooth[index - 1] ?? 0) - 1e-6);
        }
        expect(sum(smooth)).toBeCloseTo(sum(raw), 5);
        const sorted = [...raw].sort((a, b) => a - b);
        expect(neverFalling(sorted)).toEqual(sorted);
      }),
    );
  });

  it("is nearer than any other that does not fall", () => {
    fc.assert(
      fc.property(values, values, (raw, other) => {
        const rival = raw.map((_, index) => other[index] ?? 0).sort((a, b) => a - b);
        expect(distance(raw, neverFalling(raw))).toBeLessThanOrEqual(distance(raw, rival) + 1e-3);
      }),
    );
  });
});
