import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DelayTracker } from "../../../shared/queueing/delay.ts";
import { AccuracyLog, TrackedError } from "../../../shared/queueing/delay-accuracy.ts";
import {
  estimators,
  type QueueMemory,
  type QueueView,
  rawDelaySeconds,
} from "../../../shared/queueing/delay-estimators.ts";
import { applyRatio, Residuals } from "../../../shared/queueing/residuals.ts";
import { readBankCalls, replay, scoreDelays } from "./bank-calls.ts";
import { mulberry } from "./random.ts";

const view = (over: Partial<QueueView> = {}): QueueView => ({
  ahead: 0,
  waiting: 0,
  headWaitSeconds: 0,
  agentsServing: 2,
  agentsFree: 0,
  hour: 10,
  ...over,
});

describe("raw estimators", () => {
  const memory: QueueMemory = { lastWaitSeconds: 90, handleSeconds: 300, secondsPerCall: 100 };

  test("the next arrival behind four", () => {
    const next = view({ ahead: 4, waiting: 4, headWaitSeconds: 200 });
    expect(Object.fromEntries(estimators.map((e) => [e, rawDelaySeconds(e, next, memory)]))).toEqual({
      "queue-by-pace": 500,
      "queue-by-capacity": 750,
      "head-of-line": 200,
      "last-to-enter": 90,
    });
  });

  test("someone nearer to the front waits less, by every estimator", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.constantFrom(...estimators), (waiting, estimator) => {
        const at = (ahead: number): number =>
          rawDelaySeconds(estimator, view({ ahead, waiting, headWaitSeconds: 60 }), memory);
        for (let ahead = 1; ahead <= waiting; ahead += 1) expect(at(ahead)).toBeGreaterThan(at(ahead - 1));
      }),
    );
  });

  test("a free agent and nobody ahead is no wait", () => {
    for (const estimator of estimators)
      expect(rawDelaySeconds(estimator, view({ agentsFree: 1 }), memory)).toBe(0);
    expect(rawDelaySeconds("queue-by-pace", view({ ahead: 1, waiting: 1, agentsFree: 1 }), memory)).toBe(200);
  });

  test("no calls yet: pace falls back on capacity; no agents: as if one", () => {
    const fresh = { ...memory, secondsPerCall: null };
    expect(rawDelaySeconds("queue-by-pace", view({ agentsServing: 0 }), fresh)).toBe(300);
  });
});

describe("residuals", () => {
  test("quantiles of the ratio turn a biased estimate into a right one", () => {
    const random = mulberry(1);
    const residuals = new Residuals();
    // The estimate says 100 s; the truth is exponential with mean 300 s.
    for (let i = 0; i < 400; i += 1) residuals.add(100, -300 * Math.log(1 - random()), false);
    const { p50, p90 } = residuals.quantiles();
    expect(applyRatio(100, p50)).toBeGreaterThan(160);
    expect(applyRatio(100, p50)).toBeLessThan(260);
    expect(applyRatio(100, p90)).toBeGreaterThan(550);
    expect(applyRatio(100, p90)).toBeLessThan(850);
  });

  test("those who left are not taken for served", () => {
    const random = mulberry(2);
    const [honest, naive] = [new Residuals(), new Residuals()];
    for (let i = 0; i < 400; i += 1) {
      const offered = -300 * Math.log(1 - random());
      const patience = -300 * Math.log(1 - random());
      honest.add(100, Math.min(offered, patience), patience < offered);
      naive.add(100, Math.min(offered, patience), false);
    }
    expect(applyRatio(100, naive.quantiles().p50)).toBeLessThan(140);
    expect(applyRatio(100, honest.quantiles().p50)).toBeGreaterThan(160);
    expect(applyRatio(100, honest.quantiles().p50)).toBeLessThan(260);
  });

  test("the recent counts more, and only 400 are kept", () => {
    const residuals = new Residuals();
    for (let i = 0; i < 400; i += 1) residuals.add(0, 50, false);
    for (let i = 0; i < 200; i += 1) residuals.add(0, 500, false);
    expect(residuals.size).toBe(400);
    expect(applyRatio(0, residuals.quantiles().p50)).toBeCloseTo(500, 6);
  });

  test("what is forgotten is the oldest", () => {
    const residuals = new Residuals();
    for (let i = 0; i < 400; i += 1) residuals.add(0, 500, false);
    for (let i = 0; i < 400; i += 1) residuals.add(0, 50, true);
    // Only people who left after 50 s are remembered, so 50 s is all that can be said.
    expect(applyRatio(0, residuals.quantiles().p90)).toBeCloseTo(50, 6);
  });

  test("an empty history changes nothing", () => {
    expect(new Residuals().quantiles()).toEqual({ p50: 1, p90: 1 });
  });
});

describe("accuracy", () => {
  test("figures of the last outcomes, nearest rank", () => {
    const log = new AccuracyLog();
    expect(log.summary()).toBeNull();
    for (const actual of [50, 100, 150, 250]) log.add(100, 200, actual);
    expect(log.summary()).toEqual({ n: 4, withinP90: 0.75, insideRange: 0.5, medianErrorSeconds: 50 });
  });

  test("error is tracked by part of the day, leaning on the whole day while it knows little", () => {
    const error = new TrackedError();
    expect(error.at(9)).toBe(Number.POSITIVE_INFINITY);
    for (let i = 0; i < 200; i += 1) error.add(9, 10);
    for (let i = 0; i < 200; i += 1) error.add(17, 100);
    expect(error.at(9)).toBeLessThan(20);
    expect(error.at(17)).toBeGreaterThan(90);
    expect(error.at(3)).toBeGreaterThan(90);
  });
});

