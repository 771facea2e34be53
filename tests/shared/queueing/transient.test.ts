import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erlangC } from "../../../shared/queueing/erlang.ts";
import { erlangA, erlangAServiceLevel } from "../../../shared/queueing/erlang-a.ts";
import { servedWithin, waitDistribution, waitQuantile } from "../../../shared/queueing/passage.ts";
import {
  certainly,
  evolve,
  type FlowRates,
  meanQueue,
  releaseAgents,
} from "../../../shared/queueing/transient.ts";

const total = (p: Float64Array): number => p.reduce((sum, x) => sum + x, 0);
const mean = (p: Float64Array): number => p.reduce((sum, x, k) => sum + k * x, 0);
const always = (agents: number) => [{ untilSeconds: Number.POSITIVE_INFINITY, agents }];

describe("transient chain", () => {
  test("with agents for everyone it is M/M/∞: the mean is known at any time", () => {
    const rates = { arrivalsPerSecond: 0.05, handleSeconds: 300, agents: 500, patienceSeconds: 60 };
    for (const seconds of [1, 60, 900, 7200]) {
      const { end, average } = evolve(certainly(40), rates, seconds);
      const decay = Math.exp(-seconds / 300);
      expect(mean(end)).toBeCloseTo(40 * decay + 15 * (1 - decay), 8);
      const averageDecay = (300 / seconds) * (1 - decay);
      expect(mean(average)).toBeCloseTo(40 * averageDecay + 15 * (1 - averageDecay), 8);
    }
  });

  test("in the long run it is Erlang A, and Erlang C without abandonment", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 240, agents: 28 };
    const withLeaving = evolve(certainly(60), { ...load, patienceSeconds: 300 }, 50_000).end;
    expect(meanQueue(withLeaving, 28)).toBeCloseTo(erlangA(load, 300).meanQueue, 8);
    const patient = evolve(certainly(0), { ...load, patienceSeconds: Number.POSITIVE_INFINITY }, 200_000).end;
    expect(meanQueue(patient, 28)).toBeCloseTo(erlangC(load).meanQueue, 6);
  });

  test("probability is neither lost nor made, and two halves are one whole", () => {
    const rates: fc.Arbitrary<FlowRates> = fc.record({
      arrivalsPerSecond: fc.double({ min: 0, max: 0.5, noNaN: true }),
      handleSeconds: fc.double({ min: 20, max: 900, noNaN: true }),
      agents: fc.integer({ min: 0, max: 40 }),
      patienceSeconds: fc.constantFrom(120, 900, Number.POSITIVE_INFINITY),
    });
    fc.assert(
      fc.property(rates, fc.nat(80), fc.integer({ min: 1, max: 3600 }), (flow, start, seconds) => {
        const whole = evolve(certainly(start), flow, seconds);
        expect(total(whole.end)).toBeCloseTo(1, 8);
        expect(total(whole.average)).toBeCloseTo(1, 8);
        const half = evolve(certainly(start), flow, seconds / 2).end;
        const twice = evolve(half, flow, seconds / 2).end;
        expect(mean(twice)).toBeCloseTo(mean(whole.end), 6);
      }),
      { numRuns: 60 },
    );
    expect(() =>
      evolve(certainly(1), { arrivalsPerSecond: 1, handleSeconds: 1, agents: 1, patienceSeconds: 1 }, 0),
    ).toThrow(RangeError);
  });

  test("agents who leave take their case along, idle ones first, and send nobody back", () => {
    expect(releaseAgents(certainly(10), 4, 2)[8]).toBe(1);
    expect(releaseAgents(certainly(3), 4, 2)[2]).toBe(1);
    expect(releaseAgents(certainly(1), 4, 2)[1]).toBe(1);
    expect(releaseAgents(certainly(5), 2, 4)[5]).toBe(1);
  });
});

describe("passage through the line", () => {
  const line = { staffing: always(2), handleSeconds: 120, patienceSeconds: Number.POSITIVE_INFINITY };
  /** P(Erlang-k ≤ t). */
  const erlangK = (k: number, x: number): number => {
    let [term, sum] = [1, 0];
    for (let i = 0; i < k; i += 1) {
      sum += term;
      term *= x / (i + 1);
    }
    return 1 - Math.exp(-x) * sum;
  };

  test("nobody leaving, the wait behind q people is a sum of q + 1 services", () => {
    const served = servedWithin(line, 9, 0, 600);
    for (const ahead of [0, 4, 9]) {
      expect(served[ahead]).toBeCloseTo(erlangK(ahead + 1, 10), 8);
      const distribution = waitDistribution(line, ahead);
      const at = Math.round(300 / distribution.stepSeconds);
      expect(distribution.cumulative[at]).toBeCloseTo(
        erlangK(ahead + 1, (at * distribution.stepSeconds) / 60),
        8,
      );
    }
    expect(waitQuantile(waitDistribution(line, 0), 0.5, 1)).toBeCloseTo(60 * Math.LN2, 0);
    expect(waitQuantile(waitDistribution(line, 0), 0.9, 1)).toBeCloseTo(60 * Math.log(10), 0);
  });

  test("averaged over the states of Erlang A it gives Erlang A's service level", () => {
    const load = { arrivalsPerSecond: 0.1, handleSeconds: 240, agents: 28 };
    const met = evolve(certainly(28), { ...load, patienceSeconds: 300 }, 50_000).end;
    const served = servedWithin(
      { staffing: always(28), handleSeconds: 240, patienceSeconds: 300 },
      met.length,
      0,
      60,
    );
    const level = met.reduce((sum, p, k) => sum + p * (k < 28 ? 1 : (served[k - 28] ?? 0)), 0);
    expect(level).toBeCloseTo(erlangAServiceLevel(load, 300, 60), 8);
  });

  test("who comes to help takes the first in line at once", () => {
    const staffing = [
      { untilSeconds: 100, agents: 0 },
      { untilSeconds: Number.POSITIVE_INFINITY, agents: 2 },
    ];
    const helped = { ...line, staffing };
    expect(Array.from(servedWithin(helped, 3, 0, 99))).toEqual([0, 0, 0, 0]);
    const served = servedWithin(helped, 3, 0, 160);
    expect([served[0], served[1]]).toEqual([1, 1]);
    expect(served[2]).toBeCloseTo(erlangK(1, 1), 8);
    expect(waitQuantile(waitDistribution(helped, 1), 0.9, 1)).toBeLessThan(110);
    const behind = waitDistribution(helped, 2);
    const at = Math.ceil(160 / behind.stepSeconds);
    expect(behind.cumulative[at]).toBeCloseTo(erlangK(1, (at * behind.stepSeconds - 100) / 60), 6);
  });

  test("a line that nobody serves has no end", () => {
    const distribution = waitDistribution({ ...line, staffing: always(0) }, 3);
    expect(waitQuantile(distribution, 0.5, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test("steadier handling narrows the range about the same mean", () => {
    const distribution = waitDistribution(line, 5);
    const width = (variation: number): number =>
      waitQuantile(distribution, 0.9, variation) - waitQuantile(distribution, 0.1, variation);
    expect(width(0.5)).toBeCloseTo(width(1) / 2, 6);
    expect(waitQuantile(distribution, 0.9, 0)).toBeCloseTo(360, 0);
  });
});
