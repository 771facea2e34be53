/** The demo floor obeys what people do in the console. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../../../electron/feeds/demo/floor/pace.ts";
import { demoTown } from "../../../electron/feeds/demo/floor/town.ts";
import type { TownHall } from "../../../electron/feeds/demo/floor/town-hall.ts";
import { annexe, civilStatus, passports, townHall } from "../../../electron/feeds/demo/floor/town-keys.ts";
import { foldBackupCall } from "../../../shared/domain/backup.ts";
import { type Case, currentLeg, isOpen } from "../../../shared/domain/case.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { byPerson, casesOf, hourMs, minuteMs, ofType, openHall, openMs } from "./play.ts";

const busyMs = openMs + 4.5 * hourMs;

/** A floor in the lunch peak, with what it has told so far. */
function busyHall(seed = 1): { hall: TownHall; events: VigieEvent[] } {
  const hall = openHall({ seed, load: 1.15 });
  return { hall, events: hall.step(busyMs) };
}

function waitingFor(events: readonly VigieEvent[], serviceId: string, siteId = townHall): Case[] {
  return casesOf(events).filter(
    (record) =>
      record.state === "waiting" &&
      record.siteId === siteId &&
      record.channel === "counter" &&
      currentLeg(record).serviceId === serviceId &&
      // Past the reception, so in the queue.
      currentLeg(record).queuedAtMs > currentLeg(record).arrivedAtMs,
  );
}

function find<T>(values: readonly T[], what: string): T {
  const first = values[0];
  if (first === undefined) throw new Error(`the scenario has no ${what}`);
  return first;
}

const reassign = { reason: "test", by: "tester", action: "a1" };

