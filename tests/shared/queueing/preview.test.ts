import { describe, expect, test } from "vitest";
import { type Prospect, preview, type QueueState } from "../../../shared/queueing/preview.ts";
import type { Simulated } from "./floor-simulation.ts";
import { scenarios } from "./preview-scenarios.ts";

const horizonSeconds = 3600;

function state(serviceId: string, over: Partial<QueueState> = {}): QueueState {
  return {
    serviceId,
    waiting: Array.from({ length: 6 }, (_, i) => ({
      caseId: `${serviceId}-${i}`,
      waitedSeconds: 700 - 100 * i,
    })),
    agentsServing: 2,
    agentsFree: 0,
    arrivalsPerHour: { expected: 12, ifFew: 9, ifMany: 15 },
    handleSeconds: 600,
    handleVariation: 1,
    patienceSeconds: 3600,
    targetSeconds: 900,
    ...over,
  };
}

describe("what an action would do", () => {
  test("a backup shortens waits and lifts the service level, and doing nothing changes nothing", () => {
    const civil = state("civil");
    const add = (agents: number) =>
      preview(
        [civil],
        { kind: "add-agents", serviceId: "civil", agents, afterSeconds: 300, untilSeconds: 5400 },
        horizonSeconds,
      )[0];
    const nothing = add(0);
    expect(nothing?.after.serviceLevel.expected).toBeCloseTo(nothing?.before.serviceLevel.expected ?? 0, 2);
    expect(nothing?.after.nextArrival.p90Seconds).toBeCloseTo(nothing?.before.nextArrival.p90Seconds ?? 0, 0);
    const [one, two] = [add(1), add(2)];
    expect(one?.after.nextArrival.p50Seconds).toBeLessThan((one?.before.nextArrival.p50Seconds ?? 0) * 0.8);
    expect(two?.after.nextArrival.p50Seconds).toBeLessThan(one?.after.nextArrival.p50Seconds ?? 0);
    expect(one?.after.serviceLevel.expected).toBeGreaterThan((one?.before.serviceLevel.expected ?? 1) + 0.05);
    expect(two?.after.serviceLevel.expected).toBeGreaterThan(one?.after.serviceLevel.expected ?? 1);
  });

  test("moved cases relieve one side and load the other; their wait decides their place", () => {
    const [from, to] = preview(
      [
        state("civil"),
        state("passports", { agentsServing: 3, waiting: [{ caseId: "p", waitedSeconds: 10 }] }),
      ],
      {
        kind: "move-cases",
        fromServiceIds: ["civil"],
        toServiceId: "passports",
        caseIds: ["civil-0", "civil-1"],
      },
      horizonSeconds,
    );
    expect(from?.serviceId).toBe("civil");
    expect(from?.after.nextArrival.p50Seconds).toBeLessThan(from?.before.nextArrival.p50Seconds ?? 0);
    expect(to?.after.nextArrival.p50Seconds).toBeGreaterThan(to?.before.nextArrival.p50Seconds ?? 0);
    expect(to?.after.lastWaiting?.p50Seconds).toBeGreaterThan((to?.before.lastWaiting?.p50Seconds ?? 0) * 2);
  });

  test("a moved case keeps its wait: it goes before those who came later", () => {
    const noMore = {
      arrivalsPerHour: { expected: 0, ifFew: 0, ifMany: 0 },
      patienceSeconds: Number.POSITIVE_INFINITY,
    };
    const old = state("civil", { ...noMore, waiting: [{ caseId: "old", waitedSeconds: 880 }] });
    const young = state("passports", {
      ...noMore,
      handleSeconds: 40,
      waiting: [{ caseId: "p", waitedSeconds: 10 }],
    });
    const [, to] = preview(
      [old, young],
      { kind: "move-cases", fromServiceIds: ["civil"], toServiceId: "passports", caseIds: ["old"] },
      horizonSeconds,
    );
    // First in line, the next service ends within its last 20 s with probability 1 − 1/e.
    expect(to?.after.serviceLevel.expected).toBeCloseTo((1 - Math.exp(-1) + 1) / 2, 6);
  });

  test("an agent who moves is missed where he was; a busy one helps later than an idle one", () => {
    const idle = state("idle", { waiting: [], agentsServing: 1, agentsFree: 1 });
    const move = (serving: boolean) =>
      preview(
        [idle, state("civil")],
        { kind: "move-agent", fromServiceId: "idle", toServiceId: "civil", serving },
        horizonSeconds,
      );
    const [left, helped] = move(false);
    const [, later] = move(true);
    expect(left?.after.serviceLevel.expected).toBeLessThan(left?.before.serviceLevel.expected ?? 0);
    expect(helped?.after.nextArrival.p50Seconds).toBeLessThan(later?.after.nextArrival.p50Seconds ?? 0);
    expect(later?.after.nextArrival.p50Seconds).toBeLessThan(later?.before.nextArrival.p50Seconds ?? 0);
  });

  test("a free agent is no wait, an empty closed desk an endless one, an empty quiet one a level of 1", () => {
    const action = {
      kind: "add-agents",
      serviceId: "x",
      agents: 1,
      afterSeconds: 0,
      untilSeconds: 60,
    } as const;
    const quiet = state("x", {
      waiting: [],
      agentsServing: 0,
      agentsFree: 1,
      arrivalsPerHour: { expected: 0, ifFew: 0, ifMany: 0 },
    });
    expect(preview([quiet], action, horizonSeconds)[0]?.before).toEqual({
      nextArrival: { p50Seconds: 0, p90Seconds: 0 },
      lastWaiting: null,
      serviceLevel: { expected: 1, ifFew: 1, ifMany: 1 },
    });
    const closed = preview([{ ...quiet, agentsFree: 0 }], action, horizonSeconds)[0];
    expect(closed?.before.nextArrival.p90Seconds).toBe(Number.POSITIVE_INFINITY);
    expect(closed?.after.nextArrival.p90Seconds).toBeLessThan(16);
  });

  test("a case that has waited past its target counts as missed whatever is done", () => {
    const late = state("late", {
      waiting: [{ caseId: "late-0", waitedSeconds: 901 }],
      arrivalsPerHour: { expected: 0, ifFew: 0, ifMany: 0 },
    });
    const action = {
      kind: "add-agents",
      serviceId: "late",
      agents: 5,
      afterSeconds: 0,
      untilSeconds: 900,
    } as const;
    expect(preview([late], action, horizonSeconds)[0]?.after.serviceLevel.expected).toBe(0);
  });

  test("refuses services, cases and agents that are not there", () => {
    const civil = state("civil");
    const both = { fromServiceId: "civil", toServiceId: "civil" };
    expect(() =>
      preview(
        [civil],
        { kind: "move-cases", fromServiceIds: ["civil"], toServiceId: "civil", caseIds: ["nobody"] },
        60,
      ),
    ).toThrow(/not all cases/);
    expect(() => preview([civil], { kind: "move-agent", ...both, serving: false }, 60)).toThrow(
      /no free agent/,
    );
    expect(() =>
      preview(
        [civil],
        { kind: "add-agents", serviceId: "?", agents: 1, afterSeconds: 0, untilSeconds: 1 },
        60,
      ),
    ).toThrow(/no queue/);
  });

  test("sixty waiting and twelve agents on both sides: under 50 ms", () => {
    const crowd = (id: string) =>
      state(id, {
        agentsServing: 12,
        arrivalsPerHour: { expected: 80, ifFew: 60, ifMany: 100 },
        waiting: Array.from({ length: 60 }, (_, i) => ({
          caseId: `${id}-${i}`,
          waitedSeconds: 800 - 13 * i,
        })),
      });
    const states = [crowd("a"), crowd("b")];
    const action = { kind: "move-agent", fromServiceId: "a", toServiceId: "b", serving: true } as const;
    // Processor time, and the best of many, because other tests keep the machine busy meanwhile.
    const times = Array.from({ length: 20 }, () => {
      const start = process.cpuUsage();
      preview(states, action, horizonSeconds);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe.each(scenarios)("against 2,000 simulated floors: $name", ({ states, action, simulate }) => {
  const sides = preview(states, action, horizonSeconds);
  const cases = sides.flatMap((_, side) => [
    { side, when: "before" as const },
    { side, when: "after" as const },
  ]);

  test.each(cases)("side $side, $when", ({ side, when }) => {
    const prospect = sides[side]?.[when];
    const simulated = simulate(side, when, horizonSeconds);
    expect(prospect).toBeDefined();
    if (prospect !== undefined) expectAgreement(prospect, simulated);
  });
});

/** Inside the 95 % band of single floors, and, far narrower, close to their mean and to their quantiles. */
function expectAgreement(
  prospect: Prospect,
  { serviceLevel, standardError, levels, nextWaits }: Simulated,
): void {
  const expected = prospect.serviceLevel.expected;
  const last = levels.length - 1;
  // Where nearly every floor ends at 100 %, the mean itself lies a trifle below the band.
  expect(expected).toBeGreaterThan((levels[Math.floor(0.025 * last)] ?? 0) - 0.01);
  expect(expected).toBeLessThan((levels[Math.ceil(0.975 * last)] ?? 1) + 0.01);
  expect(Math.abs(expected - serviceLevel)).toBeLessThan(0.015 + 2 * standardError);
  const { p50Seconds, p90Seconds } = prospect.nextArrival;
  const within = (seconds: number): number => nextWaits.filter((w) => w <= seconds).length / nextWaits.length;
  if (p90Seconds === 0 || p90Seconds === Number.POSITIVE_INFINITY) {
    // No wait, or an endless one: then it is that for everyone.
    expect(nextWaits.every((wait) => wait === p90Seconds)).toBe(true);
    return;
  }
  expect(Math.abs(within(p50Seconds) - 0.5)).toBeLessThan(0.07);
  expect(Math.abs(within(p90Seconds) - 0.9)).toBeLessThan(0.06);
}

describe("agents who have part of their time for a queue", () => {
  test("one with half their time serves like one whose cases take twice as long", () => {
    const add = (over: Partial<QueueState>) =>
      preview(
        [state("civil", { agentsServing: 1, ...over })],
        { kind: "add-agents", serviceId: "civil", agents: 0, afterSeconds: 0, untilSeconds: 1 },
        horizonSeconds,
      )[0]?.before;
    const half = add({ pace: 0.5 });
    const slow = add({ handleSeconds: 1200 });
    expect(half?.nextArrival.p50Seconds).toBeCloseTo(slow?.nextArrival.p50Seconds ?? 0, 3);
    expect(half?.serviceLevel.expected).toBeCloseTo(slow?.serviceLevel.expected ?? 0, 9);
  });

  test("a backup has all their time for it: two half people and one whole serve like two", () => {
    const parts = state("civil", { agentsServing: 2, pace: 0.5, waiting: [] });
    const [side] = preview(
      [parts],
      {
        kind: "add-agents",
        serviceId: "civil",
        agents: 1,
        afterSeconds: 0,
        untilSeconds: Number.POSITIVE_INFINITY,
      },
      horizonSeconds,
    );
    const whole = preview(
      [state("civil", { agentsServing: 3, handleSeconds: 900, waiting: [] })],
      { kind: "add-agents", serviceId: "civil", agents: 0, afterSeconds: 0, untilSeconds: 1 },
      horizonSeconds,
    )[0];
    expect(side?.after.serviceLevel.expected).toBeCloseTo(whole?.before.serviceLevel.expected ?? 0, 1);
  });
});
