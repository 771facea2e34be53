/** A day at the demo town hall is one that could have been, whatever the seed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoTown } from "../../../electron/feeds/demo/floor/town.ts";
import { currentLeg, isOpen, legHandleMs, legWaitMs } from "../../../shared/domain/case.ts";
import { compareEvents, eventDataSchemas, type VigieEvent } from "../../../shared/domain/event.ts";
import { toCloudEvent, understandEvent } from "../../../shared/domain/understand.ts";
import { bySubject, casesOf, hourMs, ofType, openHall, openMs, playDay } from "./play.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("any day", () => {
  it("tells only events that Vigie understands, each with its own id, in the order of their time", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const events = playDay(seed);
        expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
        for (const event of events) {
          expect(eventDataSchemas[event.type].parse(event.data)).toEqual(event.data);
          expect(understandEvent(toCloudEvent(event))).toEqual(event);
        }
        for (const own of [...bySubject(events, "case.").values(), ...bySubject(events, "agent.").values()]) {
          own.forEach((event, index) => {
            const before = own[index - 1];
            if (before !== undefined) expect(event.atMs).toBeGreaterThan(before.atMs);
          });
          expect([...own].sort(compareEvents)).toEqual(own);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("serves nobody who was not called, calls nobody who has not come, and ends every case", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cases = casesOf(playDay(seed));
        expect(cases.length).toBeGreaterThan(450);
        for (const record of cases) {
          expect(isOpen(record.state)).toBe(false);
          for (const leg of record.legs) {
            expect(leg.queuedAtMs).toBeGreaterThanOrEqual(leg.arrivedAtMs);
            if (leg.calledAtMs !== null) expect(leg.calledAtMs).toBeGreaterThanOrEqual(leg.queuedAtMs);
            if (leg.startedAtMs !== null) {
              expect(leg.calledAtMs).not.toBeNull();
              expect(leg.startedAtMs).toBeGreaterThan(leg.calledAtMs ?? 0);
            }
            const outcome = leg.outcome;
            expect(["served", "transferred", "no_show", "abandoned"]).toContain(outcome);
            if (outcome === "abandoned") expect(leg.calledAtMs).toBeNull();
            if (outcome === "no_show") expect(leg.startedAtMs).toBeNull();
            if (outcome === "served" || outcome === "transferred") {
              expect(legHandleMs(leg)).toBeGreaterThan(0);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("has no agent with two cases at once, nor one who serves while away", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const busy = new Map<string, string>();
        const handler = new Map<string, string>();
        const state = new Map<string, string>();
        for (const event of playDay(seed)) {
          if (event.type === "case.called") {
            const agent = event.data.agent ?? "";
            expect(busy.get(agent)).toBeUndefined();
            busy.set(agent, event.subject);
            handler.set(event.subject, agent);
          } else if (endsTurn(event)) {
            const agent = handler.get(event.subject);
            if (agent !== undefined) busy.delete(agent);
            handler.delete(event.subject);
          } else if (event.type === "agent.state_changed") {
            state.set(event.subject, event.data.state);
            if (event.data.state !== "serving" && event.data.state !== "wrap_up") {
              expect(busy.get(event.subject)).toBeUndefined();
            }
          } else if (event.type === "case.started") {
            expect(state.get(event.data.agent ?? "")).toBe("serving");
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("obeys Little's law in every queue", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const events = playDay(seed);
        const legs = casesOf(events).flatMap((record) => record.legs);
        for (const { id } of demoTown.services) {
          const own = legs.filter((leg) => leg.serviceId === id);
          const waitedMs = own.reduce((sum, leg) => sum + legWaitMs(leg, leg.endedAtMs ?? 0), 0);
          const lengthMs = areaUnderQueue(events, id);
          // The reception before the queue is joined is in the area, not in the wait.
          const receptionMs = own.reduce((sum, leg) => sum + leg.queuedAtMs - leg.arrivedAtMs, 0);
          expect(Math.abs(lengthMs - receptionMs - waitedMs)).toBeLessThanOrEqual(own.length * 5);
        }
      }),
      { numRuns: 6 },
    );
  });
});

/** Queue length of a service, integrated over time from the events alone, in case-milliseconds. */
function areaUnderQueue(events: readonly VigieEvent[], serviceId: string): number {
  const queueOf = new Map<string, string>();
  let area = 0;
  let length = 0;
  let lastMs = 0;
  const ordered = events.filter((event) => event.type.startsWith("case.")).sort(compareEvents);
  for (const event of ordered) {
    area += length * (event.atMs - lastMs);
    lastMs = event.atMs;
    if (event.type === "case.arrived") queueOf.set(event.subject, event.data.service);
    else if (event.type === "case.transferred") queueOf.set(event.subject, event.data.toService);
    else if (event.type === "case.called" || event.type === "case.abandoned") queueOf.delete(event.subject);
    length = [...queueOf.values()].filter((id) => id === serviceId).length;
  }
  return area;
}

