/** The replay and `floor --at` agree on real calls, at any instant. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bankCalls1999 } from "../../../electron/feeds/csv/presets/bank-calls-1999.ts";
import { readReplayDay } from "../../../electron/services/replay-day.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { floorAt } from "../../../shared/domain/floor-at.ts";
import { ReplayFloor } from "../../../shared/domain/replay-floor.ts";
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { type Bench, openBench, sharedData } from "./setup.ts";

const path = sharedData("bank-calls-1999/calls-1999-02-01-to-14.tsv");
const zone = "Asia/Jerusalem";

describe.skipIf(path === undefined)("a replay of real calls (skipped: no shared data)", () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench();
    await bench.import(path ?? "", bankCalls1999);
  });
  afterAll(() => bench.close());

  it("counts as `floor --at` does, and besides whoever was not known to be still in the voice menu", async () => {
    const fromMs = startOfLocalDateMs("1999-02-03", zone);
    const toMs = startOfLocalDateMs("1999-02-04", zone);
    const day = await readReplayDay(bench.store, fromMs, toMs);
    const stories = Map.groupBy(day.events, (event) => event.subject);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: fromMs, max: toMs - 1 }), async (atMs) => {
        const replay = new ReplayFloor(day);
        while (!replay.advance(atMs, 1_000));
        const { cases } = replay.floor.snapshot(null, 0, atMs);
        const { total } = floorAt(atMs, zone, await bench.store.legsAt(atMs), []);
        const inMenu = [...stories.values()].filter((story) => isInMenu(story, atMs)).length;
        expect(cases.filter((row) => row.state === "waiting").length).toBe(total.queueLength + inMenu);
        expect(cases.filter((row) => row.startedAtMs !== null).length).toBe(total.inService);
      }),
      { numRuns: 40, examples: [[Date.parse("1999-02-03T13:27:21+02:00")]] },
    );
  });
});

/** Called, and about to join a queue: then nobody could tell from one who waited already. */
function isInMenu(story: readonly VigieEvent[], atMs: number): boolean {
  const atOf = (type: VigieEvent["type"]) => story.find((event) => event.type === type)?.atMs;
  const [arrivedAtMs, queuedAtMs] = [atOf("case.arrived"), atOf("case.queued")];
  if (arrivedAtMs === undefined || queuedAtMs === undefined || arrivedAtMs > atMs) return false;
  return queuedAtMs > atMs && !story.some((event) => event.type === "case.started" && event.atMs <= atMs);
}
