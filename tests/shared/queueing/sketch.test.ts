import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSketch, Sketch } from "../../../shared/queueing/sketch.ts";
import { sketchRelativeAccuracy } from "../../../shared/queueing/sketch-mapping.ts";
import { exactQuantile, quantilesOf, quantilesOfOne } from "../../../shared/queueing/sketch-quantiles.ts";

/** From a millisecond to months, with zeros, and many that are near each other. */
const seconds = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.001, max: 1e7, noNaN: true }),
  fc.integer({ min: 100, max: 400 }),
);
const waits = fc.array(seconds, { maxLength: 300 });

function sketchOf(values: readonly number[]): Sketch {
  const sketch = new Sketch();
  for (const value of values) sketch.add(value);
  return sketch;
}

describe("a sketch", () => {
  it("gives every quantile within one percent of the exact one", () => {
    fc.assert(
      fc.property(waits, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const exact = exactQuantile(
          values.toSorted((a, b) => a - b),
          q,
        );
        const found = sketchOf(values).quantile(q);
        if (exact === null) expect(found).toBeNull();
        else
          expect(Math.abs((found ?? 0) - exact)).toBeLessThanOrEqual(exact * sketchRelativeAccuracy + 1e-9);
      }),
    );
  });

  it("gives the quantiles of many encoded ones and of values besides as if all were in one", () => {
    fc.assert(
      fc.property(fc.array(waits, { maxLength: 5 }), waits, (parts, loose) => {
        const whole = sketchOf([...parts.flat(), ...loose]);
        const quantiles = [0, 0.1, 0.5, 0.9, 1];
        const encoded = parts.map((part) => sketchOf(part).encode());
        if (whole.count > 0) {
          const one = quantilesOfOne(whole.encode(), whole.count, quantiles);
          expect(one).toEqual(quantiles.map((q) => whole.quantile(q)));
        }
        expect(quantilesOf(encoded, loose, quantiles)).toEqual(quantiles.map((q) => whole.quantile(q)));
      }),
    );
  });

  it("says the same in bytes whatever came in which order, merged or not, and after values went again", () => {
    fc.assert(
      fc.property(waits, waits, waits, (some, more, passing) => {
        const whole = sketchOf([...some, ...more]).encode();
        const merged = decodeSketch(sketchOf(more).encode());
        merged.merge(sketchOf(some).encode());
        expect(merged.encode()).toEqual(whole);
        expect(merged.count).toBe(some.length + more.length);
        const changed = sketchOf([...passing, ...more, ...some].reverse());
        for (const value of passing) changed.remove(value);
        expect(changed.encode()).toEqual(whole);
      }),
    );
  });

  it("does not give out what was never put in", () => {
    const sketch = sketchOf([12, 0]);
    expect(() => sketch.remove(13)).toThrow(RangeError);
    sketch.remove(0);
    expect(() => sketch.remove(0)).toThrow(RangeError);
    expect(sketch.count).toBe(1);
  });

  it("refuses bytes that are cut short", () => {
    const bytes = sketchOf(Array.from({ length: 300 }, () => 90)).encode();
    expect(() => decodeSketch(bytes.slice(0, -1))).toThrow(RangeError);
  });
});