describe("a reassigned case", () => {
  it("is served in the other queue, and its wait is kept", () => {
    const { hall, events } = busyHall();
    const record = find(waitingFor(events, passports).slice(-1), "case waiting for passports");
    const move = byPerson(busyMs + 1, "case.reassigned", record.id, { ...reassign, toService: civilStatus });
    hall.handle(move);
    const all = [...events, move, ...hall.step(busyMs + 6 * hourMs)];
    const own = casesOf(all.filter((event) => event.subject === record.id))[0];
    expect(own?.legs.map((leg) => leg.serviceId).slice(0, 2)).toEqual([passports, civilStatus]);
    expect(own?.legs[0]?.outcome).toBe("moved");
    expect(own?.legs[1]?.carriedWaitMs).toBeGreaterThan(0);
    expect(isOpen(own?.state ?? "waiting")).toBe(false);
    const server = demoTown.agents.find((agent) => agent.id === own?.legs[1]?.agentId);
    expect(server?.skills.some((skill) => skill.serviceId === civilStatus)).toBe(true);
  });

  it("goes to the agent it is named for, before longer waits, and to nobody else", () => {
    const { hall, events } = busyHall();
    const record = find(waitingFor(events, passports).slice(-1), "case waiting for passports");
    const to = "demo-benoit-l";
    const move = byPerson(busyMs + 1, "case.reassigned", record.id, { ...reassign, toAgent: to });
    hall.handle(move);
    const later = hall.step(busyMs + 6 * hourMs);
    const calls = ofType(later, "case.called").filter((event) => event.data.agent === to);
    expect(calls[0]?.subject).toBe(record.id);
    const own = casesOf([...events, move, ...later].filter((event) => event.subject === record.id))[0];
    expect(own?.legs.at(-1)?.agentId).toBe(to);
  });

  it("leaves a counter that had just called it; the agent takes somebody else", () => {
    const { hall, events } = busyHall();
    const called = find(
      casesOf(events).filter((one) => one.state === "serving" && currentLeg(one).serviceId === passports),
      "case in service",
    );
    const agent = currentLeg(called).agentId;
    const move = byPerson(busyMs + 1, "case.reassigned", called.id, { ...reassign, toService: civilStatus });
    hall.handle(move);
    const later = hall.step(busyMs + 5 * hourMs);
    const next = ofType(later, "case.called").find((event) => event.data.agent === agent);
    expect(next).toBeDefined();
    const own = casesOf([...events, move, ...later].filter((event) => event.subject === called.id))[0];
    expect(own?.legs.map((leg) => leg.serviceId)).toContain(civilStatus);
    expect(isOpen(own?.state ?? "waiting")).toBe(false);
    // What was under way at the first counter is void: it is called anew before anything else.
    const first = later.find((event) => event.subject === called.id);
    expect(["case.called", "case.abandoned"]).toContain(first?.type);
  });

  it("is never finished twice, however many are moved while they are served", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const { hall, events } = busyHall(seed);
        const atHand = casesOf(events).filter((one) => one.state === "serving" || one.state === "called");
        expect(atHand.length).toBeGreaterThan(3);
        for (const { id } of atHand) {
          hall.handle(byPerson(busyMs + 1, "case.reassigned", id, { ...reassign, toService: civilStatus }));
        }
        const ends = hall
          .step(busyMs + 6 * hourMs)
          .filter((event) => ["case.completed", "case.no_show", "case.abandoned"].includes(event.type))
          .map((event) => event.subject);
        expect(new Set(ends).size).toBe(ends.length);
      }),
      { numRuns: 10 },
    );
  });

  it("is left in peace when it is over, or belongs to another feed", () => {
    const { hall, events } = busyHall();
    const over = find(
      casesOf(events).filter((one) => one.state === "done"),
      "finished case",
    );
    hall.handle(byPerson(busyMs + 1, "case.reassigned", over.id, { ...reassign, toService: civilStatus }));
    hall.handle(byPerson(busyMs + 2, "case.reassigned", "real-1", { ...reassign, toService: civilStatus }));
    const later = hall.step(busyMs + hourMs);
    expect(later.filter((event) => event.subject === over.id || event.subject === "real-1")).toEqual([]);
  });

  const done = { by: "tester", action: "a1" };

  it("is called by nobody while it is suspended, and soon once it is resumed", () => {
    const { hall, events } = busyHall();
    const record = find(waitingFor(events, passports), "case waiting for passports");
    hall.handle(byPerson(busyMs + 1, "case.held", record.id, done));
    const away = hall.step(busyMs + hourMs);
    expect(away.filter(({ subject }) => subject === record.id)).toEqual([]);
    hall.handle(byPerson(busyMs + hourMs + 1, "case.resumed", record.id, { ...done, action: "a2" }));
    const back = hall.step(busyMs + 3 * hourMs).filter(({ subject }) => subject === record.id);
    expect(["case.called", "case.abandoned"]).toContain(back[0]?.type);
  });

  it("goes back to the queue when it was called in vain, and the agent takes the next one", () => {
    const { hall, events } = busyHall();
    const called = find(
      casesOf(events).filter((one) => one.state === "serving" && currentLeg(one).serviceId === passports),
      "case in service",
    );
    hall.handle(byPerson(busyMs + 1, "case.queued", called.id, done));
    const later = hall.step(busyMs + 5 * hourMs);
    const own = later.filter(({ subject }) => subject === called.id);
    expect(["case.called", "case.abandoned"]).toContain(own[0]?.type);
    const next = ofType(later, "case.called").find(
      (event) => event.data.agent === currentLeg(called).agentId && event.subject !== called.id,
    );
    expect(next).toBeDefined();
  });

  it("is as before once the action is taken back", () => {
    const { hall, events } = busyHall();
    const [first, second] = waitingFor(events, passports);
    if (first === undefined || second === undefined) throw new Error("the scenario has no two cases");
    hall.handle(byPerson(busyMs + 1, "case.held", first.id, done));
    hall.handle(byPerson(busyMs + 1, "case.reassigned", second.id, { ...reassign, toService: civilStatus }));
    hall.step(busyMs + 2);
    for (const { id } of [first, second]) {
      hall.handle(byPerson(busyMs + 3, "case.undone", id, { undoes: "a1", by: "tester" }));
    }
    const later = hall.step(busyMs + 6 * hourMs);
    for (const { id } of [first, second]) {
      const own = casesOf([...events, ...later].filter(({ subject }) => subject === id))[0];
      expect(own?.legs[0]?.serviceId).toBe(passports);
      expect(isOpen(own?.state ?? "waiting")).toBe(false);
    }
  });

  it("is called sooner once it has priority", () => {
    const { hall, events } = busyHall();
    const record = find(waitingFor(events, passports).slice(-1), "case waiting for passports");
    hall.handle(byPerson(busyMs + 1, "case.prioritised", record.id, { priority: 9, by: "tester" }));
    const waiting = new Set(waitingFor(events, passports).map((one) => one.id));
    const order = ofType(hall.step(busyMs + 2 * hourMs), "case.called").filter((one) =>
      waiting.has(one.subject),
    );
    expect(order[0]?.subject).toBe(record.id);
  });
});

