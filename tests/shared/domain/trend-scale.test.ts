import fc from "fast-check";
import { expect, test } from "vitest";
import { trendScale } from "../../../shared/domain/trend-scale.ts";

function heightsOf(values: readonly number[], unit: "share" | "seconds"): number[] {
  return values.map(trendScale(values, unit));
}

function expectClose(heights: readonly number[], wanted: readonly number[]): void {
  expect(heights).toHaveLength(wanted.length);
  for (const [index, height] of heights.entries()) expect(height).toBeCloseTo(wanted[index] ?? Number.NaN);
}

test("a share that moves by less than a point hardly rises, one that moves by twenty fills the height", () => {
  const [before = 0, after = 0] = heightsOf([0.801, 0.804], "share");
  expect(Math.abs(after - before)).toBeLessThan(0.05);
  expectClose(heightsOf([0.6, 0.8], "share"), [0, 1]);
});

test("a wait that grows by a tenth rises less than half way, one that doubles fills the height", () => {
  const [before = 0, after = 0] = heightsOf([200, 220], "seconds");
  expect(after).toBeGreaterThan(before);
  expect(after - before).toBeLessThan(0.5);
  expectClose(heightsOf([200, 400], "seconds"), [0, 1]);
});

test("values that never change lie in the middle", () => {
  expectClose(heightsOf([0, 0, 0], "seconds"), [0.5, 0.5, 0.5]);
  expectClose(heightsOf([0.4, 0.4], "share"), [0.5, 0.5]);
});

test("no value leaves the picture, and a higher one is never drawn lower", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 13 }),
      fc.constantFrom("share" as const, "seconds" as const),
      (values, unit) => {
        const scale = trendScale(values, unit);
        const sorted = [...values].sort((a, b) => a - b).map(scale);
        for (const [index, height] of sorted.entries()) {
          expect(height).toBeGreaterThanOrEqual(-1e-9);
          expect(height).toBeLessThanOrEqual(1 + 1e-9);
          expect(height).toBeGreaterThanOrEqual((sorted[index - 1] ?? 0) - 1e-9);
        }
      },
    ),
  );
});
