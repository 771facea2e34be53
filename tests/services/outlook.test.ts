import { beforeEach, describe, expect, it } from "vitest";
import { createActions } from "../../electron/services/action.ts";
import { createFloor, type FloorService } from "../../electron/services/floor.ts";
import { createLog } from "../../electron/services/log.ts";
import { createOutlook, type OutlookService } from "../../electron/services/outlook.ts";
import type { Store } from "../../electron/store/store.ts";
import { actionTaken } from "../../shared/domain/taken-action.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, minuteMs, morningMs, visit } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

const nowMs = morningMs + 120 * minuteMs;
const log = createLog((line) => {
  throw new Error(line);
});

describe("looking ahead", () => {
  let store: Store;
  let floor: FloorService;
  let outlook: OutlookService;
  let clock: ReturnType<typeof steadyClock>;

  /** A morning of one visit every four minutes, of ten minutes each; eight people wait now. */
  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(nowMs);
    const morning = Array.from({ length: 28 }, (_, index) =>
      visit(`past-${index}`, {
        arrivedAtMs: morningMs + index * 4 * minuteMs,
        waitSeconds: 300,
        handleSeconds: 600,
        agent: index % 2 === 0 ? "amina" : "benoit",
      }),
    ).flat();
    const waiting = Array.from({ length: 8 }, (_, index) =>
      event("case.arrived", `waiting-${index}`, nowMs - (20 - index) * minuteMs, {
        site: "hall",
        service: "passports",
        channel: "counter",
      }),
    );
    const agents = [
      ["amina", "passports"],
      ["benoit", "passports"],
      ["chloe", "civil"],
    ].map(([id, service]) =>
      event("agent.signed_in", id ?? "", morningMs - minuteMs, {
        site: "hall",
        skills: [{ service: service ?? "", level: 2 }],
      }),
    );
    const quiet = event("case.arrived", "civil-1", nowMs - minuteMs, {
      site: "hall",
      service: "civil",
      channel: "counter",
    });
    await store.append([...morning, ...waiting, ...agents, quiet], "test");
    floor = createFloor(store, clock, log);
    await floor.start();
    outlook = createOutlook(store, floor, clock, log);
    return () => floor.stop();
  });

  it("foresees that two agents can't keep up, and how many would", async () => {
    await outlook.look();
    const passports = outlook.list("hall").services.find((one) => one.serviceId === "passports");
    expect(passports?.basis).toBe("last_hour");
    expect(passports?.intervals[0]).toMatchObject({ startMs: nowMs, agents: 2 });
    expect(passports?.advice?.without.expected).toBeLessThan(0.8);
    expect(passports?.advice?.agents).toBeGreaterThan(0);
    expect(outlook.list("elsewhere").services).toEqual([]);
  });

  it("expects nobody after closing, and wants help no longer than until then", async () => {
    const day = [{ fromMinute: 8 * 60, toMinute: 11 * 60 + 20 }];
    await store.putCalendar(
      {
        siteId: "hall",
        serviceId: null,
        versions: [
          {
            fromDate: "2026-03-01",
            week: Array.from({ length: 7 }, () => day),
            holidays: { region: null, worked: [] },
          },
        ],
        exceptions: [],
      },
      [],
    );
    await outlook.look();
    const closesAtMs = nowMs + 20 * minuteMs;
    const passports = outlook.list("hall").services.find((one) => one.serviceId === "passports");
    expect(passports?.closesAtMs).toBe(closesAtMs);
    expect(passports?.intervals.map(({ endMs }) => endMs)).toEqual([nowMs + 15 * minuteMs, closesAtMs]);
    expect(passports?.advice?.untilMs).toBe(closesAtMs);
    clock.advance(30 * minuteMs);
    await outlook.look();
    const [closed] = outlook.list("hall").services;
    expect(closed).toMatchObject({ intervals: [], closesAtMs: null, advice: null });
  });

  it("previews backup: both figures get better, as ranges", async () => {
    const prediction = await outlook.preview("hall", {
      kind: "add_agents",
      serviceId: "passports",
      agents: 2,
      fromMs: nowMs + 5 * minuteMs,
      untilMs: null,
    });
    const [side] = prediction?.sides ?? [];
    if (side === undefined) throw new Error("no side");
    expect(side.after.nextArrival.p50Seconds).toBeLessThan(side.before.nextArrival.p50Seconds ?? 0);
    expect(side.after.serviceLevel.expected).toBeGreaterThan(side.before.serviceLevel.expected);
    const { expected, ifFew, ifMany } = side.after.serviceLevel;
    expect(expected).toBeGreaterThan(Math.min(ifFew, ifMany));
    expect(expected).toBeLessThan(Math.max(ifFew, ifMany));
  });

  it("previews moved cases on both sides, and says nothing about cases that are gone", async () => {
    const move = (caseIds: string[]) =>
      outlook.preview("hall", { kind: "move_cases", caseIds, toServiceId: "civil" });
    const prediction = await move(["waiting-0", "waiting-1", "past-0"]);
    expect(prediction?.sides.map((side) => side.serviceId)).toEqual(["passports", "civil"]);
    expect(await move(["past-0"])).toBeNull();
    expect(await move(["civil-1"])).toBeNull();
  });

  it("previews an agent who changes queues", async () => {
    const prediction = await outlook.preview("hall", {
      kind: "move_agent",
      agentId: "chloe",
      toServiceIds: ["passports"],
    });
    expect(prediction?.sides.map((side) => side.serviceId)).toEqual(["civil", "passports"]);
    expect(prediction?.sides[0]?.after.nextArrival.p50Seconds).toBeNull();
    expect(
      await outlook.preview("hall", { kind: "move_agent", agentId: "amina", toServiceIds: ["passports"] }),
    ).toBeNull();
  });

  it("puts what came of an action beside what was foreseen", async () => {
    const prediction = await outlook.preview("hall", {
      kind: "add_agents",
      serviceId: "passports",
      agents: 1,
      fromMs: nowMs,
      untilMs: null,
    });
    const taken = actionTaken(
      { id: "act", by: "Claire", atMs: nowMs },
      {
        kind: "call_backup",
        siteId: "hall",
        serviceIds: ["passports"],
        agentIds: ["ines"],
        caseCount: 0,
        reason: null,
        undoes: null,
        prediction,
      },
    );
    const next = visit("next", { arrivedAtMs: nowMs + minuteMs, waitSeconds: 480, handleSeconds: 300 });
    const late = visit("late", { arrivedAtMs: nowMs + 5 * minuteMs, waitSeconds: 1_800, handleSeconds: 300 });
    await store.append([taken, ...next, ...late], "test");
    const actions = createActions(store, clock);
    clock.advance(61 * minuteMs);
    const [entry] = await actions.list(null, nowMs, nowMs + 1);
    expect(entry).toMatchObject({ id: "act", by: "Claire", undoneAtMs: null, prediction });
    expect(entry?.outcome).toEqual({
      isOver: true,
      sides: [
        {
          serviceId: "passports",
          nextArrivalWaitSeconds: 480,
          withinP90: 480 <= (prediction?.sides[0]?.after.nextArrival.p90Seconds ?? 0),
          serviceLevel: 0.5,
          waitP50Seconds: 480,
          count: 2,
        },
      ],
    });
  });
});