describe("a person called in as backup", () => {
  const call = (person: string, id: string, atMs: number, until?: number) =>
    byPerson(atMs, "backup.requested", id, {
      site: townHall,
      service: passports,
      agent: person,
      by: "tester",
      expiresAt: new Date(atMs + 5 * minuteMs).toISOString(),
      ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    });

  /** A seed whose first answer is the one wanted. */
  function answerOf(state: "accepted" | "declined" | "requested"): {
    request: VigieEvent;
    later: VigieEvent[];
    hall: TownHall;
  } {
    for (let seed = 1; seed < 100; seed += 1) {
      const { hall } = busyHall(seed);
      const request = call("demo-rachida-n", "call-1", busyMs + 1);
      hall.handle(request);
      const later = hall.step(busyMs + 5 * minuteMs);
      const own = [request, ...later].filter((event) => event.subject === "call-1");
      if (foldBackupCall(own)?.state === state) return { request, later, hall };
    }
    throw new Error(`nobody ever ${state}`);
  }

  it("accepts, travels, signs in, serves that service alone, and goes back when released", () => {
    const { hall, later, request } = answerOf("accepted");
    const accepted = find(ofType(later, "backup.accepted"), "answer");
    expect(accepted.atMs).toBeGreaterThan(request.atMs);
    expect(Date.parse(accepted.data.arrivesAt ?? "")).toBe(accepted.atMs + 8 * minuteMs);
    const working = hall.step(busyMs + 3 * hourMs);
    const arrived = find(ofType(working, "backup.arrived"), "arrival");
    expect(arrived.atMs).toBeGreaterThan(accepted.atMs + 6 * minuteMs);
    expect(ofType(working, "agent.signed_in").map((event) => event.subject)).toContain("demo-rachida-n");
    const served = ofType(working, "case.called").filter((event) => event.data.agent === "demo-rachida-n");
    expect(served.length).toBeGreaterThan(3);
    hall.handle(byPerson(busyMs + 3 * hourMs + 1, "backup.released", "call-1", { by: "tester" }));
    const after = hall.step(busyMs + 9 * hourMs);
    const states = ofType(after, "agent.state_changed").filter((event) => event.subject === "demo-rachida-n");
    const last = states.at(-1);
    expect(last === undefined || last.data.state === "back_office").toBe(true);
    expect(ofType(after, "case.called").filter((event) => event.data.agent === "demo-rachida-n").length).toBe(
      0,
    );
  });

  it("serves nothing but what they were called for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const { hall, events } = busyHall(seed);
        hall.handle(call("demo-ines-v", "call-1", busyMs + 1));
        hall.handle(byPerson(busyMs + 2, "backup.accepted", "call-1", { by: "tester" }));
        const later = hall.step(busyMs + 3 * hourMs);
        const served = casesOf([...events, ...later]).flatMap((record) =>
          record.legs.filter((leg) => leg.agentId === "demo-ines-v"),
        );
        expect(served.length).toBeGreaterThan(0);
        expect(served.every((leg) => leg.serviceId === passports)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it("leaves at the time that was agreed, after the case at hand", () => {
    const { hall } = busyHall();
    hall.handle(call("demo-ines-v", "call-1", busyMs + 1, busyMs + hourMs));
    hall.handle(byPerson(busyMs + 2, "backup.accepted", "call-1", { by: "tester" }));
    const later = hall.step(busyMs + 4 * hourMs);
    const released = find(ofType(later, "backup.released"), "release");
    expect(released.atMs).toBe(busyMs + hourMs);
    const calls = ofType(later, "case.called").filter((event) => event.data.agent === "demo-ines-v");
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every((event) => event.atMs <= released.atMs)).toBe(true);
    const states = ofType(later, "agent.state_changed").filter((event) => event.subject === "demo-ines-v");
    expect(states.at(-1)?.data.state).toBe("back_office");
  });

  it("may decline with a reason, or never answer; then nobody comes", () => {
    const declined = answerOf("declined");
    expect(find(ofType(declined.later, "backup.declined"), "answer").data.reason).toBeTruthy();
    const silent = answerOf("requested");
    silent.hall.handle(byPerson(busyMs + 5 * minuteMs + 1, "backup.expired", "call-1", {}));
    for (const { hall } of [declined, silent]) {
      expect(ofType(hall.step(busyMs + 2 * hourMs), "backup.arrived")).toEqual([]);
    }
  });

  it("serves although somebody else saw them arrive, and is never at two cases at once", () => {
    const { hall } = busyHall();
    hall.handle(call("demo-ines-v", "call-1", busyMs + 1));
    hall.handle(byPerson(busyMs + 2, "backup.accepted", "call-1", { by: "tester" }));
    hall.handle(byPerson(busyMs + 3, "backup.arrived", "call-1", { by: "tester" }));
    const events = hall.step(busyMs + minuteMs);
    hall.handle(byPerson(busyMs + minuteMs + 1, "backup.released", "call-1", { by: "tester" }));
    hall.handle(call("demo-ines-v", "call-2", busyMs + minuteMs + 2));
    hall.handle(byPerson(busyMs + minuteMs + 3, "backup.accepted", "call-2", { by: "tester" }));
    hall.handle(byPerson(busyMs + minuteMs + 4, "backup.arrived", "call-2", { by: "tester" }));
    let atHand = 0;
    const mine = new Set<string>();
    events.push(...hall.step(busyMs + 2 * hourMs));
    for (const event of events) {
      if (event.type === "case.called" && event.data.agent === "demo-ines-v") {
        atHand += 1;
        mine.add(event.subject);
      } else if (mine.has(event.subject) && /completed|transferred|no_show/.test(event.type)) {
        atHand -= 1;
        mine.delete(event.subject);
      }
      expect(atHand).toBeLessThanOrEqual(1);
    }
    const calls = ofType(events, "case.called").filter((event) => event.data.agent === "demo-ines-v");
    expect(calls.length).toBeGreaterThan(2);
  });

  it("is everybody the roster names: each has a skill that some queue of their site needs", () => {
    for (const person of demoTown.backups) {
      const queues = demoTown.queues.filter((queue) => queue.siteId === person.siteId);
      expect(
        person.skills.some(({ serviceId }) => queues.some((queue) => queue.serviceId === serviceId)),
      ).toBe(true);
    }
    expect(new Set(demoTown.backups.map((person) => person.siteId))).toEqual(new Set([townHall, annexe]));
  });
});

describe("an agent whom people move or correct", () => {
  const david = "demo-david-m";

  it("serves the services given and no others, until given all again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const { hall, events } = busyHall(seed);
        const moveMs = busyMs + 1;
        hall.handle(byPerson(moveMs, "agent.assigned", david, { services: [civilStatus], by: "tester" }));
        const moved = hall.step(busyMs + 2 * hourMs);
        hall.handle(
          byPerson(busyMs + 2 * hourMs + 1, "agent.assigned", david, { services: null, by: "tester" }),
        );
        const all = [...events, ...moved, ...hall.step(busyMs + 9 * hourMs)];
        const legs = casesOf(all).flatMap((record) =>
          record.legs.filter((leg) => leg.agentId === david && (leg.calledAtMs ?? 0) > moveMs),
        );
        const early = legs.filter((leg) => (leg.calledAtMs ?? 0) <= busyMs + 2 * hourMs);
        expect(early.length).toBeGreaterThan(0);
        expect(new Set(early.map((leg) => leg.serviceId))).toEqual(new Set([civilStatus]));
        expect(new Set(legs.map((leg) => leg.serviceId)).size).toBeGreaterThan(1);
      }),
      { numRuns: 5 },
    );
  });

  it("takes the first who waits at once when they were idle", () => {
    const { hall, events } = busyHall();
    const idle = find(
      demoTown.agents.filter((person) => {
        const states = ofType(events, "agent.state_changed").filter((one) => one.subject === person.id);
        return states.at(-1)?.data.state === "back_office" || states.at(-1)?.data.state === "paused";
      }),
      "agent who is away",
    );
    hall.handle(byPerson(busyMs + 1, "agent.state_changed", idle.id, { state: "available" }));
    const called = ofType(hall.step(busyMs + 2 * hourMs), "case.called").filter(
      (event) => event.data.agent === idle.id,
    );
    expect(called.length).toBeGreaterThan(0);
  });

  it("stays away until the planned end, however their own day was planned, and has no two cases at once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(demoTown.agents.length - 1), (seed, index) => {
        const id = demoTown.agents[index]?.id ?? "";
        const { hall, events } = busyHall(seed);
        const endMs = busyMs + 30 * minuteMs;
        const pause = byPerson(busyMs + 1, "agent.state_changed", id, {
          state: "paused",
          reason: "test",
          plannedEndAt: new Date(endMs).toISOString(),
        });
        hall.handle(pause);
        const told = [...hall.step(busyMs + 3 * hourMs), pause].sort((a, b) => a.atMs - b.atMs);
        let state = "paused";
        let atHand: string | null =
          casesOf(events).find(
            (one) => isOpen(one.state) && one.state !== "waiting" && currentLeg(one).agentId === id,
          )?.id ?? null;
        for (const event of told) {
          if (event.type === "agent.state_changed" && event.subject === id) state = event.data.state;
          if (event.type === "case.called" && event.data.agent === id) {
            expect(atHand).toBeNull();
            atHand = event.subject;
          }
          if (event.subject === atHand && /completed|transferred|no_show/.test(event.type)) atHand = null;
          if (event.type === "case.started" && event.data.agent === id) expect(state).toBe("serving");
          if (state === "paused" && event.atMs > busyMs + 1 && event.atMs < endMs) {
            expect(event.type === "case.called" && event.data.agent === id).toBe(false);
          }
        }
        const last = ofType(told, "agent.state_changed").filter((event) => event.subject === id);
        expect(last.length).toBeGreaterThan(1);
      }),
      { numRuns: 25 },
    );
  });

  it("finishes the case at hand first, and says so", () => {
    const { hall, events } = busyHall();
    const record = find(
      casesOf(events).filter((one) => one.state === "serving" && one.siteId === townHall),
      "case in service",
    );
    const id = currentLeg(record).agentId ?? "";
    hall.handle(byPerson(busyMs + 1, "agent.state_changed", id, { state: "training" }));
    const states = ofType(hall.step(busyMs + 2 * hourMs), "agent.state_changed")
      .filter((event) => event.subject === id)
      .map((event) => event.data.state);
    expect(states.slice(0, 3)).toEqual(["serving", "wrap_up", "training"]);
  });
});

