import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AlertState,
  type AlertTransition,
  evaluateAlerts,
  longestStepMs,
  nothingWatched,
} from "../../../shared/domain/alert-evaluate.ts";
import type { AlertView } from "../../../shared/domain/alert-reading.ts";
import type { AlertRule } from "../../../shared/domain/alert-rule.ts";
import { rule, service, view } from "./alert-floor.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const noon = 12 * 60;

interface Look {
  readonly view: AlertView;
  readonly afterMs: number;
  readonly localMinute?: number;
}

const queue = (queueLength: number, afterMs = 1_000): Look => ({
  view: view({ services: [service({ queueLength })] }),
  afterMs,
});

/** What each look raised or cleared. */
function looks(rules: readonly AlertRule[], seen: readonly Look[]): AlertTransition[][] {
  let state: AlertState = nothingWatched;
  let nowMs = startMs;
  return seen.map((look) => {
    nowMs += look.afterMs;
    const moment = { nowMs, localMinute: () => look.localMinute ?? noon };
    const found = evaluateAlerts(rules, look.view, moment, state);
    state = found.state;
    return [...found.transitions];
  });
}

const kinds = (transitions: readonly AlertTransition[][]) =>
  transitions.map((few) => few.map(({ kind }) => kind));

describe("an alert", () => {
  it("is raised beyond the threshold and cleared only at the value that clears", () => {
    const seen = looks(
      [rule()],
      [10, 11, 9, 8, 11, 8, 7, 8, 11].map((length) => queue(length)),
    );
    expect(kinds(seen)).toEqual([[], ["raised"], [], [], [], [], ["cleared"], [], ["raised"]]);
  });

  it("says why it was raised", () => {
    const seen = looks([rule({ forSeconds: 2 })], [queue(12), queue(12), queue(14)]);
    expect(seen[2]).toEqual([
      {
        kind: "raised",
        ruleId: "r1",
        subject: { kind: "service", siteId: "main", serviceId: "passports" },
        reason: { measure: "queue_length", value: 14, threshold: 10, heldSeconds: 2 },
      },
    ]);
  });

  it("looks from below where less is worse", () => {
    const level = (share: number): Look => ({
      view: view({ services: [service({ levelNow: { inTarget: 0, base: 20, share } })] }),
      afterMs: 1_000,
    });
    const below = rule({ measure: "service_level", threshold: 0.6, clear: 0.7 });
    expect(kinds(looks([below], [0.6, 0.59, 0.65, 0.7].map(level)))).toEqual([
      [],
      ["raised"],
      [],
      ["cleared"],
    ]);
  });

  it("begins to count anew when the value was good in between", () => {
    const seen = looks(
      [rule({ forSeconds: 2 })],
      [11, 11, 10, 11, 11, 11].map((length) => queue(length)),
    );
    expect(kinds(seen)).toEqual([[], [], [], [], [], ["raised"]]);
  });

  it("clears when its rule is disabled, removed or can no longer be read", () => {
    const on = rule();
    for (const rules of [[], [rule({ enabled: false })]]) {
      const first = evaluateAlerts(
        [on],
        queue(11).view,
        { nowMs: startMs, localMinute: () => noon },
        nothingWatched,
      );
      const next = { nowMs: startMs + 1_000, localMinute: () => noon };
      expect(evaluateAlerts(rules, queue(11).view, next, first.state).transitions).toMatchObject([
        { kind: "cleared" },
      ]);
      expect(evaluateAlerts([on], view(), next, first.state).transitions).toMatchObject([
        { kind: "cleared" },
      ]);
    }
  });

  it("is not raised in quiet hours, over midnight too, and stays open into them", () => {
    const quiet = rule({ quietHours: { fromMinute: 19 * 60, toMinute: 450 } });
    const at = (localMinute: number) => ({ ...queue(11), localMinute });
    expect(kinds(looks([quiet], [at(19 * 60), at(0), at(449), at(450)]))).toEqual([[], [], [], ["raised"]]);
    expect(kinds(looks([quiet], [at(1_139), at(1_140), { ...queue(7), localMinute: 1_141 }]))).toEqual([
      ["raised"],
      [],
      ["cleared"],
    ]);
  });

  it("does not count the time in which the machine slept, nor clocks set back", () => {
    const long = rule({ forSeconds: 60 });
    expect(kinds(looks([long], [queue(11), queue(11, 3_600_000), queue(11, -7_200_000), queue(11)]))).toEqual(
      [[], [], [], []],
    );
  });
});

describe("whatever the floor does", () => {
  const lengths = fc.array(fc.nat(20), { minLength: 1, maxLength: 80 });

  it("nothing flaps between the two values", () => {
    fc.assert(
      fc.property(lengths, (band) => {
        const inBand = band.map((length) => 8 + (length % 3));
        const seen = looks(
          [rule()],
          [11, ...inBand].map((length) => queue(length)),
        );
        expect(seen.flat()).toHaveLength(1);
      }),
    );
  });

  it("raised and cleared take turns", () => {
    fc.assert(
      fc.property(lengths, fc.nat(5), (seen, forSeconds) => {
        const turns = looks(
          [rule({ forSeconds })],
          seen.map((length) => queue(length)),
        ).flat();
        expect(turns.map(({ kind }) => kind)).toEqual(
          turns.map((_, index) => (index % 2 === 0 ? "raised" : "cleared")),
        );
      }),
    );
  });

  it("only what was seen to last long enough is raised, also when clocks jump", () => {
    const step = fc.record({ length: fc.nat(20), afterMs: fc.integer({ min: -100_000, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (steps, forSeconds) => {
        const seen = looks(
          [rule({ forSeconds })],
          steps.map(({ length, afterMs }) => queue(length, afterMs)),
        );
        for (const [index, transitions] of seen.entries()) {
          if (transitions[0]?.kind !== "raised") continue;
          let sinceIndex = index;
          while ((steps[sinceIndex - 1]?.length ?? 0) > 10) sinceIndex -= 1;
          const lastedMs = steps
            .slice(sinceIndex + 1, index + 1)
            .reduce((sum, { afterMs }) => sum + Math.min(longestStepMs, Math.max(0, afterMs)), 0);
          expect(lastedMs).toBeGreaterThanOrEqual(forSeconds * 1_000);
        }
      }),
    );
  });

  it("the same looks give the same answers", () => {
    fc.assert(
      fc.property(lengths, (seen) => {
        const run = () =>
          looks(
            [rule({ forSeconds: 3 })],
            seen.map((length) => queue(length)),
          );
        expect(run()).toEqual(run());
      }),
    );
  });
});
