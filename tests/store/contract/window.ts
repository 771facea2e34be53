import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type FigureGrouping,
  type FigureQuery,
  type FigureRow,
  figureBases,
  figureGroupings,
  type LegContribution,
} from "../../../shared/domain/figure.ts";
import {
  hourOfDay,
  localDate,
  localHour,
  localInterval,
  localWeekStart,
  weekdayOf,
} from "../../../shared/queueing/intervals.ts";
import { exactQuantile } from "../../../shared/queueing/sketch-quantiles.ts";
import { minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const dayMs = 24 * 60 * minuteMs;
const zoneOf: Record<string, string> = {
  hall: "Europe/Paris",
  annex: "Europe/Paris",
  island: "Indian/Reunion",
};
const mostExactWaits = 200;

/** Any window gives what its legs add up to, whatever the store reads to answer. */
export function windowContract(openFresh: OpenFresh): void {
  it(
    "is the fold of its legs for any window, grouping, base and part of the house, over months and two time zones",
    onFresh(openFresh, async (store) => {
      const sites = Object.entries(zoneOf).map(([id, timeZone]) => ({ id, name: id, timeZone }));
      await store.putDirectory({ sites, services: [], roster: [] });
      await store.append(longStory(), "http");
      const instant = fc.oneof(
        fc.integer({ min: morningMs - dayMs, max: morningMs + 130 * dayMs }),
        // Midnights of the house, where periods begin.
        fc.integer({ min: -1, max: 130 }).map((days) => morningMs - 9 * 60 * minuteMs + days * dayMs),
      );
      const part = fc.record({
        siteId: fc.constantFrom(null, "hall", "island"),
        serviceId: fc.constantFrom(null, null, "planning"),
        channel: fc.constantFrom(null, null, "phone" as const),
      });
      await fc.assert(
        fc.asyncProperty(
          instant,
          instant,
          fc.constantFrom(...figureGroupings),
          fc.constantFrom(...figureBases),
          part,
          async (one, other, by, base, ofHouse) => {
            const [fromMs, toMs] = [Math.min(one, other), Math.max(one, other)];
            const query = question({ fromMs, toMs, by, base, ...ofHouse });
            const legs = (await store.contributions(fromMs, toMs)).filter((leg) => isAskedFor(leg, query));
            expectFold(await store.figures(query), legs, query);
          },
        ),
        { numRuns: 200 },
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

/** Four months, with the clocks set once, at any hour of the day. */
function longStory() {
  return Array.from({ length: 1_500 }, (_, index) =>
    visit(`c${index}`, {
      arrivedAtMs: morningMs + Math.floor(((index * 7919) % 1_500) * 0.08 * dayMs) + index,
      waitSeconds: (index * 37) % 1500,
      handleSeconds: index % 5 === 0 ? null : 60 + (index % 300),
      service: index % 3 === 0 ? "planning" : "passports",
      channel: index % 4 === 0 ? "phone" : "counter",
      site: ["hall", "hall", "annex", "island"][index % 4] ?? "hall",
      agent: index % 7 === 0 ? "alice" : "bob",
    }),
  ).flat();
}

function isAskedFor(leg: LegContribution, query: FigureQuery): boolean {
  return (
    (query.siteId === null || leg.siteId === query.siteId) &&
    (query.serviceId === null || leg.serviceId === query.serviceId) &&
    (query.channel === null || leg.channel === query.channel)
  );
}

function keyOf(leg: LegContribution, by: FigureGrouping): string {
  const timeZone = zoneOf[leg.siteId] ?? "";
  const { arrivedAtMs } = leg;
  switch (by) {
    case "total":
      return "total";
    case "interval":
      return localInterval(arrivedAtMs, timeZone);
    case "hour":
      return localHour(arrivedAtMs, timeZone);
    case "day":
      return localDate(arrivedAtMs, timeZone);
    case "week":
      return localWeekStart(arrivedAtMs, timeZone);
    case "month":
      return localDate(arrivedAtMs, timeZone).slice(0, "2026-03".length);
    case "year":
      return localDate(arrivedAtMs, timeZone).slice(0, "2026".length);
    case "weekday-hour":
      return `${weekdayOf(arrivedAtMs, timeZone)}-${String(hourOfDay(arrivedAtMs, timeZone)).padStart(2, "0")}`;
    case "service":
      return leg.serviceId;
    case "channel":
      return leg.channel;
    case "agent":
      return leg.agentId ?? "";
  }
}

function expectFold(rows: readonly FigureRow[], legs: readonly LegContribution[], query: FigureQuery): void {
  const byKey = Map.groupBy(legs, (leg) => keyOf(leg, query.by));
  if (query.by === "total" && legs.length === 0) byKey.set("total", []);
  expect(rows.map((row) => row.key)).toEqual([...byKey.keys()].sort());
  const isExact = waitsOf(legs, query).length <= mostExactWaits;
  for (const row of rows) expectRow(row, byKey.get(row.key) ?? [], query, isExact);
}

function expectRow(
  row: FigureRow,
  legs: readonly LegContribution[],
  query: FigureQuery,
  isExact: boolean,
): void {
  const sum = (of: (leg: LegContribution) => number): number =>
    legs.reduce((total, leg) => total + of(leg), 0);
  expect(row).toMatchObject({
    arrivals: sum((leg) => leg.arrivals),
    transfersIn: sum((leg) => leg.transfersIn),
    served: sum((leg) => leg.served),
    abandoned: sum((leg) => leg.abandoned),
    noShows: sum((leg) => leg.noShows),
    servedInTarget: sum((leg) => leg.servedInTarget),
    abandonedInTarget: sum((leg) => leg.abandonedInTarget),
    abandonedLate: sum((leg) => leg.abandonedLate),
    inTarget: sum((leg) => leg.servedInTarget),
    targetBase: sum((leg) => leg.served + leg.abandonedLate),
    handleCount: sum((leg) => (leg.handleMs === null ? 0 : 1)),
  });
  expect((row.handleMeanSeconds ?? 0) * row.handleCount).toBeCloseTo(
    sum((leg) => (leg.handleMs ?? 0) / 1000),
    3,
  );
  const waits = waitsOf(legs, query);
  expect(row.waitCount).toBe(waits.length);
  expect((row.waitMeanSeconds ?? 0) * waits.length).toBeCloseTo(
    waits.reduce((total, wait) => total + wait, 0),
    3,
  );
  for (const [found, q] of [
    [row.waitP50Seconds, 0.5],
    [row.waitP90Seconds, 0.9],
  ] as const) {
    const exact = exactQuantile(waits, q);
    if (isExact || exact === null) expect(found).toBe(exact);
    else expect(Math.abs((found ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.01 + 1e-9);
  }
}

/** Waits that count, in seconds, the shortest first. */
function waitsOf(legs: readonly LegContribution[], { base }: FigureQuery): number[] {
  return legs
    .filter((leg) => leg.served === 1 || (base === "all" && leg.abandoned === 1))
    .map((leg) => (leg.waitMs ?? 0) / 1000)
    .sort((a, b) => a - b);
}
