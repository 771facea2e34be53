import { describe, expect, test } from "vitest";
import { erlangA, erlangAServiceLevel } from "../../../shared/queueing/erlang-a.ts";
import { type OutlookInput, outlook } from "../../../shared/queueing/outlook.ts";

const forever = (agents: number) => [{ untilSeconds: Number.POSITIVE_INFINITY, agents }];
const quarter = (expected: number, spread = 0.2) => ({
  seconds: 900,
  arrivals: { expected, ifFew: expected * (1 - spread), ifMany: expected * (1 + spread) },
});
const floor: OutlookInput = {
  inSystem: 0,
  staffing: forever(4),
  handleSeconds: 600,
  patienceSeconds: 1800,
  targetSeconds: 900,
  intervals: Array.from({ length: 8 }, () => quarter(6)),
};

describe("outlook", () => {
  test("a steady day settles at Erlang A", () => {
    const settled = outlook({ ...floor, intervals: Array.from({ length: 60 }, () => quarter(6)) }).at(-1);
    const load = { arrivalsPerSecond: 6 / 900, handleSeconds: 600, agents: 4 };
    expect(settled?.serviceLevel.expected).toBeCloseTo(erlangAServiceLevel(load, 1800, 900), 6);
    expect(settled?.meanWaitSeconds.expected).toBeCloseTo(erlangA(load, 1800).meanWaitSeconds, 4);
    expect(settled?.queueAtEnd.expected).toBeCloseTo(erlangA(load, 1800).meanQueue, 6);
  });

  test("a backlog is carried on and wears off", () => {
    const levels = outlook({ ...floor, inSystem: 24 }).map((interval) => interval.serviceLevel.expected);
    const fresh = outlook(floor).map((interval) => interval.serviceLevel.expected);
    expect(levels[0]).toBeLessThan((fresh[0] ?? 0) - 0.5);
    for (const [i, level] of levels.entries()) {
      expect(level).toBeLessThan(fresh[i] ?? 0);
      if (i > 0) expect(level).toBeGreaterThan(levels[i - 1] ?? 1);
    }
  });

  test("the band brackets what is expected: many wait longer, few shorter", () => {
    for (const { serviceLevel, meanWaitSeconds, queueAtEnd } of outlook({ ...floor, inSystem: 6 })) {
      expect(serviceLevel.ifMany).toBeLessThan(serviceLevel.expected);
      expect(serviceLevel.expected).toBeLessThan(serviceLevel.ifFew);
      expect(meanWaitSeconds.ifMany).toBeGreaterThan(meanWaitSeconds.expected);
      expect(meanWaitSeconds.expected).toBeGreaterThan(meanWaitSeconds.ifFew);
      expect(queueAtEnd.ifMany).toBeGreaterThan(queueAtEnd.ifFew);
    }
  });

  test("a lunch without agents is felt in its own interval and in the next one", () => {
    const staffing = [
      { untilSeconds: 1800, agents: 4 },
      { untilSeconds: 3600, agents: 0 },
      { untilSeconds: Number.POSITIVE_INFINITY, agents: 4 },
    ];
    const day = outlook({ ...floor, staffing });
    const level = day.map((interval) => interval.serviceLevel.expected);
    const wait = day.map((interval) => interval.meanWaitSeconds.expected);
    expect(level[2]).toBeLessThan(0.05);
    expect(level[2]).toBeLessThan(level[1] ?? 0);
    expect(level[4]).toBeLessThan((level[7] ?? 0) - 0.05);
    expect(wait[2]).toBeGreaterThan(600);
    expect(day[3]?.queueAtEnd.expected).toBeGreaterThan(6);
  });

  test("nobody at work and nobody giving up: the wait has no end; with patience it is the patience", () => {
    const closed = { ...floor, staffing: forever(0) };
    const [endless] = outlook({ ...closed, patienceSeconds: Number.POSITIVE_INFINITY });
    expect(endless?.meanWaitSeconds.expected).toBe(Number.POSITIVE_INFINITY);
    expect(endless?.serviceLevel.expected).toBe(0);
    expect(outlook(closed)[0]?.meanWaitSeconds.expected).toBeCloseTo(1800, 4);
  });

  test("no arrivals in an interval are no reason to divide by nothing", () => {
    const [empty] = outlook({ ...floor, intervals: [quarter(0)] });
    expect(empty?.serviceLevel.expected).toBeCloseTo(1, 12);
    expect(empty?.meanWaitSeconds).toEqual({ expected: 0, ifFew: 0, ifMany: 0 });
    expect(empty?.queueAtEnd).toEqual({ expected: 0, ifFew: 0, ifMany: 0 });
  });
});