function endsTurn(event: VigieEvent): boolean {
  return (
    event.type === "case.completed" ||
    event.type === "case.transferred" ||
    event.type === "case.no_show" ||
    event.type === "case.cancelled"
  );
}

describe("the demo town", () => {
  it("plays the same day for the same seed, and another for another", () => {
    expect(playDay(5)).toEqual(playDay(5));
    expect(playDay(5)).not.toEqual(playDay(6));
  });

  it("tells the same in many steps as in one", () => {
    const stepped = openHall({ seed: 9 });
    const events: VigieEvent[] = [];
    for (let atMs = openMs; atMs <= openMs + 3 * hourMs; atMs += 200_000) events.push(...stepped.step(atMs));
    events.push(...stepped.step(openMs + 3 * hourMs));
    expect(events).toEqual(openHall({ seed: 9 }).step(openMs + 3 * hourMs));
  });

  it("is a town where something needs a person: neither idle nor hopeless, in every service", () => {
    const cases = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) =>
      casesOf(playDay(seed)).map((record) => ({ ...record, id: `${seed} ${record.id}` })),
    );
    for (const { id, target, channel } of demoTown.services) {
      const legs = cases.flatMap((record) => record.legs).filter((leg) => leg.serviceId === id);
      const served = legs.filter((leg) => leg.outcome === "served" || leg.outcome === "transferred");
      const inTarget = served.filter((leg) => legWaitMs(leg, 0) <= target.withinSeconds * 1_000).length;
      expect(served.length / legs.length).toBeGreaterThan(0.7);
      expect(inTarget / served.length).toBeGreaterThan(0.4);
      if (channel !== "email") expect(inTarget / served.length).toBeLessThan(0.92);
    }
  });

  it("has no-shows, transfers, second visits, appointments, holds, pauses and training", () => {
    const events = playDay(2);
    const arrived = ofType(events, "case.arrived");
    expect(ofType(events, "case.no_show").length).toBeGreaterThan(3);
    expect(ofType(events, "case.transferred").length).toBeGreaterThan(3);
    expect(ofType(events, "case.held").length).toBe(ofType(events, "case.resumed").length);
    expect(ofType(events, "case.held").length).toBeGreaterThan(3);
    expect(arrived.filter((event) => event.data.visit === 2).length).toBeGreaterThan(10);
    expect(arrived.filter((event) => event.data.appointmentAt !== undefined).length).toBeGreaterThan(10);
    expect(arrived.filter((event) => event.data.flags?.includes("PMR")).length).toBeGreaterThan(2);
    const states = ofType(events, "agent.state_changed");
    const away = states.filter(({ data }) => data.state === "paused" || data.state === "training");
    expect(new Set(away.map(({ data }) => data.reason))).toEqual(
      new Set(["Pause", "Déjeuner", "Formation titres sécurisés"]),
    );
    for (const event of away) expect(Date.parse(event.data.plannedEndAt ?? "")).toBeGreaterThan(event.atMs);
  });

  it("goes on for ever: a second day follows the first", () => {
    const hall = openHall({ seed: 4 });
    hall.step(openMs + 9 * hourMs);
    const second = casesOf(hall.step(openMs + 18 * hourMs));
    expect(second.length).toBeGreaterThan(400);
  });

  it("closes with nobody left behind", () => {
    const hall = openHall({ seed: 3 });
    const events = [...hall.step(openMs + 4 * hourMs), ...hall.close("stopped")];
    const cases = casesOf(events);
    expect(cases.filter((record) => isOpen(record.state))).toEqual([]);
    const cancelled = cases.filter((record) => record.state === "cancelled");
    expect(cancelled.length).toBeGreaterThan(5);
    expect(cancelled.every((record) => currentLeg(record).outcome === "cancelled")).toBe(true);
    for (const own of bySubject(events, "agent.").values()) {
      expect(own.at(-1)?.type).toBe("agent.signed_out");
    }
    expect(hall.openCaseIds.size).toBe(0);
  });
});