/** A counter queue with `agents` agents, fed to a tracker; returns it together with the state at the end. */
function simulate(agents: number, customers: number, seed: number): { tracker: DelayTracker; endMs: number } {
  const random = mulberry(seed);
  const tracker = new DelayTracker(60);
  const freeAt = Array.from({ length: agents }, () => 0);
  const calls: { id: string; joined: number; at: number; handle: number }[] = [];
  let clock = 0;
  for (let i = 0; i < customers; i += 1) {
    clock += (-300 / (agents * 0.95)) * Math.log(1 - random());
    // Called before this arrival: told to the tracker first, in order of time.
    for (const call of calls.filter((c) => c.at <= clock).sort((a, b) => a.at - b.at)) {
      tracker.handled(call.handle);
      tracker.started(call.id, call.at * 1000);
    }
    const waiting = calls.filter((c) => c.at > clock);
    calls.splice(0, calls.length, ...waiting);
    freeAt.sort((a, b) => a - b);
    const start = Math.max(clock, freeAt[0] ?? 0);
    const handle = -300 * Math.log(1 - random());
    freeAt[0] = start + handle;
    const agentsFree = start === clock ? 1 : 0;
    const ahead = waiting.length;
    const headWaitSeconds = Math.max(0, ...waiting.map((c) => clock - c.joined));
    const state = view({ ahead, waiting: ahead, headWaitSeconds, agentsServing: agents, agentsFree });
    tracker.joined(`${i}`, clock * 1000, state);
    calls.push({ id: `${i}`, joined: clock, at: start, handle });
  }
  return { tracker, endMs: clock * 1000 };
}

describe("tracker", () => {
  test("starts with a prior and says so", () => {
    const estimate = new DelayTracker(300).estimate(0, view({ ahead: 1, waiting: 1 }));
    expect(estimate).toEqual({
      p50Seconds: 300,
      p90Seconds: 920,
      estimator: "queue-by-pace",
      basis: "prior",
    });
    expect(() => new DelayTracker(0)).toThrow(RangeError);
  });

  test.each([1, 4])(
    "is calibrated on a simulated queue of %i agents, although told a wrong handling time",
    (n) => {
      const { tracker, endMs } = simulate(n, 3000, 11 + n);
      const accuracy = tracker.accuracy();
      expect(accuracy?.n).toBe(200);
      expect(accuracy?.withinP90).toBeGreaterThan(0.78);
      expect(accuracy?.withinP90).toBeLessThan(0.99);
      const state = view({ ahead: 10, waiting: 10, headWaitSeconds: 3000 / n, agentsServing: n });
      const behindTen = tracker.estimate(endMs, state);
      expect(behindTen.basis).toBe("measured");
      // Eleven services to go at 300 s each, by n agents.
      expect(behindTen.p50Seconds).toBeGreaterThan((0.6 * 3300) / n);
      expect(behindTen.p50Seconds).toBeLessThan((1.6 * 3300) / n);
      expect(behindTen.p90Seconds).toBeGreaterThan(behindTen.p50Seconds);
    },
  );

  test("chooses what has been right at that time of day", () => {
    const tracker = new DelayTracker(1000);
    // Waits always equal what the head of the line has waited, whatever the length of the queue.
    for (let i = 0; i < 300; i += 1) {
      const wait = 100 + (i % 7) * 100;
      const id = `${i}`;
      tracker.joined(id, i * 10_000_000, view({ ahead: i % 5, waiting: i % 5, headWaitSeconds: wait }));
      tracker.started(id, i * 10_000_000 + wait * 1000);
    }
    const estimate = tracker.estimate(4e9, view({ ahead: 3, waiting: 3, headWaitSeconds: 250 }));
    expect(estimate.estimator).toBe("head-of-line");
    expect(estimate.p50Seconds).toBeCloseTo(250, 0);
    expect(estimate.p90Seconds).toBeCloseTo(250, 0);
  });

  test("people who give up early do not make the wait look short", () => {
    const tracker = new DelayTracker(100);
    for (let i = 0; i < 60; i += 1) {
      tracker.joined(`${i}`, i * 1e6, view({ headWaitSeconds: 100 }));
      if (i % 3 > 0) tracker.left(`${i}`, i * 1e6 + 10_000);
      else tracker.started(`${i}`, i * 1e6 + 100_000);
    }
    expect(tracker.estimate(60e6, view({ headWaitSeconds: 100 })).p50Seconds).toBeCloseTo(100, 6);
  });

  test("a case that left is censored, and an unknown case is harmless", () => {
    const tracker = new DelayTracker(300);
    tracker.joined("a", 0, view());
    tracker.left("a", 5000);
    tracker.left("a", 6000);
    tracker.started("never seen", 7000);
    expect(tracker.accuracy()).toBeNull();
  });
});

const calls = readBankCalls();

describe.skipIf(calls === null)("real calls (skipped: no shared data)", () => {
  test("the range is calibrated and its middle no worse than the better of plain HOL and LES", () => {
    const queued = replay(calls ?? [], (call) => call.service).filter((r) => r.waited > 0);
    const score = scoreDelays(queued);
    expect(score.n).toBe(6986);
    expect(score.withinP90).toBeGreaterThanOrEqual(0.85);
    expect(score.withinP90).toBeLessThanOrEqual(0.95);
    expect(score.chosen).toBeLessThanOrEqual(Math.min(score.headOfLine, score.lastToEnter));
  });
});
