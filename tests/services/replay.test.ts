import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { directoryOf } from "../../electron/feeds/demo/floor/plan.ts";
import { demoTown } from "../../electron/feeds/demo/floor/town.ts";
import { passports, townHall } from "../../electron/feeds/demo/floor/town-keys.ts";
import { createClock } from "../../electron/services/clock.ts";
import { createFloor } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import { createReplay, type ReplayService } from "../../electron/services/replay.ts";
import type { Store } from "../../electron/store/store.ts";
import { consoleSource } from "../../shared/domain/case-action.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import { compareEvents } from "../../shared/domain/event.ts";
import type { FloorSnapshot } from "../../shared/domain/floor.ts";
import { startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { hourMs, minuteMs, openHall, openMs } from "../feeds/demo/play.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { storyOf } from "../store/stories.ts";
import { steadyClock } from "./steady-clock.ts";

const log = createLog((line) => {
  throw new Error(line);
});
const date = "2026-11-24";
const dayStartMs = startOfLocalDateMs(date, "Europe/Paris");
const nextDayMs = dayStartMs + 24 * hourMs;

function replayOf(store: Store, nowMs = nextDayMs + hourMs): ReplayService {
  const replay = createReplay(
    store,
    createClock(() => nowMs),
  );
  onTestFinished(() => replay.stop());
  return replay;
}

/** The floor of the replay at an instant. */
async function floorAt(replay: ReplayService, atMs: number, siteId: string | null = null) {
  const stop = new AbortController();
  const messages = replay.watch({ siteId, atMs, speed: 0 }, stop.signal);
  const { value } = await messages.next();
  stop.abort();
  await messages.next();
  if (value?.kind !== "snapshot") throw new Error("no snapshot came");
  return value;
}

/** What can be compared: feeds are heard when an event happened, in a replay, and when it came, live. */
function comparable({ services, agents, cases, backupCalls, atMs, lastEventAtMs, feeds }: FloorSnapshot) {
  const by = <T>(rows: readonly T[], key: (row: T) => string) =>
    [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    atMs,
    lastEventAtMs,
    services: by(services, (row) => `${row.siteId} ${row.serviceId}`),
    agents: by(agents, (row) => row.id),
    cases: by(cases, (row) => row.id),
    backupCalls: by(backupCalls, (row) => row.id),
    feeds: by(feeds, (row) => row.source).map(({ source, eventCount }) => ({ source, eventCount })),
  };
}

/** A morning of the demo town hall, with what people did in it. */
function morning(): VigieEvent[] {
  const hall = openHall({ seed: 7, load: 1.15 });
  const events = hall.step(openMs + 2 * hourMs);
  const by = { source: consoleSource };
  const called = {
    ...event("backup.requested", "call-1", openMs + 2 * hourMs + 1, {
      site: townHall,
      service: passports,
      agent: "demo-ines-v",
      by: "Nadia",
      expiresAt: new Date(openMs + 3 * hourMs).toISOString(),
    }),
    ...by,
  };
  hall.handle(called);
  const later = hall.step(openMs + 3 * hourMs);
  return [...events, called, ...later].sort(compareEvents);
}

describe("a replayed day", () => {
  it("shows at every instant what the live floor showed then", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const store = await temporaryStore();
    await store.putDirectory(directoryOf(demoTown));
    const clock = steadyClock(dayStartMs);
    const events = morning();
    let next = events.findIndex((one) => one.atMs >= dayStartMs);
    await store.append(events.slice(0, next), "demo");
    const floor = createFloor(store, clock, log);
    await floor.start();
    onTestFinished(() => floor.stop());
    let nowMs = dayStartMs;
    const goTo = (atMs: number) => {
      clock.advance(atMs - nowMs);
      nowMs = atMs;
    };
    /** Lets the live floor have its turn, as it has every second. */
    const tick = () => vi.advanceTimersByTimeAsync(1_000);
    const lastMs = events.at(-1)?.atMs ?? 0;
    const seen: FloorSnapshot[] = [];
    for (let gridMs = dayStartMs + 5 * minuteMs; gridMs <= lastMs; gridMs += 5 * minuteMs) {
      for (let one = events[next]; one !== undefined && one.atMs <= gridMs; one = events[next]) {
        goTo(one.atMs);
        await store.append([one], "demo");
        next += 1;
      }
      goTo(gridMs);
      await tick();
      if (gridMs < openMs - 30 * minuteMs || (gridMs - dayStartMs) % (15 * minuteMs) !== 0) continue;
      const first = (await floor.watch(null, undefined).next()).value;
      if (first?.kind === "snapshot") seen.push(first);
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(Math.max(...seen.map((one) => one.cases.length))).toBeGreaterThan(20);
    expect(seen.some((one) => one.backupCalls.length > 0)).toBe(true);
    const replay = replayOf(store);
    // Not in order of time: a replay jumps back and forth.
    for (const live of seen.toSorted((a, b) => (a.atMs % 7_919) - (b.atMs % 7_919))) {
      expect(comparable(await floorAt(replay, live.atMs))).toEqual(comparable(live));
    }
  });

  it("knows nothing at an instant of what happened later", async () => {
    await fc.assert(
      fc.asyncProperty(storyOf({ maxEvents: 30 }), fc.nat(210), async (story, minutes) => {
        const whole = await temporaryStore();
        const cut = await temporaryStore();
        const atMs = (story[0]?.atMs ?? 0) + minutes * minuteMs;
        await whole.append(story, "test");
        await cut.append(
          story.filter((one) => one.atMs <= atMs),
          "test",
        );
        // Both know the same sites and services: those are not part of what happened.
        await cut.putDirectory(await whole.directory());
        const end = atMs + 48 * hourMs;
        const [seen, known] = [
          await floorAt(replayOf(whole, end), atMs),
          await floorAt(replayOf(cut, end), atMs),
        ];
        expect(comparable(seen)).toEqual(comparable(known));
      }),
      { numRuns: 40 },
    );
  });

  it("goes on at its speed, and tells each instant that it shows", async () => {
    const store = await temporaryStore();
    await store.append(
      [arrived("A1", dayStartMs + 9 * hourMs), arrived("A2", dayStartMs + 9 * hourMs + 30_000)],
      "test",
    );
    const stop = new AbortController();
    const atMs = dayStartMs + 9 * hourMs + 1_000;
    const messages = replayOf(store).watch({ siteId: null, atMs, speed: 600 }, stop.signal);
    const first = (await messages.next()).value;
    expect(first).toMatchObject({ kind: "snapshot", atMs, cases: [{ id: "A1" }] });
    const second = (await messages.next()).value;
    expect(second).toMatchObject({ kind: "delta", sequence: 1, cases: [{ id: "A2" }] });
    expect(second?.atMs).toBeGreaterThan(atMs);
    stop.abort();
    expect((await messages.next()).done).toBe(true);
  });

  it("is read anew when something is told of it late", async () => {
    const store = await temporaryStore();
    const atMs = dayStartMs + 9 * hourMs;
    await store.append([arrived("A1", atMs)], "test");
    const replay = replayOf(store);
    expect((await floorAt(replay, atMs + minuteMs)).cases).toHaveLength(1);
    await store.append([arrived("A2", atMs + 1)], "test");
    expect((await floorAt(replay, atMs + minuteMs)).cases).toHaveLength(2);
  });

  it("carries over from the night what was open, who was there and how long the queues were", async () => {
    const store = await temporaryStore();
    await store.append(
      [
        event("agent.signed_in", "alice", dayStartMs - hourMs, { site: "main", name: "Alice" }),
        arrived("A1", dayStartMs - 30 * minuteMs),
        arrived("A2", dayStartMs - 20 * minuteMs),
        event("case.abandoned", "A2", dayStartMs + 10 * minuteMs, {}),
      ],
      "test",
    );
    const night = await floorAt(replayOf(store), dayStartMs);
    expect(night.cases.map((row) => row.id).sort()).toEqual(["A1", "A2"]);
    expect(night.agents).toMatchObject([{ name: "Alice", state: "available" }]);
    expect(night.services[0]?.queueHistory.slice(-8)).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
    const later = await floorAt(replayOf(store), dayStartMs + 11 * minuteMs);
    expect(later.services[0]).toMatchObject({ queueLength: 1, abandonedToday: 0 });
  });
});

describe("what there is to replay", () => {
  it("is every day on which something happened, and its alerts and actions with their instants", async () => {
    const store = await temporaryStore();
    const atMs = dayStartMs + 9 * hourMs;
    const byConsole = (one: VigieEvent): VigieEvent => ({ ...one, source: consoleSource });
    const move = {
      toService: "planning",
      fromService: "passports",
      reason: "file",
      by: "Nadia",
      action: "act",
    };
    const call = {
      site: "main",
      service: "passports",
      by: "Nadia",
      expiresAt: new Date(atMs + hourMs).toISOString(),
    };
    await store.append(
      [
        arrived("old", dayStartMs - 3 * 24 * hourMs),
        arrived("A1", atMs),
        arrived("A2", atMs),
        byConsole(event("case.reassigned", "A1", atMs + 2 * minuteMs, move)),
        byConsole(event("case.reassigned", "A2", atMs + 2 * minuteMs, move)),
        byConsole(event("backup.requested", "b1", atMs + 3 * minuteMs, { ...call, agent: "ines" })),
        byConsole(event("backup.requested", "b2", atMs + 3 * minuteMs, { ...call, agent: "luc" })),
        byConsole(event("backup.arrived", "b1", atMs + 9 * minuteMs, {})),
      ],
      "test",
    );
    await store.changeAlerts([], () => [
      {
        id: "alert-1",
        ruleId: "r",
        subject: { kind: "service", siteId: "main", serviceId: "passports" },
        reason: { measure: "queue_length", value: 9, threshold: 8, heldSeconds: 60 },
        raisedAtMs: atMs + minuteMs,
        clearedAtMs: null,
        snoozedUntilMs: null,
        announced: true,
        steps: [],
      },
    ]);
    const replay = replayOf(store);
    expect(await replay.days(null)).toEqual(["2026-11-21", date]);
    const day = await replay.day(null, date);
    expect(day.marks.map(({ kind, atMs: at }) => [kind, (at - atMs) / minuteMs])).toEqual([
      ["alert", 1],
      ["reassigned", 2],
      ["backup_requested", 3],
      ["backup_arrived", 9],
    ]);
    expect(day.marks[1]).toMatchObject({ caseCount: 2, toServiceId: "planning", by: "Nadia" });
    expect(day.marks[2]).toMatchObject({ agentIds: ["ines", "luc"] });
    const at = (instantMs: number) => day.queueLengths[(instantMs - day.fromMs) / day.stepMs];
    expect(day.fromMs).toBeLessThanOrEqual(atMs);
    expect(at(atMs + 5 * minuteMs)).toBe(3);
    expect((await replay.day("elsewhere", date)).marks).toEqual([]);
    await expect(replay.day(null, "2026-11-20")).rejects.toMatchObject({ code: "not_found" });
    expect(await replay.nextEventAtMs(atMs)).toBe(atMs + 2 * minuteMs);
  });

  it("is a day that has only just begun, with the alert that somebody raises who has waited since the evening", async () => {
    const store = await temporaryStore();
    await store.append([arrived("late", nextDayMs - 25 * minuteMs)], "test");
    const raisedAtMs = nextDayMs + 20 * 1_000;
    await store.changeAlerts([], () => [
      {
        id: "alert-1",
        ruleId: "r",
        subject: { kind: "service", siteId: "main", serviceId: "passports" },
        reason: { measure: "queue_length", value: 1, threshold: 0, heldSeconds: 0 },
        raisedAtMs,
        clearedAtMs: null,
        snoozedUntilMs: null,
        announced: true,
        steps: [],
      },
    ]);
    const nowMs = raisedAtMs + minuteMs;
    const replay = replayOf(store, nowMs);

    expect(await replay.days(null)).toEqual([date, "2026-11-25"]);
    const day = await replay.day(null, "2026-11-25");
    expect(day.marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([["alert", raisedAtMs]]);
    expect(day.queueLengths).toEqual([1]);
    expect(day.fromMs).toBe(nextDayMs);
    expect(day.toMs).toBe(nowMs + 1);
    expect((await floorAt(replay, raisedAtMs)).cases.map(({ id }) => id)).toEqual(["late"]);
  });
});
