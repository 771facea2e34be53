import { describe, expect, it } from "vitest";
import {
  adviseBackup,
  foresee,
  type OutlookCourse,
  plannedStaffing,
} from "../../../shared/domain/outlook.ts";

const minuteMs = 60_000;
const nowMs = Date.UTC(2026, 10, 24, 9);

/** Two agents, cases of ten minutes: twelve an hour is what they can do. */
function course(arrivalsPerInterval: number, over: Partial<OutlookCourse> = {}): OutlookCourse {
  const band = {
    expected: arrivalsPerInterval,
    ifFew: arrivalsPerInterval * 0.7,
    ifMany: arrivalsPerInterval * 1.3,
  };
  return {
    nowMs,
    changes: [],
    state: {
      serviceId: "passports",
      waiting: [],
      agentsServing: 2,
      agentsFree: 0,
      arrivalsPerHour: band,
      handleSeconds: 600,
      handleVariation: 1,
      patienceSeconds: Number.POSITIVE_INFINITY,
      targetSeconds: 900,
    },
    intervals: Array.from({ length: 8 }, (_, index) => ({
      startMs: nowMs + index * 15 * minuteMs,
      seconds: 900,
      arrivals: band,
    })),
    ...over,
  };
}

describe("the coming intervals", () => {
  it("advises nobody where the target is kept", () => {
    const calm = course(1);
    expect(adviseBackup(calm, foresee(calm), 0.8, 300)).toBeNull();
  });

  it("advises the fewest who bring every later interval to the target, and until when", () => {
    const busy = course(5);
    const without = foresee(busy);
    const advice = adviseBackup(busy, without, 0.8, 300);
    if (advice === null) throw new Error("no advice");
    expect(advice.isEnough).toBe(true);
    expect(advice.untilMs).toBe(nowMs + 135 * minuteMs);
    expect(advice.without.expected).toBeLessThan(0.5);
    expect(advice.withBackup.expected).toBeGreaterThanOrEqual(0.78);
    const fewer = foresee({
      ...busy,
      changes: Array.from({ length: advice.agents - 1 }, () => ({ atMs: nowMs + 300_000, agents: 1 })),
    });
    expect(fewer.some((one, index) => index > 1 && one.serviceLevel.expected < 0.78)).toBe(true);
  });

  it("says so where six people would not be enough", () => {
    const flood = course(60);
    expect(adviseBackup(flood, foresee(flood), 0.8, 300)).toMatchObject({ agents: 6, isEnough: false });
  });

  it("does not count backup for what comes before it can be there", () => {
    const [first, second, ...rest] = course(1).intervals;
    if (first === undefined || second === undefined) throw new Error("no intervals");
    const many = { expected: 9, ifFew: 7, ifMany: 12 };
    const none = { expected: 0, ifFew: 0, ifMany: 0 };
    const peak = course(1, {
      intervals: [
        { ...first, arrivals: many },
        { ...second, arrivals: none },
        ...rest.map((one) => ({ ...one, arrivals: none })),
      ],
    });
    expect(adviseBackup(peak, foresee(peak), 0.8, 20 * 60)).toBeNull();
  });

  it("plans with breaks that end and backup that goes", () => {
    const staffing = plannedStaffing({
      ...course(1),
      changes: [
        { atMs: nowMs + 30 * minuteMs, agents: -1 },
        { atMs: nowMs + 10 * minuteMs, agents: 1 },
      ],
    });
    expect(staffing).toEqual([
      { untilSeconds: 600, agents: 2, pace: 1 },
      { untilSeconds: 1_800, agents: 3, pace: 1 },
      { untilSeconds: Number.POSITIVE_INFINITY, agents: 2, pace: 1 },
    ]);
  });
});
