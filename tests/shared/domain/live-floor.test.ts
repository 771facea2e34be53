import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agent, AgentFold } from "../../../shared/domain/agent.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { FloorDelta, FloorSnapshot } from "../../../shared/domain/floor.ts";
import { FloorDirt, serviceKey } from "../../../shared/domain/floor-dirt.ts";
import { type FloorChange, LiveFloor } from "../../../shared/domain/live-floor.ts";
import { arrived, event } from "./events.ts";

const startMs = Date.UTC(2026, 10, 24, 8);
const minuteMs = 60_000;
const quiet: FloorChange = { cases: [], agents: [], backupCalls: [], observations: [], feeds: [] };

function foldOf(agent: Agent): AgentFold {
  return { agent, profileKey: null, stateKey: null, assignmentKey: null };
}

function newFloor(): LiveFloor {
  const floor = new LiveFloor();
  floor.setDirectory({
    sites: [{ id: "main", name: "Hôtel de ville", timeZone: "Europe/Paris" }],
    services: [
      {
        id: "passports",
        name: "Passeports",
        channels: ["counter"],
        targets: [{ fromMs: 0, withinSeconds: 600, share: 0.8, shortAbandonSeconds: 60 }],
      },
    ],
    roster: [],
  });
  floor.startDay(startMs - 8 * 60 * minuteMs);
  return floor;
}

function show(floor: LiveFloor, events: readonly VigieEvent[]): void {
  const record = foldCase(events);
  const seenMs = Math.max(...events.map((one) => one.atMs));
  if (record !== undefined) floor.apply({ ...quiet, cases: [record] }, seenMs);
}

function passports(floor: LiveFloor, nowMs: number) {
  const row = floor.snapshot(null, 0, nowMs).services.find((one) => one.serviceId === "passports");
  if (row === undefined) throw new Error("no passports row");
  return row;
}

