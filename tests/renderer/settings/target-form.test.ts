import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentTarget, formOf, targetUnits, withTarget } from "../../../renderer/settings/target-form.ts";
import { type Service, serviceSchema, targetAt } from "../../../shared/domain/service.ts";

const nowMs = Date.parse("2026-11-24T10:00:00Z");
const passports: Service = { id: "passports", name: "Passeports", channels: ["counter"], targets: [] };

describe("a new target", () => {
  it("counts from now on, and leaves what was in force before", () => {
    const changed = withTarget(passports, { within: 5, unit: "minutes", percent: 90 }, nowMs);
    const again = withTarget(changed, { within: 10, unit: "minutes", percent: 85 }, nowMs + 60_000);
    expect(targetAt(again, "counter", nowMs + 60_000)).toMatchObject({ withinSeconds: 600, share: 0.85 });
    expect(targetAt(again, "counter", nowMs)).toMatchObject({ withinSeconds: 300, share: 0.9 });
    expect(targetAt(again, "counter", nowMs - 1)).toEqual(targetAt(passports, "counter", nowMs - 1));
    expect(serviceSchema.parse(again)).toEqual(again);
  });

  it("keeps the limit for short abandons", () => {
    const changed = withTarget(passports, { within: 5, unit: "minutes", percent: 90 }, nowMs);
    expect(changed.targets[0]?.shortAbandonSeconds).toBe(60);
  });

  it("is read back as it was typed, in the largest whole unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...targetUnits),
        fc.integer({ min: 1, max: 100 }),
        (within, unit, percent) => {
          const changed = withTarget(passports, { within, unit, percent }, nowMs);
          const target = currentTarget(changed, nowMs);
          const read = target === null ? null : formOf(target);
          const again = read === null ? changed : withTarget(passports, read, nowMs);
          expect(again).toEqual(changed);
        },
      ),
    );
    const hour = currentTarget(
      withTarget(passports, { within: 120, unit: "minutes", percent: 90 }, nowMs),
      nowMs,
    );
    expect(hour && formOf(hour)).toEqual({ within: 2, unit: "hours", percent: 90 });
  });
});

describe("the target in force", () => {
  it("is none where the channels of a service have different ones", () => {
    expect(currentTarget({ ...passports, channels: ["counter", "phone"] }, nowMs)).toBeNull();
    expect(currentTarget({ ...passports, channels: ["phone"] }, nowMs)).toMatchObject({ withinSeconds: 60 });
  });
});
