import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erlangB, erlangC, erlangCServiceLevel } from "../../../shared/queueing/erlang.ts";
import { erlangA, erlangAOfferedWithin, erlangAServiceLevel } from "../../../shared/queueing/erlang-a.ts";
import { generalPatience } from "../../../shared/queueing/general-patience.ts";
import { exponentialPatience, type PatienceCurve } from "../../../shared/queueing/patience.ts";
import { agentsNeeded } from "../../../shared/queueing/staffing.ts";

/** Equal to nine significant digits, which is what the oracles of domain.md carry. */
const near = (actual: number, expected: number): void =>
  expect(actual.toPrecision(9)).toBe(expected.toPrecision(9));

describe("oracles of domain.md", () => {
  test("Erlang B", () => {
    expect(erlangB(10, 5)).toBeCloseTo(0.01838457034, 11);
  });

  test("Erlang C: 100 per 30 min, 180 s, 14 agents", () => {
    const load = { arrivalsPerSecond: 100 / 1800, handleSeconds: 180, agents: 14 };
    const c = erlangC(load);
    near(c.waitProbability, 0.1741319335950498);
    near(c.meanWaitSeconds, 7.83593701177724);
    near(c.occupancy, 10 / 14);
    near(erlangCServiceLevel(load, 20), 0.8883500191794669);
  });

  test("Erlang C: 35 agents", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 1 / 0.0033, agents: 35 };
    near(erlangC(load).waitProbability, 0.3121925015328496);
    near(erlangCServiceLevel(load, 20), 0.7710233599946846);
  });

  test("Erlang C: three agents", () => {
    const c = erlangC({ arrivalsPerSecond: 0.1, handleSeconds: 20, agents: 3 });
    near(c.meanQueue, 8 / 9);
    near(c.meanSystemSeconds, 20 + 80 / 9);
  });

  test("Erlang A", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 240, agents: 28 };
    const a = erlangA(load, 300);
    near(a.meanQueue, 0.6833261838);
    near(a.meanWaitSeconds, 6.833261838);
    near(a.waitProbability, 0.242001747);
    near(a.abandonProbability, 0.0227775395);
    near(erlangAOfferedWithin(load, 300, 20), 0.863225143);
  });

  test("an unstable load is an answer, not an error", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 1 / 0.0033, agents: 20 };
    expect(erlangCServiceLevel(load, 20)).toBe(0);
    expect(erlangC(load)).toMatchObject({ stable: false, meanWaitSeconds: Number.POSITIVE_INFINITY });
  });
});

describe("corners", () => {
  test("an empty desk nobody comes to, and one that somebody does", () => {
    expect(erlangC({ arrivalsPerSecond: 0, handleSeconds: 60, agents: 2 })).toMatchObject({
      stable: true,
      waitProbability: 0,
      meanWaitSeconds: 0,
    });
    const closed = { arrivalsPerSecond: 0.1, handleSeconds: 60, agents: 0 };
    expect(erlangA(closed, 300).waitProbability).toBe(1);
    expect(erlangA(closed, 300).abandonProbability).toBeCloseTo(1, 12);
    expect(erlangAOfferedWithin(closed, 300, 60)).toBe(0);
    expect(erlangAServiceLevel(closed, 300, 60)).toBe(0);
    expect(generalPatience(closed, exponentialPatience(300), 60)).toMatchObject({
      abandonProbability: 1,
      serviceLevel: 0,
    });
  });

  test("an improper patience curve in overload waits for ever", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 60, agents: 2 };
    expect(generalPatience(load, exponentialPatience(Number.POSITIVE_INFINITY), 60)).toMatchObject({
      meanWaitSeconds: Number.POSITIVE_INFINITY,
      serviceLevel: 0,
    });
  });

  test.each([
    { arrivalsPerSecond: -1, handleSeconds: 1, agents: 1 },
    { arrivalsPerSecond: Number.NaN, handleSeconds: 1, agents: 1 },
    { arrivalsPerSecond: 1, handleSeconds: 0, agents: 1 },
    { arrivalsPerSecond: 1, handleSeconds: 1, agents: 1.5 },
  ])("refuses %o", (load) => {
    expect(() => erlangC(load)).toThrow(RangeError);
    expect(() => erlangA(load, 60)).toThrow(RangeError);
    expect(() => generalPatience(load, exponentialPatience(60), 20)).toThrow(RangeError);
  });

  test("refuses a curve that does not start at 0 or does not ascend", () => {
    const load = { arrivalsPerSecond: 1, handleSeconds: 1, agents: 1 };
    const step = (fromSeconds: number) => ({ fromSeconds, leavesPerSecond: 0.1 });
    expect(() => generalPatience(load, [], 1)).toThrow(/starts at 0/);
    expect(() => generalPatience(load, [step(5)], 1)).toThrow(/starts at 0/);
    expect(() => generalPatience(load, [step(0), step(0)], 1)).toThrow(/ascend/);
  });

  test("1,000 agents stay finite in under-, critical and overload", () => {
    for (const factor of [0.9, 1, 1.3]) {
      const load = { arrivalsPerSecond: (1000 * factor) / 240, handleSeconds: 240, agents: 1000 };
      const a = erlangA(load, 600);
      const g = generalPatience(load, exponentialPatience(600), 20);
      near(g.waitProbability, a.waitProbability);
      near(g.meanWaitSeconds, a.meanWaitSeconds);
      expect(a.abandonProbability).toBeGreaterThanOrEqual(Math.max(0, 1 - 1 / factor) - 1e-12);
      expect(erlangAServiceLevel(load, 600, 20)).toBeCloseTo(g.serviceLevel, 9);
    }
  });
});

