import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptPoints } from "../../../shared/domain/down-sample.ts";

const value = fc.option(fc.integer({ min: -1_000, max: 1_000 }), { freq: 5 });
const input = fc
  .record({ length: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 3 }) })
  .chain(({ length, count }) =>
    fc.record({
      lines: fc.array(fc.array(value, { minLength: length, maxLength: length }), {
        minLength: count,
        maxLength: count,
      }),
      buckets: fc.integer({ min: 1, max: 60 }),
    }),
  );

const numbers = (values: readonly (number | null | undefined)[]) =>
  values.filter((one) => typeof one === "number");

describe("fewer points of a line", () => {
  it("keep the lowest and the highest value of every stretch and every line", () => {
    fc.assert(
      fc.property(input, ({ lines, buckets }) => {
        const kept = new Set(keptPoints(lines, buckets));
        const length = lines[0]?.length ?? 0;
        for (let bucket = 0; bucket < buckets; bucket += 1) {
          const from = Math.floor((bucket * length) / buckets);
          const until = Math.floor(((bucket + 1) * length) / buckets);
          for (const line of lines) {
            const all = numbers(line.slice(from, until));
            const left = numbers(line.map((one, index) => (kept.has(index) ? one : null)).slice(from, until));
            if (all.length === 0) continue;
            expect([Math.min(...left), Math.max(...left)]).toEqual([Math.min(...all), Math.max(...all)]);
            // A stretch with a hole still has one.
            if (all.length < until - from) {
              expect(
                line.slice(from, until).some((one, index) => one === null && kept.has(from + index)),
              ).toBe(true);
            }
          }
        }
      }),
    );
  });

  it("are in order, begin and end as the line does, and are bounded", () => {
    fc.assert(
      fc.property(input, ({ lines, buckets }) => {
        const kept = keptPoints(lines, buckets);
        const length = lines[0]?.length ?? 0;
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(kept.length).toBeLessThanOrEqual(Math.max(2 * buckets, 3 * buckets * lines.length + 2));
        if (length === 0) return;
        expect([kept[0], kept.at(-1)]).toEqual([0, length - 1]);
      }),
    );
  });

  it("are all of them where there are few", () => {
    expect(keptPoints([[1, 2, 3, 4]], 2)).toEqual([0, 1, 2, 3]);
    expect(keptPoints([], 10)).toEqual([]);
  });
});
