import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LegContribution } from "../../../shared/domain/figure.ts";
import type { FloorCase } from "../../../shared/domain/floor.ts";
import { LiveDelay } from "../../../shared/domain/live-delay.ts";

const startMs = Date.UTC(2026, 10, 24, 8);
const minuteMs = 60_000;
const staff = { serving: 2, free: 0 };

function served(arrivedAtMs: number, waitMs: number): LegContribution {
  return {
    siteId: "main",
    serviceId: "passports",
    channel: "counter",
    agentId: null,
    intervalStartMs: arrivedAtMs,
    arrivedAtMs,
    arrivals: 1,
    transfersIn: 0,
    served: 1,
    abandoned: 0,
    noShows: 0,
    servedInTarget: 1,
    abandonedInTarget: 0,
    abandonedLate: 0,
    inLevel: 1,
    waitMs,
    handleMs: 8 * minuteMs,
  };
}

function waiting(id: string, queuedAtMs: number): FloorCase {
  return {
    id,
    siteId: "main",
    serviceId: "passports",
    channel: "counter",
    ticket: id,
    state: "waiting",
    priority: 0,
    flags: [],
    visit: 1,
    appointmentAtMs: null,
    agentId: null,
    queuedAtMs,
    waitSinceMs: queuedAtMs,
    waitedSeconds: null,
    startedAtMs: null,
    heldSinceMs: null,
    agedAtMs: null,
    handOffs: 0,
    fromServiceId: null,
    version: 1,
  };
}

describe("the expected wait of a service", () => {
  const past = Array.from({ length: 60 }, (_, index) =>
    served(startMs + index * 4 * minuteMs, (8 + (index % 5)) * minuteMs),
  );

  it("says nothing before anything is known", () => {
    expect(new LiveDelay().expect(staff, 10, startMs)).toBeNull();
  });

  it("learns from past legs, whatever their order, and names its accuracy", () => {
    const delay = new LiveDelay();
    delay.learn([...past].reverse(), () => 10);
    const expected = delay.expect(staff, 10, startMs + 240 * minuteMs);
    expect(expected?.p50Seconds).toBeGreaterThan(0);
    expect(expected?.p90Seconds).toBeGreaterThanOrEqual(expected?.p50Seconds ?? Number.POSITIVE_INFINITY);
    expect(expected?.accuracyCount).toBe(60);
  });

  it("gives each place in line its own range, none longer than the one behind", () => {
    const delay = new LiveDelay();
    delay.learn(past, () => 10);
    const nowMs = startMs + 240 * minuteMs;
    for (const id of ["A1", "A2", "A3"]) delay.setWaiting(waiting(id, nowMs), staff, 10, nowMs);
    const places = delay.expect(staff, 10, nowMs)?.places.map((place) => place.p90Seconds) ?? [];
    expect(places).toHaveLength(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("calls nobody before those who are ahead, whatever the past of each place was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 80, maxLength: 160 }),
        fc.integer({ min: 2, max: 12 }),
        (waitMinutes, length) => {
          const delay = new LiveDelay();
          const legs = waitMinutes.map((wait, index) =>
            served(startMs + index * 2 * minuteMs, wait * minuteMs),
          );
          delay.learn(legs, () => 10);
          const nowMs = startMs + 400 * minuteMs;
          for (let place = 0; place < length; place += 1) {
            delay.setWaiting(waiting(`A${place}`, nowMs), staff, 10, nowMs);
          }
          const places = delay.expect(staff, 10, nowMs)?.places ?? [];
          for (const [index, { p50Seconds, p90Seconds }] of places.entries()) {
            expect(p50Seconds).toBeGreaterThanOrEqual(places[index - 1]?.p50Seconds ?? 0);
            expect(p90Seconds).toBeGreaterThanOrEqual(places[index - 1]?.p90Seconds ?? 0);
            expect(p90Seconds).toBeGreaterThanOrEqual(p50Seconds);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not take history that is filled in for the pace of the queue", () => {
    const delay = new LiveDelay();
    delay.learn(past, () => 10);
    const nowMs = startMs + 240 * minuteMs;
    const before = delay.expect(staff, 10, nowMs);
    for (let index = 0; index < 50; index += 1) {
      const queuedAtMs = startMs - 24 * 60 * minuteMs + index * minuteMs;
      delay.setWaiting(waiting(`old${index}`, queuedAtMs), staff, 10, nowMs);
      delay.endWaiting(`old${index}`, queuedAtMs + 5 * minuteMs, nowMs);
    }
    expect(delay.expect(staff, 10, nowMs)).toEqual(before);
  });

  it("keeps the far end of a range in proportion to its middle and to what was seen", () => {
    const delay = new LiveDelay();
    delay.learn(past, () => 10);
    const nowMs = startMs + 240 * minuteMs;
    for (let index = 0; index < 200; index += 1) {
      delay.setWaiting(waiting(`A${index}`, nowMs), staff, 10, nowMs);
    }
    const { p50Seconds = 0, p90Seconds = 0 } = delay.expect(staff, 10, nowMs) ?? {};
    expect(p90Seconds).toBeLessThanOrEqual(Math.max(1.5 * 12 * 60, 2.5 * p50Seconds + 1));
  });
});
