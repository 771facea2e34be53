import { describe, expect, it } from "vitest";
import { createClock } from "../../electron/services/clock.ts";
import { createFloor } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import type { FloorMessage } from "../../shared/domain/floor.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";

const log = createLog((line) => {
  throw new Error(line);
});

describe("watching the floor", () => {
  it("sends one snapshot, then what each commit changed, in order", async () => {
    const store = await temporaryStore();
    const nowMs = Date.now();
    await store.append([arrived("A1", nowMs - 60_000)], "test");
    const floor = createFloor(store, createClock(), log);
    await floor.start();
    const stop = new AbortController();
    const messages = floor.watch(null, stop.signal);
    const first = await messages.next();
    expect(first.value).toMatchObject({ kind: "snapshot", sequence: 0, cases: [{ id: "A1" }] });
    await store.append([arrived("A2", nowMs)], "test");
    expect((await messages.next()).value).toMatchObject({
      kind: "delta",
      sequence: 1,
      cases: [{ id: "A2" }],
    });
    await store.append([event("case.abandoned", "A1", nowMs, {})], "test");
    expect((await messages.next()).value).toMatchObject({ sequence: 2, closedCaseIds: ["A1"] });
    stop.abort();
    expect((await messages.next()).done).toBe(true);
    floor.stop();
  });

  it("leaves who came while the doors were closed out of today's level, as soon as it is entered", async () => {
    const store = await temporaryStore();
    // Half past ten in Paris on Tuesday 24 November 2026.
    const nowMs = Date.parse("2026-11-24T09:30:00Z");
    const came = arrived("A1", nowMs - 60 * 60_000);
    await store.append(
      [came, event("case.abandoned", "A1", nowMs - 30 * 60_000, {}), arrived("A2", nowMs - 60_000)],
      "test",
    );
    const clock = createClock(() => nowMs);
    const floor = createFloor(store, clock, log);
    await floor.start();
    const baseOf = (message: FloorMessage | undefined) => message?.services[0]?.levelToday.base;
    const messages = floor.watch(null, undefined);
    expect(baseOf((await messages.next()).value ?? undefined)).toBe(1);
    await store.putCalendar(
      {
        siteId: came.data.site,
        serviceId: null,
        versions: [],
        exceptions: [
          {
            id: "late",
            kind: "closed",
            fromDate: "2026-11-24",
            toDate: "2026-11-24",
            span: { fromMinute: 0, toMinute: 10 * 60 },
            reason: "Réunion",
          },
        ],
      },
      [],
    );
    let base = 1;
    while (base === 1) base = baseOf((await messages.next()).value ?? undefined) ?? base;
    expect(base).toBe(0);
    floor.stop();
    const again = createFloor(store, clock, log);
    await again.start();
    expect(again.snapshot(null).services[0]?.levelToday.base).toBe(0);
    again.stop();
  });

  it("remembers today's abandonments and the last two hours after a restart", async () => {
    const store = await temporaryStore();
    const nowMs = Date.now();
    await store.append(
      [
        arrived("A1", nowMs - 90 * 60_000),
        event("case.abandoned", "A1", nowMs - 30 * 60_000, {}),
        arrived("A2", nowMs - 10 * 60_000),
      ],
      "test",
    );
    const floor = createFloor(
      store,
      createClock(() => nowMs),
      log,
    );
    await floor.start();
    const first = (await floor.watch(null, undefined).next()).value;
    const row = first?.services[0];
    expect(row?.queueLength).toBe(1);
    expect(row?.queueHistory.slice(-3)).toEqual([1, 1, 1]);
    expect(row?.queueHistory.filter((length) => length > 0).length).toBeGreaterThan(12);
    floor.stop();
  });

  it("tells the floor of an instant long past", async () => {
    const store = await temporaryStore();
    const atMs = Date.UTC(2026, 9, 1, 10);
    await store.append(
      [
        arrived("A1", atMs - 120_000),
        arrived("A2", atMs - 60_000),
        event("case.started", "A2", atMs - 30_000, {}),
        event("case.completed", "A2", atMs + 30_000, {}),
        event("case.abandoned", "A1", atMs + 60_000, {}),
      ],
      "test",
    );
    const floor = createFloor(store, createClock(), log);
    const then = await floor.at(null, atMs);
    expect(then.total).toEqual({ queueLength: 1, longestWaitSeconds: 120, inService: 1 });
    expect((await floor.at(null, atMs + 120_000)).total).toMatchObject({ queueLength: 0, inService: 0 });
  });
});
