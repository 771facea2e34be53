import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currentTarget,
  dateOf,
  emptyForm,
  formOf,
  fromMsOf,
  type TargetForm,
  targetOf,
  targetUnits,
  withoutTarget,
  withTarget,
} from "../../../renderer/settings/target-form.ts";
import { type Service, serviceSchema, targetAt } from "../../../shared/domain/service.ts";
import { judgedOtherwiseFromMs } from "../../../shared/domain/target-change.ts";

const nowMs = Date.parse("2026-11-24T10:00:00Z");
const passports: Service = { id: "passports", name: "Passeports", channels: ["counter"], targets: [] };

/** The service with a target more, as it was typed, from an instant on. */
function typed(service: Service, form: Omit<TargetForm, "shortAbandonSeconds">, fromMs: number): Service {
  return withTarget(service, targetOf({ ...emptyForm(service, fromMs), ...form }, fromMs));
}

describe("a new target", () => {
  it("counts from now on, and leaves what was in force before", () => {
    const changed = typed(passports, { within: 5, unit: "minutes", percent: 90 }, nowMs);
    const again = typed(changed, { within: 10, unit: "minutes", percent: 85 }, nowMs + 60_000);
    expect(targetAt(again, "counter", nowMs + 60_000)).toMatchObject({ withinSeconds: 600, share: 0.85 });
    expect(targetAt(again, "counter", nowMs)).toMatchObject({ withinSeconds: 300, share: 0.9 });
    expect(targetAt(again, "counter", nowMs - 1)).toEqual(targetAt(passports, "counter", nowMs - 1));
    expect(serviceSchema.parse(again)).toEqual(again);
  });

  it("keeps the limit for short abandons", () => {
    const changed = typed(passports, { within: 5, unit: "minutes", percent: 90 }, nowMs);
    expect(changed.targets[0]?.shortAbandonSeconds).toBe(60);
  });

  it("is read back as it was typed, in the largest whole unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...targetUnits),
        fc.integer({ min: 1, max: 100 }),
        (within, unit, percent) => {
          const changed = typed(passports, { within, unit, percent }, nowMs);
          const target = currentTarget(changed, nowMs);
          const read = target === null ? null : formOf(target);
          const again = read === null ? changed : typed(passports, read, nowMs);
          expect(again).toEqual(changed);
        },
      ),
    );
    const hour = currentTarget(typed(passports, { within: 120, unit: "minutes", percent: 90 }, nowMs), nowMs);
    expect(hour && formOf(hour)).toEqual({ within: 2, unit: "hours", percent: 90, shortAbandonSeconds: 60 });
  });
});

describe("the target in force", () => {
  it("is none where the channels of a service have different ones", () => {
    expect(currentTarget({ ...passports, channels: ["counter", "phone"] }, nowMs)).toBeNull();
    expect(currentTarget({ ...passports, channels: ["phone"] }, nowMs)).toMatchObject({ withinSeconds: 60 });
  });
});

describe("a target of another time", () => {
  const form = { within: 5, unit: "minutes", percent: 90 } as const;
  const now = typed(passports, form, nowMs);
  const dayMs = 24 * 60 * 60 * 1_000;

  it("can be planned, and stays where another one is entered before it", () => {
    const planned = typed(now, { ...form, within: 3 }, nowMs + 10 * dayMs);
    const both = typed(planned, { ...form, within: 4 }, nowMs + 5 * dayMs);
    expect(both.targets.map(({ withinSeconds }) => withinSeconds)).toEqual([300, 240, 180]);
    expect(currentTarget(both, nowMs)).toMatchObject({ withinSeconds: 300 });
  });

  it("can be corrected and taken away", () => {
    const [wrong] = now.targets;
    if (wrong === undefined) throw new Error("no target");
    const corrected = withTarget(now, { ...wrong, withinSeconds: 360, fromMs: nowMs - dayMs }, wrong);
    expect(corrected.targets).toEqual([{ ...wrong, withinSeconds: 360, fromMs: nowMs - dayMs }]);
    expect(judgedOtherwiseFromMs(now.targets, corrected.targets)).toBe(nowMs - dayMs);
    expect(withoutTarget(now, wrong).targets).toEqual([]);
  });

  it("judges nobody anew where only its share is another", () => {
    const [target] = now.targets;
    if (target === undefined) throw new Error("no target");
    expect(judgedOtherwiseFromMs([target], [{ ...target, share: 0.5 }])).toBeNull();
    expect(judgedOtherwiseFromMs([target], [{ ...target, shortAbandonSeconds: 5 }])).toBe(nowMs);
  });

  it("begins with its date, and keeps its very moment where the date was left alone", () => {
    const [target] = now.targets;
    if (target === undefined) throw new Error("no target");
    expect(dateOf(target, "Europe/Paris")).toBe("2026-11-24");
    expect(fromMsOf("2026-11-24", "Europe/Paris", target)).toBe(nowMs);
    expect(fromMsOf("2026-11-25", "Europe/Paris", target)).toBe(Date.parse("2026-11-25T00:00+01:00"));
  });
});
