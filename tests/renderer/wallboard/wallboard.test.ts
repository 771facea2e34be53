import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacityOf, layoutOf, pagesOf } from "../../../renderer/wallboard/layout.ts";
import { readWallboard, wallboardAddress } from "../../../renderer/wallboard/wallboard-address.ts";

describe("the layout of a wallboard", () => {
  it("fits twelve services on a display of 1920 × 1080", () => {
    expect(capacityOf(1_872, 950)).toEqual({ columns: 4, rows: 3 });
    expect(capacityOf(3_800, 2_000)).toEqual({ columns: 4, rows: 3 });
    expect(capacityOf(0, 0)).toEqual({ columns: 1, rows: 1 });
  });

  it("shows every service exactly once, in order, on pages of nearly equal size that all fit", () => {
    const size = fc.record({
      width: fc.integer({ min: 0, max: 4_000 }),
      height: fc.integer({ min: 0, max: 2_500 }),
    });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 80 }), ({ width, height }, count) => {
        const capacity = capacityOf(width, height);
        const items = Array.from({ length: count }, (_, index) => index);
        const pages = pagesOf(items, capacity);
        expect(pages.flat()).toEqual(items);
        for (const page of pages) {
          const { columns, rows } = layoutOf(page.length, capacity);
          expect(columns).toBeLessThanOrEqual(capacity.columns);
          expect(rows).toBeLessThanOrEqual(capacity.rows);
          expect(columns * rows).toBeGreaterThanOrEqual(page.length);
        }
        expect(pages.every((page) => page.length > 0)).toBe(true);
      }),
    );
  });
});

describe("the address of a wallboard", () => {
  it("leads back to the choice, whatever the keys are made of", () => {
    const key = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
    const choice = fc.record({
      siteId: fc.option(key),
      serviceIds: fc.option(fc.array(key, { minLength: 1, maxLength: 5 })),
    });
    fc.assert(
      fc.property(choice, (wanted) => {
        const address = wallboardAddress(wanted);
        expect(readWallboard(new URLSearchParams(address.split("?")[1] ?? ""))).toEqual(wanted);
        // What the desktop lets through to the window's factory.
        expect(`app://vigie/#${address}`).toMatch(/^app:\/\/vigie\/#\/wallboard(?:\?[\w.*+%&=-]{0,4000})?$/);
      }),
    );
  });
});
