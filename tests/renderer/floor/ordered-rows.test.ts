/** Rows that are put in their places one by one stand as if they had all been sorted at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCases } from "../../../renderer/floor/order.ts";
import { OrderedRows } from "../../../renderer/floor/ordered-rows.ts";
import { compareCallOrder } from "../../../shared/domain/call-order.ts";
import type { FloorCase } from "../../../shared/domain/floor.ts";
import { floorCase } from "./rows.ts";

type Step =
  | { readonly kind: "put"; readonly row: FloorCase }
  | { readonly kind: "drop"; readonly id: string };

// Few values each, so that ties and changes of place are frequent.
const id = fc.integer({ min: 0, max: 25 }).map((number) => `c${number}`);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        id,
        waitSinceMs: fc.integer({ min: 0, max: 6 }),
        priority: fc.integer({ min: 0, max: 2 }),
        state: fc.constantFrom("waiting", "on_hold", "called", "serving"),
      })
      .map(({ id: caseId, ...parts }): Step => ({ kind: "put", row: floorCase(caseId, parts) })),
  },
  { weight: 1, arbitrary: id.map((caseId): Step => ({ kind: "drop", id: caseId })) },
);

describe.each([
  ["of the list", compareCases],
  ["of the calls", compareCallOrder],
])("the order %s", (_, compare) => {
  it("is that of a full sort after any changes", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const ordered = new OrderedRows<FloorCase>((row) => row.id, compare);
        const known = new Map<string, FloorCase>();
        for (const one of steps) {
          const keysBefore = ordered.keys;
          const before = [...keysBefore];
          if (one.kind === "put") {
            ordered.put(one.row);
            known.set(one.row.id, one.row);
          } else {
            ordered.drop(one.id);
            known.delete(one.id);
          }
          const sorted = [...known.values()].sort(compare);
          expect(ordered.rows).toEqual(sorted);
          expect(ordered.keys).toEqual(sorted.map((row) => row.id));
          expect(ordered.keys === keysBefore).toBe(before.join() === ordered.keys.join());
          expect([...keysBefore]).toEqual(before);
        }
      }),
    );
  });
});
