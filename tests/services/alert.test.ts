import { beforeEach, describe, expect, it } from "vitest";
import { type AlertService, createAlerts } from "../../electron/services/alert.ts";
import { createFloor, type FloorService } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import { acknowledgementOf, assigneeOf, secondsToAcknowledge } from "../../shared/domain/alert.ts";
import type { AlertRule } from "../../shared/domain/alert-rule.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { rule } from "../shared/domain/alert-floor.ts";
import { arrived, event } from "../shared/domain/events.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;
const everything = { siteId: null, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 100 };
const log = createLog((line) => {
  throw new Error(line);
});

describe("alerts on the live floor", () => {
  let store: Store;
  let clock: ReturnType<typeof steadyClock>;
  let floor: FloorService;
  let alerts: AlertService;

  async function restart(): Promise<void> {
    floor?.stop();
    alerts?.stop();
    floor = createFloor(store, clock, log);
    await floor.start();
    alerts = createAlerts(store, floor, clock, () => "Claire", log);
    await alerts.start();
  }

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs);
    await store.putDirectory({
      sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
      services: [{ id: "passports", name: "Passeports", channels: ["counter"], targets: [] }],
      roster: [],
    });
    await restart();
    return () => {
      alerts.stop();
      floor.stop();
    };
  });

  /** Only this rule from now on. */
  async function only(change: Partial<AlertRule>): Promise<void> {
    for (const { id } of await alerts.rules()) await alerts.removeRule(id);
    await alerts.putRule(rule(change));
  }

  /** Lets time pass, with a look each second. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1_000);
      await alerts.look();
    }
  }

  const come = (ticket: string) => store.append([arrived(ticket, clock.nowMs())], "test");
  const leave = (ticket: string) =>
    store.append([event("case.abandoned", ticket, clock.nowMs(), {})], "test");

  async function openOne() {
    const [alert] = await alerts.list(null);
    if (alert === undefined) throw new Error("no alert");
    return alert;
  }

  async function raiseOne() {
    await only({ threshold: 0, clear: 0, sound: true, desktop: true });
    await come("A1");
    await pass(1);
    return openOne();
  }

  it("has a few rules from the first start, and removed ones stay away", async () => {
    expect((await alerts.rules()).map(({ id }) => id)).toEqual([
      "longest-wait",
      "service-level",
      "overdue-break",
      "stale-feed",
    ]);
    await alerts.removeRule("longest-wait");
    await restart();
    expect(await alerts.rules()).toHaveLength(3);
  });

  it("raises after the minimum time, once, and clears below the lower value only", async () => {
    await only({ threshold: 1, clear: 0, forSeconds: 30 });
    await come("A1");
    await come("A2");
    await pass(30);
    expect(await alerts.list(null)).toEqual([]);
    await pass(1);
    expect(await openOne()).toMatchObject({
      reason: { measure: "queue_length", value: 2, threshold: 1, heldSeconds: 30 },
      valueNow: 2,
    });
    await leave("A1");
    await pass(5);
    expect(await openOne()).toMatchObject({ valueNow: 1 });
    await leave("A2");
    await pass(1);
    expect(await alerts.list(null)).toEqual([]);
    const { total, alerts: logged } = await alerts.log(everything);
    expect(total).toBe(1);
    expect(logged[0]).toMatchObject({ raisedAtMs: startMs + 31_000, clearedAtMs: startMs + 37_000 });
  });

  it("reads the longest wait as it grows", async () => {
    await only({ measure: "longest_wait", threshold: 900, clear: 600, forSeconds: 0 });
    await come("A1");
    clock.advance(15 * minuteMs);
    await alerts.look();
    expect(await alerts.list(null)).toEqual([]);
    await pass(1);
    expect((await openOne()).reason.value).toBe(901);
  });

  it("raises nothing in the quiet hours of the site's own time", async () => {
    await only({ threshold: 0, clear: 0, quietHours: { fromMinute: 9 * 60, toMinute: 10 * 60 + 1 } });
    await come("A1");
    await pass(1);
    expect(await alerts.list(null)).toEqual([]);
    clock.advance(minuteMs);
    await alerts.look();
    expect(await alerts.list(null)).toHaveLength(1);
  });

  it("keeps who acknowledged it, how soon, and to whom it was given", async () => {
    const { id } = await raiseOne();
    clock.advance(42_000);
    await alerts.acknowledge(id);
    clock.advance(5_000);
    await alerts.acknowledge(id);
    await alerts.assign(id, "Benoît L.");
    const alert = await openOne();
    expect(acknowledgementOf(alert)).toMatchObject({ by: "Claire", atMs: startMs + 43_000 });
    expect(secondsToAcknowledge(alert)).toBe(42);
    expect(assigneeOf(alert)).toBe("Benoît L.");
    expect(alert.steps).toHaveLength(2);
  });

  it("refuses to change what has cleared meanwhile", async () => {
    const { id } = await raiseOne();
    await leave("A1");
    await pass(1);
    for (const act of [
      alerts.acknowledge(id),
      alerts.snooze(id, 5),
      alerts.assign(id, "B"),
      alerts.announce(id),
    ]) {
      await expect(act).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("is told once, whoever asks and however often the console starts", async () => {
    const { id } = await raiseOne();
    expect(await Promise.all([alerts.announce(id), alerts.announce(id)])).toEqual([
      { sound: true, desktop: true },
      { sound: false, desktop: false },
    ]);
    await restart();
    await pass(2);
    expect(await alerts.list(null)).toHaveLength(1);
    expect(await alerts.announce(id)).toEqual({ sound: false, desktop: false });
  });

  it("stays silent while snoozed, also when it comes back in that time", async () => {
    const { id } = await raiseOne();
    expect((await alerts.snooze(id, 15)).snoozedUntilMs).toBe(startMs + 1_000 + 15 * minuteMs);
    await leave("A1");
    await pass(1);
    await come("A2");
    await restart();
    await pass(1);
    const back = await openOne();
    expect(back.id).not.toBe(id);
    expect(await alerts.announce(back.id)).toEqual({ sound: false, desktop: false });
    clock.advance(15 * minuteMs);
    expect(await alerts.announce(back.id)).toEqual({ sound: true, desktop: true });
  });

  it("makes no sound in quiet hours that began after it was raised", async () => {
    const { id } = await raiseOne();
    await alerts.putRule(
      rule({ threshold: 0, clear: 0, sound: true, quietHours: { fromMinute: 0, toMinute: 1_439 } }),
    );
    expect(await alerts.announce(id)).toEqual({ sound: false, desktop: false });
  });

  it("clears what a removed rule had raised", async () => {
    await raiseOne();
    await alerts.removeRule("r1");
    await pass(1);
    expect(await alerts.list(null)).toEqual([]);
  });

  it("forgets whose break ran over once that is past", async () => {
    await only({ measure: "overdue_break", threshold: 60, clear: 0 });
    const plannedEndAt = new Date(startMs + minuteMs).toISOString();
    await store.append(
      [
        event("agent.signed_in", "alice", startMs, { site: "main", name: "Alice" }),
        event("agent.state_changed", "alice", startMs + 1, { state: "paused", plannedEndAt }),
      ],
      "test",
    );
    clock.advance(3 * minuteMs);
    await alerts.look();
    expect((await openOne()).subject).toEqual({ kind: "agent", siteId: "main", agentId: "alice" });
    await store.append(
      [event("agent.state_changed", "alice", clock.nowMs(), { state: "available" })],
      "test",
    );
    await pass(1);
    const [past] = (await alerts.log(everything)).alerts;
    expect(past?.subject).toEqual({ kind: "agent", siteId: "main", agentId: null });
  });
});
