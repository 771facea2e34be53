/** Who rises by waiting, who does not, and that nobody waits for ever behind a stream of priority cases. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAgeing } from "../../../shared/domain/ageing.ts";
import { type Case, citizenWaitMs } from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { toFloorCase } from "../../../shared/domain/floor-case.ts";
import { priorities } from "../../../shared/domain/prioritise.ts";
import type { Service } from "../../../shared/domain/service.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const targetMinutes = 15;
const passports: Service = {
  id: "passports",
  name: "Passeports",
  channels: ["counter"],
  targets: [{ fromMs: 0, withinSeconds: targetMinutes * 60, share: 0.8, shortAbandonSeconds: 60 }],
};
const serviceOf = (id: string) => (id === "passports" ? passports : undefined);
const at = (minutes: number) => morningMs + minutes * minuteMs;
const arrival = (id: string, minutes = 0, priority = 0) =>
  event("case.arrived", id, at(minutes), {
    site: "hall",
    service: "passports",
    channel: "counter",
    priority,
  });
const fold = (...events: VigieEvent[]): Case => {
  const record = foldCase(events);
  if (record === undefined) throw new Error("the arrival is there");
  return record;
};
const risesAt = (minutes: number, ...events: VigieEvent[]) =>
  decideAgeing([fold(...events)], 2, serviceOf, at(minutes)).length > 0;

describe("a rise by waiting", () => {
  it("comes at k × the target, to high, and says why", () => {
    expect(risesAt(29.9, arrival("c1"))).toBe(false);
    const [rise, ...others] = decideAgeing([fold(arrival("c1"))], 2, serviceOf, at(30));
    expect(others).toEqual([]);
    expect(rise).toMatchObject({
      id: "ageing:c1",
      type: "case.prioritised",
      subject: "c1",
      data: { priority: priorities.high, by: "vigie", reason: "ageing" },
    });
  });

  it("comes once, and never to those who are served sooner anyway, called, or suspended", () => {
    const told = [arrival("c1"), ...decideAgeing([fold(arrival("c1"))], 2, serviceOf, at(30))];
    const risen = fold(...told);
    expect(risen).toMatchObject({ priority: 1, agedAtMs: at(30), version: 1 });
    expect(risesAt(600, ...told)).toBe(false);
    expect(risesAt(600, arrival("c1", 0, 1))).toBe(false);
    expect(risesAt(600, arrival("c1", 0, 2))).toBe(false);
    expect(risesAt(600, arrival("c1"), event("case.called", "c1", at(20), {}))).toBe(false);
    expect(risesAt(600, arrival("c1"), event("case.held", "c1", at(20), {}))).toBe(false);
  });

  it("leaves alone whom a person lowered afterwards, and raises whom one lowered before", () => {
    const told = [arrival("c1"), ...decideAgeing([fold(arrival("c1"))], 2, serviceOf, at(30))];
    const lower = (minutes: number) =>
      event("case.prioritised", "c1", at(minutes), { priority: 0, by: "Claire", action: "a1" });
    expect(fold(...told, lower(31)).priority).toBe(0);
    expect(risesAt(600, ...told, lower(31))).toBe(false);
    expect(risesAt(30, arrival("c1", 0, 2), lower(5))).toBe(true);
  });

  it("counts the wait across queues, and a suspension within it", () => {
    const moved = event("case.reassigned", "c1", at(20), {
      toService: "passports",
      reason: "r",
      by: "Claire",
    });
    expect(risesAt(30, arrival("c1"), moved)).toBe(true);
    const away = [event("case.held", "c1", at(5), {}), event("case.resumed", "c1", at(29), {})];
    expect(risesAt(30, arrival("c1"), ...away)).toBe(true);
  });

  it("is not forged by a feed", () => {
    const forged = event("case.prioritised", "c1", at(1), { priority: 1, by: "vigie", reason: "ageing" });
    expect(fold(arrival("c1"), forged).agedAtMs).toBeNull();
  });

  it("touches only what waits at normal priority, whatever the story, and settles at once", () => {
    fc.assert(
      fc.property(storyOf({ maxEvents: 25 }), fc.nat(3_000), (story, minutes) => {
        const log = story.filter((told) => told.type.startsWith("case."));
        const cases = ["c1", "c2", "c3"].flatMap(
          (id) => foldCase(log.filter(({ subject }) => subject === id)) ?? [],
        );
        const rises = decideAgeing(cases, 2, serviceOf, at(minutes));
        for (const { subject } of rises) {
          expect(cases.find(({ id }) => id === subject)).toMatchObject({ state: "waiting", priority: 0 });
        }
        const after = cases.map(({ id }) => fold(...[...log, ...rises].filter((e) => e.subject === id)));
        expect(decideAgeing(after, 2, serviceOf, at(minutes))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * One counter that always takes the highest priority, then the longest wait; a priority case comes for
 * each one that is served. Gives how long the normal case waited, in minutes; null where it still waits.
 */
function normalWaitMinutes({
  isOn,
  multiple,
  priority,
}: {
  readonly isOn: boolean;
  readonly multiple: number;
  readonly priority: number;
}): number | null {
  const serviceMinutes = 5;
  const log = new Map<string, VigieEvent[]>([["normal", [arrival("normal")]]]);
  for (let minute = 0; minute < 8 * 60; minute += serviceMinutes) {
    log.set(`p${minute}`, [arrival(`p${minute}`, minute, priority)]);
    const waiting = () =>
      [...log.values()].map((events) => fold(...events)).filter((record) => record.state === "waiting");
    const rises = isOn ? decideAgeing(waiting(), multiple, serviceOf, at(minute)) : [];
    for (const rise of rises) log.get(rise.subject)?.push(rise);
    const [next] = waiting()
      .map(toFloorCase)
      .sort((a, b) => b.priority - a.priority || a.waitSinceMs - b.waitSinceMs);
    if (next === undefined) continue;
    if (next.id === "normal") return citizenWaitMs(fold(...(log.get(next.id) ?? [])), at(minute)) / minuteMs;
    log.get(next.id)?.push(event("case.called", next.id, at(minute), {}));
  }
  return null;
}

describe("behind a steady stream of priority cases", () => {
  it("a normal case starves without the guard", () => {
    expect(normalWaitMinutes({ isOn: false, multiple: 2, priority: priorities.high })).toBeNull();
  });

  it.each([1, 1.5, 2, 3])(
    "it is served within %s × the target and one service with the guard",
    (multiple) => {
      const waited = normalWaitMinutes({ isOn: true, multiple, priority: priorities.high });
      expect(waited).not.toBeNull();
      expect(waited ?? 0).toBeLessThanOrEqual(multiple * targetMinutes + 5);
    },
  );

  it("it never passes those whom people called urgent", () => {
    expect(normalWaitMinutes({ isOn: true, multiple: 2, priority: priorities.urgent })).toBeNull();
  });
});