describe("the pace", () => {
  it("never stamps an event later than the wall's clock, nor two of one subject alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000 }), (speed, seed) => {
        const startMs = openMs + 4 * hourMs;
        const pace = new Pace(startMs, speed);
        const hall = openHall({ seed, pace });
        expect(hall.step(startMs).every((event) => event.atMs <= startMs + 5)).toBe(true);
        const lastMs = new Map<string, number>();
        for (let wallMs = startMs; wallMs <= startMs + 60_000; wallMs += 200) {
          for (const event of hall.step(pace.floorMs(wallMs))) {
            expect(event.atMs).toBeLessThanOrEqual(wallMs + 5);
            expect(event.atMs).toBeGreaterThan(lastMs.get(event.subject) ?? 0);
            lastMs.set(event.subject, event.atMs);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("makes everything sixty times shorter at ×60, the past hours excepted", () => {
    const startMs = openMs + 4 * hourMs;
    const pace = new Pace(startMs, 60);
    expect(pace.wallMs(startMs - 3 * hourMs)).toBe(startMs - 3 * hourMs);
    expect(pace.wallMs(startMs + hourMs)).toBe(startMs + minuteMs);
    expect(pace.floorMs(startMs + minuteMs)).toBe(startMs + hourMs);
    pace.change(startMs + minuteMs, 1);
    expect(pace.wallMs(startMs + hourMs + 5_000)).toBe(startMs + minuteMs + 5_000);
    pace.resume(startMs + hourMs + 5_000, startMs + 12 * hourMs);
    expect(pace.wallMs(startMs + hourMs + 6_000)).toBe(startMs + 12 * hourMs + 1_000);
  });
});
