import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exponentialPatience,
  meanPatienceSeconds,
  type PatienceObservation,
  patienceFromWaits,
  patienceSurvival,
} from "../../../shared/queueing/patience.ts";
import { mulberry } from "./random.ts";

/** Kaplan–Meier, written out as the independent check. */
function kaplanMeier(observations: readonly PatienceObservation[], atSeconds: number): number {
  let survival = 1;
  for (const { waitSeconds, abandoned } of observations) {
    if (!abandoned || waitSeconds > atSeconds) continue;
    const atRisk = observations.filter((o) => o.waitSeconds >= waitSeconds).length;
    survival *= 1 - 1 / atRisk;
  }
  return survival;
}

function observe(n: number, patience: () => number, offered: () => number): PatienceObservation[] {
  return Array.from({ length: n }, () => {
    const [leave, served] = [patience(), offered()];
    return { waitSeconds: Math.min(leave, served), abandoned: leave < served };
  });
}

describe("patience under censoring", () => {
  const random = mulberry(7);
  const exponential = (mean: number) => () => -mean * Math.log(1 - random());

  test("the mean is recovered although four of five are served first", () => {
    const seen = observe(20_000, exponential(400), exponential(100));
    const naive = seen.filter((o) => o.abandoned).reduce((s, o, _, all) => s + o.waitSeconds / all.length, 0);
    expect(naive).toBeLessThan(100);
    expect(meanPatienceSeconds(seen)).toBeGreaterThan(380);
    expect(meanPatienceSeconds(seen)).toBeLessThan(420);
  });

  test("the curve meets Kaplan–Meier, also where the hazard is far from constant", () => {
    // Many give up on the announcement at once; the others are patient.
    const impatient = exponential(15);
    const patient = exponential(600);
    const seen = observe(3000, () => (random() < 0.3 ? impatient() : patient()), exponential(120));
    const curve = patienceFromWaits(seen);
    expect(curve.length).toBeGreaterThan(4);
    for (const at of [5, 15, 30, 60, 120, 240])
      expect(Math.abs(patienceSurvival(curve, at) - kaplanMeier(seen, at))).toBeLessThan(0.02);
  });

  test("nobody left, or nobody seen: endless patience", () => {
    expect(meanPatienceSeconds([{ waitSeconds: 30, abandoned: false }])).toBe(Number.POSITIVE_INFINITY);
    expect(patienceFromWaits([])).toEqual([{ fromSeconds: 0, leavesPerSecond: 0 }]);
    expect(patienceSurvival(patienceFromWaits([{ waitSeconds: 9, abandoned: false }]), 1e6)).toBe(1);
  });

  test("all who left are counted once, whatever the ties", () => {
    const wait = fc.record({ waitSeconds: fc.integer({ min: 0, max: 40 }), abandoned: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wait, { minLength: 100, maxLength: 400 }), (seen) => {
        const curve = patienceFromWaits(seen);
        const left = curve.reduce((sum, step, i) => {
          const to = curve[i + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY;
          const exposure = seen.reduce(
            (s, o) => s + Math.max(0, Math.min(o.waitSeconds, to) - step.fromSeconds),
            0,
          );
          return sum + step.leavesPerSecond * exposure;
        }, 0);
        expect(left).toBeCloseTo(seen.filter((o) => o.abandoned).length, 6);
      }),
    );
  });

  test("survival starts at 1 and never rises", () => {
    const curve = exponentialPatience(100);
    expect(patienceSurvival(curve, 0)).toBe(1);
    expect(patienceSurvival(curve, 100)).toBeCloseTo(Math.exp(-1), 12);
    expect(() => exponentialPatience(0)).toThrow(RangeError);
    expect(() => meanPatienceSeconds([{ waitSeconds: -1, abandoned: true }])).toThrow(RangeError);
  });
});
