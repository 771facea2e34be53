import { describe, expect, it } from "vitest";
import { levelVariants, serviceLevel } from "../../../shared/domain/service-level.ts";

/** 1,000 served, 860 of them within T; 60 gave up: 10 within the short limit, 20 within T, 40 after T. */
const workedExample = {
  levelServed: 1000,
  levelAbandoned: 60,
  servedInTarget: 860,
  abandonedInTarget: 20,
  abandonedLate: 50,
};
const nobody = {
  levelServed: 0,
  levelAbandoned: 0,
  servedInTarget: 0,
  abandonedInTarget: 0,
  abandonedLate: 0,
};

describe("the service level", () => {
  it.each([
    ["late_abandons_missed", 860, 1050, 81.9],
    ["all_abandons_missed", 860, 1060, 81.13],
    ["answered_only", 860, 1000, 86],
    ["early_abandons_kept", 880, 1060, 83.02],
  ] as const)("is the worked example's in the variant %s", (variant, inTarget, targetBase, percent) => {
    const found = serviceLevel(workedExample, variant);
    expect(found).toMatchObject({ inTarget, targetBase });
    expect(100 * (found.serviceLevel ?? 0)).toBeCloseTo(percent, 2);
  });

  it("is unknown where nobody counts", () => {
    for (const variant of levelVariants) expect(serviceLevel(nobody, variant).serviceLevel).toBeNull();
  });
});
