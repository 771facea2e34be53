import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type FigureRow,
  figureBases,
  figureGroupings,
  type LegContribution,
} from "../../../shared/domain/figure.ts";
import { exactQuantile } from "../../../shared/queueing/sketch.ts";
import { minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const dayMs = 24 * 60 * minuteMs;

/** Any window gives what its legs add up to, whatever the store reads to answer. */
export function windowContract(openFresh: OpenFresh): void {
  it(
    "adds up to its legs for any window, grouping and base",
    onFresh(openFresh, async (store) => {
      const visits = Array.from({ length: 600 }, (_, index) =>
        visit(`c${index}`, {
          arrivedAtMs: morningMs + Math.floor((((index * 7919) % 6000) / 6000) * 4 * dayMs) + index,
          waitSeconds: (index * 37) % 1500,
          handleSeconds: index % 5 === 0 ? null : 60 + (index % 300),
          service: index % 3 === 0 ? "planning" : "passports",
          agent: index % 7 === 0 ? "alice" : "bob",
        }),
      );
      await store.append(visits.flat(), "http");
      const instant = fc.integer({ min: morningMs - dayMs, max: morningMs + 6 * dayMs });
      await fc.assert(
        fc.asyncProperty(
          instant,
          instant,
          fc.constantFrom(...figureGroupings),
          fc.constantFrom(...figureBases),
          async (one, other, by, base) => {
            const [fromMs, toMs] = [Math.min(one, other), Math.max(one, other)];
            const rows = await store.figures(question({ fromMs, toMs, by, base }));
            const legs = await store.contributions(fromMs, toMs);
            expectSums(rows, legs, base === "all");
          },
        ),
        { numRuns: 150 },
      );
    }),
  );

  it(
    "is empty where it ends before it begins",
    onFresh(openFresh, async (store) => {
      await store.append(visit("c", { arrivedAtMs: morningMs, waitSeconds: 1, handleSeconds: 1 }), "http");
      const backwards = { fromMs: morningMs + minuteMs, toMs: morningMs };
      expect((await store.figures(question(backwards)))[0]?.arrivals).toBe(0);
      expect(await store.figures(question({ ...backwards, by: "day" }))).toEqual([]);
    }),
  );
}

function expectSums(rows: readonly FigureRow[], legs: readonly LegContribution[], all: boolean): void {
  const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  expect(sum(rows, (row) => row.arrivals)).toBe(legs.length);
  expect(sum(rows, (row) => row.served)).toBe(sum(legs, (leg) => leg.served));
  expect(sum(rows, (row) => row.abandoned)).toBe(sum(legs, (leg) => leg.abandoned));
  expect(sum(rows, (row) => row.inTarget)).toBe(sum(legs, (leg) => leg.servedInTarget));
  expect(sum(rows, (row) => row.targetBase)).toBe(sum(legs, (leg) => leg.served + leg.abandonedLate));
  expect(sum(rows, (row) => (row.handleMeanSeconds ?? 0) * row.handleCount)).toBeCloseTo(
    sum(legs, (leg) => (leg.handleMs ?? 0) / 1000),
    3,
  );
  const waits = legs
    .filter((leg) => leg.served === 1 || (all && leg.abandoned === 1))
    .map((leg) => (leg.waitMs ?? 0) / 1000)
    .sort((a, b) => a - b);
  expect(sum(rows, (row) => row.waitCount)).toBe(waits.length);
  const only = rows[0];
  if (rows.length !== 1 || only === undefined) return;
  for (const [found, q] of [
    [only.waitP50Seconds, 0.5],
    [only.waitP90Seconds, 0.9],
  ] as const) {
    const exact = exactQuantile(waits, q);
    if (waits.length <= 200) expect(found).toBe(exact);
    else expect(Math.abs((found ?? 0) - (exact ?? 0))).toBeLessThanOrEqual((exact ?? 0) * 0.01);
  }
}
