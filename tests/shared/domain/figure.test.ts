import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import { contributionsOf, type IsOpen } from "../../../shared/domain/figure.ts";
import { targetAt } from "../../../shared/domain/service.ts";
import { event, morningMs, visit } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const defaults = (_service: string, channel: Parameters<typeof targetAt>[1], atMs: number) =>
  targetAt(undefined, channel, atMs);

function contributions(...told: Parameters<typeof visit>) {
  const record = foldCase(visit(...told));
  if (record === undefined) throw new Error("a visit has an arrival");
  return contributionsOf(record, defaults);
}

describe("what legs contribute", () => {
  it("counts each case once as arrived, and each leg in one way at most, whatever was told of it", () => {
    fc.assert(
      fc.property(storyOf({ maxEvents: 30 }), (events) => {
        const record = foldCase(events.filter((e) => e.subject === "c1" && e.type.startsWith("case.")));
        if (record === undefined) return;
        const parts = contributionsOf(record, defaults);
        expect(parts.reduce((sum, part) => sum + part.arrivals, 0)).toBe(1);
        expect(parts.reduce((sum, part) => sum + part.transfersIn, 0)).toBe(record.legs.length - 1);
        for (const part of parts) {
          expect(part.served + part.abandoned + part.noShows).toBeLessThanOrEqual(1);
          expect(part.servedInTarget).toBeLessThanOrEqual(part.served);
          expect(part.abandonedInTarget).toBeLessThanOrEqual(part.abandoned);
          expect(part.abandonedLate).toBeLessThanOrEqual(part.abandoned);
          expect(part.waitMs === null).toBe(part.served + part.abandoned === 0);
          expect(part.waitMs ?? 0).toBeGreaterThanOrEqual(0);
          expect(part.intervalStartMs).toBeLessThanOrEqual(part.arrivedAtMs);
          expect(part.arrivedAtMs - part.intervalStartMs).toBeLessThan(15 * 60_000);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("holds the target to the second, and forgives only who gave up soon", () => {
    const seconds = { arrivedAtMs: morningMs, channel: "phone" } as const;
    const served = (waitSeconds: number) =>
      contributions("c", { ...seconds, waitSeconds, handleSeconds: 30 })[0]?.servedInTarget;
    const left = (waitSeconds: number) =>
      contributions("c", { ...seconds, waitSeconds, handleSeconds: null })[0]?.abandonedLate;
    expect([served(60), served(60.001)]).toEqual([1, 0]);
    expect([left(10), left(10.001)]).toEqual([0, 1]);
  });

  it("counts who gave up within the target, limit included", () => {
    const left = (waitSeconds: number) =>
      contributions("c", { arrivedAtMs: morningMs, channel: "phone", waitSeconds, handleSeconds: null })[0];
    expect(left(60)).toMatchObject({ abandonedInTarget: 1, abandonedLate: 1 });
    expect(left(60.001)).toMatchObject({ abandonedInTarget: 0, abandonedLate: 1 });
  });

  it("leaves those who came outside opening hours to every figure but the level", () => {
    const record = foldCase(visit("c", { arrivedAtMs: morningMs, waitSeconds: 5, handleSeconds: 60 }));
    if (record === undefined) throw new Error("a visit has an arrival");
    const isOpen: IsOpen = (siteId, _serviceId, _channel, atMs) => siteId === "hall" && atMs > morningMs;
    const [open] = contributionsOf(record, defaults);
    const [closed] = contributionsOf(record, defaults, isOpen);
    expect(closed).toEqual({ ...open, inLevel: 0 });
    expect(open?.inLevel).toBe(1);
  });

  it("does not count an instant as a measured handling time", () => {
    const [part] = contributions("c", { arrivedAtMs: morningMs, waitSeconds: 5, handleSeconds: 0 });
    expect(part).toMatchObject({ served: 1, handleMs: null });
  });

  it("keeps waiting cases out of every wait", () => {
    const arrival = event("case.arrived", "c", morningMs, { site: "hall", service: "p", channel: "email" });
    const record = foldCase([arrival]);
    const [part] = record === undefined ? [] : contributionsOf(record, defaults);
    expect(part).toMatchObject({ arrivals: 1, served: 0, abandoned: 0, waitMs: null });
  });
});

describe("the target in force", () => {
  const target = (fromMs: number, withinSeconds: number) => ({
    fromMs,
    withinSeconds,
    share: 0.8,
    shortAbandonSeconds: 0,
  });

  it("is the last that had begun, else the channel's own", () => {
    const targets = [target(1000, 10), target(2000, 20)];
    const service = { id: "s", name: "s", channels: [], targets };
    expect(targetAt(service, "phone", 999).withinSeconds).toBe(60);
    expect(targetAt(service, "phone", 1000).withinSeconds).toBe(10);
    expect(targetAt(service, "phone", 5000).withinSeconds).toBe(20);
    expect(targetAt(undefined, "counter", 5000).withinSeconds).toBe(900);
  });
});