describe("the live floor", () => {
  it("counts a case that reaches the target while waiting as missed at that moment", () => {
    const floor = newFloor();
    show(floor, [arrived("A1", startMs)]);
    floor.tick(startMs + 10 * minuteMs);
    expect(passports(floor, startMs + 10 * minuteMs).levelToday.base).toBe(0);
    floor.tick(startMs + 10 * minuteMs + 1);
    expect(passports(floor, startMs + 11 * minuteMs).levelToday).toEqual({ inTarget: 0, base: 1, share: 0 });
  });

  it("counts a suspended case towards the target, but neither as waiting nor as in service", () => {
    const floor = newFloor();
    const held = event("case.held", "A1", startMs + 5 * minuteMs, {});
    show(floor, [arrived("A1", startMs), held]);
    floor.tick(startMs + 10 * minuteMs + 1);
    const row = passports(floor, startMs + 11 * minuteMs);
    expect(row).toMatchObject({ queueLength: 0, longestWaitSinceMs: null, inService: 0 });
    expect(row.levelToday).toEqual({ inTarget: 0, base: 1, share: 0 });
    const missedFirst = newFloor();
    show(missedFirst, [arrived("A2", startMs)]);
    missedFirst.tick(startMs + 11 * minuteMs);
    show(missedFirst, [arrived("A2", startMs), event("case.held", "A2", startMs + 12 * minuteMs, {})]);
    expect(passports(missedFirst, startMs + 12 * minuteMs).levelToday.base).toBe(1);
  });

  it("does not count that case a second time when it is called at last", () => {
    const floor = newFloor();
    const life = [arrived("A1", startMs)];
    show(floor, life);
    floor.tick(startMs + 12 * minuteMs);
    show(floor, [...life, event("case.called", "A1", startMs + 12 * minuteMs, {})]);
    expect(passports(floor, startMs + 12 * minuteMs).levelToday).toEqual({ inTarget: 0, base: 1, share: 0 });
  });

  it("counts a case as in target from its call on, before its service ends", () => {
    const floor = newFloor();
    show(floor, [arrived("A1", startMs), event("case.called", "A1", startMs + 5 * minuteMs, {})]);
    expect(passports(floor, startMs + 5 * minuteMs).levelNow).toEqual({ inTarget: 1, base: 1, share: 1 });
  });

  it("does not hold a short abandonment against the service, and shows a later one", () => {
    const floor = newFloor();
    show(floor, [arrived("A1", startMs), event("case.abandoned", "A1", startMs + 30_000, {})]);
    show(floor, [arrived("A2", startMs), event("case.abandoned", "A2", startMs + 2 * minuteMs, {})]);
    const row = passports(floor, startMs + 3 * minuteMs);
    expect(row.levelToday).toEqual({ inTarget: 0, base: 1, share: 0 });
    expect(row.abandonedToday).toBe(2);
  });

  it("ticks the citizen's whole wait, whatever queue they were sent to", () => {
    const floor = newFloor();
    show(floor, [
      arrived("A1", startMs, "civil"),
      event("case.reassigned", "A1", startMs + 4 * minuteMs, {
        toService: "passports",
        reason: "r",
        by: "b",
      }),
    ]);
    expect(passports(floor, startMs + 6 * minuteMs).longestWaitSinceMs).toBe(startMs);
    const civil = floor.snapshot(null, 0, startMs).services.find((one) => one.serviceId === "civil");
    expect(civil?.queueLength).toBe(0);
  });

  it("forgets yesterday when a day begins", () => {
    const floor = newFloor();
    show(floor, [arrived("A1", startMs), event("case.abandoned", "A1", startMs + 2 * minuteMs, {})]);
    floor.startDay(startMs + 16 * 60 * minuteMs);
    const row = passports(floor, startMs + 17 * 60 * minuteMs);
    expect(row.levelToday.base).toBe(0);
    expect(row.abandonedToday).toBe(0);
  });

  it("shows what an observer saw where no cases are known, and for how long", () => {
    const floor = newFloor();
    floor.apply(
      {
        ...quiet,
        observations: [
          {
            siteId: "main",
            serviceId: "passports",
            channel: "counter",
            atMs: startMs,
            peopleWaiting: 7,
            openCounters: 2,
            ticketCalled: "A12",
          },
        ],
      },
      startMs,
    );
    expect(passports(floor, startMs + minuteMs)).toMatchObject({ queueLength: 7, openCounters: 2 });
    expect(passports(floor, startMs + 13 * 60 * minuteMs)).toMatchObject({
      queueLength: 0,
      observedAtMs: null,
    });
  });

  it("names who has which case at hand, and frees them at its end", () => {
    const floor = newFloor();
    const agent = {
      id: "amina",
      name: "Amina B.",
      siteId: "main",
      counter: null,
      skills: [{ serviceId: "passports", level: 2 }],
      state: "available" as const,
      stateReason: null,
      stateSinceMs: startMs,
      plannedEndMs: null,
      assignedServiceIds: null,
    };
    floor.apply({ ...quiet, agents: [foldOf(agent)] }, startMs);
    const life = [
      arrived("A1", startMs),
      event("case.started", "A1", startMs + minuteMs, { agent: "amina" }),
    ];
    show(floor, life);
    const serving = floor.snapshot(null, 0, startMs).agents[0];
    expect(serving).toMatchObject({ caseId: "A1", state: "serving" });
    expect(passports(floor, startMs)).toMatchObject({ agentsOn: 1, agentsAvailable: 0 });
    show(floor, [...life, event("case.completed", "A1", startMs + 3 * minuteMs, {})]);
    expect(floor.snapshot(null, 0, startMs).agents[0]).toMatchObject({ caseId: null, state: "available" });
  });

  it("keeps the case at hand in sight while another case of the same agent opens and closes", () => {
    const floor = newFloor();
    const agent = {
      id: "amina",
      name: "Amina B.",
      siteId: "main",
      counter: null,
      skills: [{ serviceId: "passports", level: 2 }],
      state: "serving" as const,
      stateReason: null,
      stateSinceMs: startMs,
      plannedEndMs: null,
      assignedServiceIds: null,
    };
    floor.apply({ ...quiet, agents: [foldOf(agent)] }, startMs);
    show(floor, [
      arrived("A1", startMs),
      event("case.started", "A1", startMs + minuteMs, { agent: "amina" }),
    ]);
    const other = [
      arrived("A2", startMs),
      event("case.started", "A2", startMs + 2 * minuteMs, { agent: "amina" }),
    ];
    show(floor, other);
    expect(floor.snapshot(null, 0, startMs).agents[0]?.caseId).toBe("A2");
    show(floor, [...other, event("case.completed", "A2", startMs + 3 * minuteMs, {})]);
    expect(floor.snapshot(null, 0, startMs).agents[0]?.caseId).toBe("A1");
  });

  it("counts an agent for the services they are assigned to, and tells watchers of both sides", () => {
    const floor = newFloor();
    const agent: Agent = {
      id: "amina",
      name: "Amina B.",
      siteId: "main",
      counter: null,
      skills: ["passports", "civil"].map((serviceId) => ({ serviceId, level: 2 })),
      state: "available",
      stateReason: null,
      stateSinceMs: startMs,
      plannedEndMs: null,
      assignedServiceIds: null,
    };
    show(floor, [arrived("A1", startMs)]);
    show(floor, [arrived("C1", startMs, "civil")]);
    const staff = (services: FloorSnapshot["services"]) =>
      Object.fromEntries(services.map((row) => [row.serviceId, [row.agentsOn, row.agentsAvailable]]));
    floor.apply({ ...quiet, agents: [foldOf(agent)] }, startMs);
    expect(staff(floor.snapshot(null, 0, startMs).services)).toEqual({ passports: [1, 1], civil: [1, 1] });

    const dirt = new FloorDirt();
    floor.addDirt(dirt);
    floor.apply({ ...quiet, agents: [foldOf({ ...agent, assignedServiceIds: ["civil"] })] }, startMs);
    expect(staff(floor.takeDelta(dirt, null, 1, startMs).services)).toEqual({
      passports: [0, 0],
      civil: [1, 1],
    });
    floor.apply({ ...quiet, agents: [foldOf({ ...agent, assignedServiceIds: ["passports"] })] }, startMs);
    expect(staff(floor.takeDelta(dirt, null, 2, startMs).services)).toEqual({
      passports: [1, 1],
      civil: [0, 0],
    });
  });

  it("gives a watcher of deltas the same floor as a new snapshot, whatever happens", () => {
    const step = fc.record({
      subject: fc.constantFrom("A1", "A2", "A3"),
      kind: fc.constantFrom("called", "started", "completed", "abandoned", "moved", "queued", "no_show"),
      take: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const floor = newFloor();
        const dirt = new FloorDirt();
        floor.addDirt(dirt);
        let seen = copyOf(floor.snapshot(null, 0, startMs));
        const lives = new Map<string, VigieEvent[]>();
        let nowMs = startMs;
        for (const { subject, kind, take } of steps) {
          nowMs += minuteMs;
          const life = lives.get(subject) ?? [arrived(subject, nowMs)];
          lives.set(subject, life);
          life.push(lifeEvent(kind, subject, nowMs + 1));
          show(floor, life);
          floor.tick(nowMs + 1);
          if (take) seen = merge(seen, floor.takeDelta(dirt, null, 0, nowMs + 1));
        }
        seen = merge(seen, floor.takeDelta(dirt, null, 0, nowMs + 1));
        const fresh = floor.snapshot(null, 0, nowMs + 1);
        expect(seen.cases).toEqual(new Map(fresh.cases.map((row) => [row.id, row])));
        expect(seen.queues).toEqual(
          new Map(fresh.services.map((row) => [serviceKey(row.siteId, row.serviceId), row.queueLength])),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function lifeEvent(kind: string, subject: string, atMs: number): VigieEvent {
  switch (kind) {
    case "called":
      return event("case.called", subject, atMs, {});
    case "started":
      return event("case.started", subject, atMs, {});
    case "completed":
      return event("case.completed", subject, atMs, {});
    case "abandoned":
      return event("case.abandoned", subject, atMs, {});
    case "no_show":
      return event("case.no_show", subject, atMs, {});
    case "moved":
      return event("case.transferred", subject, atMs, { toService: "civil" });
    default:
      return event("case.queued", subject, atMs, {});
  }
}

interface Seen {
  readonly cases: Map<string, unknown>;
  readonly queues: Map<string, number>;
}

function copyOf(snapshot: FloorSnapshot): Seen {
  return {
    cases: new Map(snapshot.cases.map((row) => [row.id, row])),
    queues: new Map(snapshot.services.map((row) => [serviceKey(row.siteId, row.serviceId), row.queueLength])),
  };
}

function merge(seen: Seen, delta: FloorDelta): Seen {
  for (const row of delta.cases) seen.cases.set(row.id, row);
  for (const id of delta.closedCaseIds) seen.cases.delete(id);
  for (const row of delta.services) seen.queues.set(serviceKey(row.siteId, row.serviceId), row.queueLength);
  return seen;
}
