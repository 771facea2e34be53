import { describe, expect, it } from "vitest";
import { floorAt, type LegUnderWay } from "../../../shared/domain/floor-at.ts";
import type { Observation } from "../../../shared/domain/observation.ts";

const zone = "Europe/Paris";
const at = Date.parse("2026-11-24T10:00:00+01:00");
const minutes = 60_000;

function leg(over: Partial<LegUnderWay>): LegUnderWay {
  return {
    siteId: "mairie",
    serviceId: "titres",
    queuedAtMs: at,
    carriedWaitMs: 0,
    inService: false,
    ...over,
  };
}

function seen(over: Partial<Observation>): Observation {
  return {
    siteId: "mairie",
    serviceId: "titres",
    channel: "counter",
    atMs: at,
    peopleWaiting: 4,
    openCounters: 2,
    ticketCalled: null,
    ...over,
  };
}

describe("the floor at an instant", () => {
  it("counts who waits and who is served, and finds the longest wait, hand-offs included", () => {
    const floor = floorAt(
      at,
      zone,
      [
        leg({ queuedAtMs: at - 3 * minutes }),
        leg({ queuedAtMs: at - minutes, carriedWaitMs: 10 * minutes }),
        leg({ serviceId: "etat-civil", inService: true }),
      ],
      [],
    );
    const none = { openCounters: null, observedAt: null };
    expect(floor).toEqual({
      at: "2026-11-24T10:00:00+01:00",
      total: { queueLength: 2, longestWaitSeconds: 660, inService: 1 },
      services: [
        { service: "etat-civil", queueLength: 0, longestWaitSeconds: null, inService: 1, ...none },
        { service: "titres", queueLength: 2, longestWaitSeconds: 660, inService: 0, ...none },
      ],
    });
  });

  it("takes what a feed observes where it knows no cases", () => {
    const earlier = seen({ siteId: "annexe", atMs: at - 5 * minutes, peopleWaiting: 1, openCounters: null });
    expect(floorAt(at, zone, [], [seen({}), earlier]).services).toEqual([
      {
        service: "titres",
        queueLength: 5,
        longestWaitSeconds: null,
        inService: 0,
        openCounters: 2,
        observedAt: "2026-11-24T10:00:00+01:00",
      },
    ]);
  });

  it("does not add an observed queue to the cases of the same service at the same site", () => {
    const floor = floorAt(at, zone, [leg({})], [seen({}), seen({ siteId: "annexe", peopleWaiting: 2 })]);
    expect(floor.total.queueLength).toBe(3);
  });

  it("forgets an observation at the end of its local day", () => {
    const yesterday = seen({ atMs: Date.parse("2026-11-23T23:59:59+01:00") });
    const midnight = seen({ serviceId: "etat-civil", atMs: Date.parse("2026-11-24T00:00:00+01:00") });
    expect(floorAt(at, zone, [], [yesterday, midnight]).services.map((one) => one.service)).toEqual([
      "etat-civil",
    ]);
  });

  it("never shows a negative wait, whatever the clocks of a feed did", () => {
    expect(floorAt(at, zone, [leg({ queuedAtMs: at + minutes })], []).total.longestWaitSeconds).toBe(0);
  });

  it("is empty where nothing is known", () => {
    expect(floorAt(at, zone, [], [])).toMatchObject({
      total: { queueLength: 0, longestWaitSeconds: null, inService: 0 },
      services: [],
    });
  });
});