const loads = fc.record({
  arrivalsPerSecond: fc.double({ min: 0.001, max: 4, noNaN: true }),
  handleSeconds: fc.double({ min: 5, max: 900, noNaN: true }),
  agents: fc.integer({ min: 1, max: 1000 }),
});
const patience = fc.double({ min: 10, max: 3600, noNaN: true });
const target = fc.double({ min: 0, max: 1800, noNaN: true });
const curves: fc.Arbitrary<PatienceCurve> = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 200 }), fc.double({ min: 0.0001, max: 0.05, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(([width, leavesPerSecond], i) => {
      at += i === 0 ? 0 : width;
      return { fromSeconds: at, leavesPerSecond };
    });
  });
const slack = 1e-9;

describe("properties", () => {
  test("probabilities stay in [0, 1] and waits are not negative", () => {
    fc.assert(
      fc.property(loads, patience, target, curves, (load, patienceSeconds, targetSeconds, curve) => {
        const a = erlangA(load, patienceSeconds);
        const g = generalPatience(load, curve, targetSeconds);
        for (const p of [
          erlangB(load.agents, load.arrivalsPerSecond * load.handleSeconds),
          erlangC(load).waitProbability,
          erlangCServiceLevel(load, targetSeconds),
          erlangAServiceLevel(load, patienceSeconds, targetSeconds),
          erlangAOfferedWithin(load, patienceSeconds, targetSeconds),
          a.waitProbability,
          a.abandonProbability,
          a.occupancy,
          g.waitProbability,
          g.abandonProbability,
          g.serviceLevel,
          g.offeredWithin,
          g.occupancy,
        ]) {
          expect(p).toBeGreaterThanOrEqual(-slack);
          expect(p).toBeLessThanOrEqual(1 + slack);
        }
        expect(Math.min(a.meanWaitSeconds, g.meanWaitSeconds)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test("one agent more never lowers the service level", () => {
    fc.assert(
      fc.property(loads, patience, target, curves, (load, patienceSeconds, targetSeconds, curve) => {
        const more = { ...load, agents: load.agents + 1 };
        const pairs = [
          [erlangCServiceLevel(load, targetSeconds), erlangCServiceLevel(more, targetSeconds)],
          [
            erlangAServiceLevel(load, patienceSeconds, targetSeconds),
            erlangAServiceLevel(more, patienceSeconds, targetSeconds),
          ],
          [
            generalPatience(load, curve, targetSeconds).serviceLevel,
            generalPatience(more, curve, targetSeconds).serviceLevel,
          ],
        ];
        for (const [fewer = 0, greater = 0] of pairs) expect(greater).toBeGreaterThanOrEqual(fewer - slack);
      }),
      { numRuns: 200 },
    );
  });

  test("leaving only shortens waits: Erlang A never above Erlang C", () => {
    fc.assert(
      fc.property(loads, patience, (load, patienceSeconds) => {
        const a = erlangA(load, patienceSeconds);
        const c = erlangC(load);
        expect(a.meanWaitSeconds).toBeLessThanOrEqual(c.meanWaitSeconds + slack);
        expect(a.waitProbability).toBeLessThanOrEqual(c.waitProbability + slack);
        expect(a.meanQueue).toBeLessThanOrEqual(c.meanQueue + slack);
      }),
      { numRuns: 300 },
    );
  });

  test("endless patience is Erlang C", () => {
    const utilisation = fc.double({ min: 0.1, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(utilisation, fc.integer({ min: 1, max: 300 }), target, (rho, agents, targetSeconds) => {
        const load = { arrivalsPerSecond: (rho * agents) / 300, handleSeconds: 300, agents };
        const c = erlangC(load);
        const level = erlangCServiceLevel(load, targetSeconds);
        for (const patienceSeconds of [1e11, Number.POSITIVE_INFINITY]) {
          const a = erlangA(load, patienceSeconds);
          expect(a.meanWaitSeconds).toBeCloseTo(c.meanWaitSeconds, 1);
          expect(erlangAServiceLevel(load, patienceSeconds, targetSeconds)).toBeCloseTo(level, 5);
          expect(erlangAOfferedWithin(load, patienceSeconds, targetSeconds)).toBeCloseTo(level, 5);
          const g = generalPatience(load, exponentialPatience(patienceSeconds), targetSeconds);
          expect(g.serviceLevel).toBeCloseTo(level, 5);
          expect(g.meanWaitSeconds).toBeCloseTo(c.meanWaitSeconds, 1);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("M/M/n+G with an exponential curve, cut anywhere, is Erlang A", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 5 });
    fc.assert(
      fc.property(loads, patience, target, cuts, (load, patienceSeconds, targetSeconds, edges) => {
        const curve = [0, ...edges.sort((x, y) => x - y)].map((fromSeconds) => ({
          fromSeconds,
          leavesPerSecond: 1 / patienceSeconds,
        }));
        const a = erlangA(load, patienceSeconds);
        const g = generalPatience(load, curve, targetSeconds);
        expect(g.waitProbability).toBeCloseTo(a.waitProbability, 9);
        expect(g.abandonProbability).toBeCloseTo(a.abandonProbability, 9);
        expect(g.meanWaitSeconds).toBeCloseTo(a.meanWaitSeconds, 6);
        expect(g.serviceLevel).toBeCloseTo(erlangAServiceLevel(load, patienceSeconds, targetSeconds), 9);
        expect(g.offeredWithin).toBeCloseTo(erlangAOfferedWithin(load, patienceSeconds, targetSeconds), 9);
      }),
      { numRuns: 200 },
    );
  });

  test("flow is conserved: what is served is what agents do, under any curve", () => {
    fc.assert(
      fc.property(loads, curves, (load, curve) => {
        const g = generalPatience(load, curve, 1e9);
        // With an endless target, served in time and not abandoned are the same people.
        expect(g.serviceLevel).toBeCloseTo(1 - g.abandonProbability, 9);
      }),
      { numRuns: 100 },
    );
  });

  test("agents needed: the level is reached, and not with one fewer", () => {
    const needs = fc.record({
      arrivalsPerSecond: fc.double({ min: 0.001, max: 1, noNaN: true }),
      handleSeconds: fc.double({ min: 5, max: 600, noNaN: true }),
      patience: fc.option(curves),
      targetSeconds: fc.double({ min: 0, max: 600, noNaN: true }),
      serviceLevel: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(needs, (need) => {
        const agents = agentsNeeded(need);
        const level = (n: number): number => {
          const load = { ...need, agents: n };
          if (need.patience === null) return erlangCServiceLevel(load, need.targetSeconds);
          return generalPatience(load, need.patience, need.targetSeconds).serviceLevel;
        };
        expect(level(agents)).toBeGreaterThanOrEqual(need.serviceLevel);
        expect(level(agents - 1)).toBeLessThan(need.serviceLevel);
      }),
      { numRuns: 60 },
    );
  });
});
