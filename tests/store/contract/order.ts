import fc from "fast-check";
import { expect, it } from "vitest";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { storyOf } from "../stories.ts";
import { type OpenFresh, onFresh } from "./context.ts";

/** How often the property is tried; a long run sets VIGIE_PROPERTY_RUNS=1000. */
const numRuns = Number(process.env["VIGIE_PROPERTY_RUNS"] ?? 200);

interface Delivery {
  readonly told: readonly VigieEvent[];
  /** The same events in the order in which they come, some of them twice. */
  readonly delivered: readonly VigieEvent[];
  /** How many come at a time. */
  readonly together: number;
}

const delivery: fc.Arbitrary<Delivery> = storyOf({ maxEvents: 24 }).chain((told) =>
  fc.record({
    told: fc.constant(told),
    delivered: fc
      .tuple(
        fc.shuffledSubarray([...told], { minLength: told.length }),
        fc.array(fc.nat(Math.max(0, told.length - 1)), { maxLength: 8 }),
      )
      .map(([shuffled, again]) => [...shuffled, ...again.flatMap((index) => told[index] ?? [])]),
    together: fc.integer({ min: 1, max: 12 }),
  }),
);

/** Late, twice, in any order, in any portions: what is known in the end is the same. */
export function orderContract(openFresh: OpenFresh): void {
  it(`gives the same projections in any order of arrival, and as a rebuild would (${numRuns} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(delivery, async ({ told, delivered, together }) => {
        await onFresh(openFresh, async (store) => {
          await store.append(told, "at once");
          const expected = await store.projectionDigest();
          await store.rebuild();
          expect(await store.projectionDigest()).toBe(expected);
          await onFresh(openFresh, async (other) => {
            let accepted = 0;
            for (let from = 0; from < delivered.length; from += together) {
              const outcomes = await other.append(delivered.slice(from, from + together), "bit by bit");
              accepted += outcomes.filter((outcome) => outcome.status === "accepted").length;
              expect(outcomes.every((outcome) => outcome.status !== "rejected")).toBe(true);
            }
            expect(accepted).toBe(told.length);
            expect(await other.projectionDigest()).toBe(expected);
            expect(await other.directory()).toEqual(await store.directory());
          })();
        })();
      }),
      { numRuns },
    );
  }, 300_000);
}
