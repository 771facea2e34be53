import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Commitment, foldCommitments, standingOf } from "../../../shared/domain/commitment.ts";
import { commitmentFigure, commitmentFigures } from "../../../shared/domain/commitment-figure.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";

const at = (minutes: number) => morningMs + minutes * minuteMs;
const due = (minutes: number) => new Date(at(minutes)).toISOString();
const made = (minutes: number, dueMinutes: number, more: object = {}) =>
  event("commitment.made", "p1", at(minutes), {
    owner: "alice",
    dueAt: due(dueMinutes),
    what: "Rappeler",
    ...more,
  });
const kept = (minutes: number) => event("commitment.kept", "p1", at(minutes), {});
const missed = (minutes: number) => event("commitment.missed", "p1", at(minutes), {});
const standings = (events: readonly VigieEvent[], nowMinutes = 500) =>
  foldCommitments("p1", events).map((one) => standingOf(one, at(nowMinutes), at(900)));

describe("a commitment", () => {
  it("is open until it is kept, in time or late, or missed", () => {
    expect(standings([made(0, 60)], 10)).toEqual(["due_today"]);
    expect(standings([made(0, 1_000)], 10)).toEqual(["coming"]);
    expect(standings([made(0, 60)], 61)).toEqual(["overdue"]);
    expect(standings([made(0, 60), kept(60)])).toEqual(["kept_in_time"]);
    expect(standings([made(0, 60), kept(61)])).toEqual(["kept_late"]);
    expect(standings([made(0, 60), missed(61)])).toEqual(["missed"]);
  });

  it("was kept late where somebody came back after all", () => {
    expect(standings([made(0, 60), missed(61), kept(90)])).toEqual(["kept_late"]);
  });

  it("settles the oldest open one where a case has several, and nothing that was made later", () => {
    expect(standings([made(0, 60), made(10, 70), kept(20)], 65)).toEqual(["kept_in_time", "due_today"]);
    expect(standings([kept(0), made(10, 70)], 20)).toEqual(["due_today"]);
    expect(foldCommitments("p1", [made(0, 60), made(10, 70)]).map(({ id }) => id)).toEqual(["p1", "p1\n2"]);
  });

  it("belongs to the case that it names, or else to the case that is its subject", () => {
    expect(foldCommitments("p1", [made(0, 60)])[0]?.caseId).toBe("p1");
    expect(foldCommitments("p1", [made(0, 60, { case: "c9" })])[0]?.caseId).toBe("c9");
    expect(foldCommitments("p1", [made(0, 60, { service: "planning" })])[0]).toMatchObject({
      caseId: null,
      serviceId: "planning",
    });
  });

  it("is the same in whatever order its events come", () => {
    const step = fc.oneof(
      fc.tuple(fc.nat(9), fc.nat(90)).map(([minute, until]) => made(minute, until)),
      fc.nat(9).map(kept),
      fc.nat(9).map(missed),
    );
    const story = fc
      .array(step, { maxLength: 8 })
      .map((steps) => steps.map((one, index): VigieEvent => ({ ...one, id: `e${index}` })))
      .chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })));
    fc.assert(
      fc.property(story, ([told, shuffled]) => {
        expect(foldCommitments("p1", shuffled)).toEqual(foldCommitments("p1", told));
      }),
    );
  });
});

describe("the share kept in time", () => {
  const one = (minutes: number | null, isMissed = false, more: Partial<Commitment> = {}): Commitment => ({
    ...(foldCommitments("p1", [made(0, 60)])[0] as Commitment),
    keptAtMs: minutes === null ? null : at(minutes),
    missedAtMs: isMissed ? at(70) : null,
    ...more,
  });

  it("is kept in time ÷ (kept + missed + overdue); what is not due yet counts nowhere", () => {
    const all = [
      one(10),
      one(60),
      one(20),
      one(61),
      one(null, true),
      one(null),
      one(null, false, { dueAtMs: at(9_000) }),
    ];
    expect(commitmentFigure("total", all, at(100))).toEqual({
      key: "total",
      keptInTimeShare: 0.5,
      count: 6,
      keptInTime: 3,
      keptLate: 1,
      missed: 1,
      overdue: 1,
    });
  });

  it("hides groups of fewer than five, and leaves out what has no key", () => {
    const four = [one(1), one(1), one(1), one(1)];
    const five = [...four, one(1)].map((other) => ({ ...other, serviceId: "planning" }));
    expect(commitmentFigure("total", four, at(100))).toMatchObject({ keptInTimeShare: null, count: null });
    const rows = commitmentFigures([...four, ...five], ({ serviceId }) => serviceId, at(100));
    expect(rows).toMatchObject([{ key: "planning", keptInTimeShare: 1, count: 5 }]);
  });
});
