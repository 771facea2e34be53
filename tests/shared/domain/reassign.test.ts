import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, citizenWaitMs, currentLeg } from "../../../shared/domain/case.ts";
import { consoleSource, undoWindowMs } from "../../../shared/domain/case-action.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { decideReassign, reassignmentSchema } from "../../../shared/domain/reassign.ts";
import { decideUndo } from "../../../shared/domain/undo.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const action = { id: "act-1", by: "Claire", atMs: morningMs + 10 * minuteMs };
const arrival = (subject: string) =>
  event("case.arrived", subject, morningMs, { site: "hall", service: "passports", channel: "counter" });
const toPlanning = (cases: readonly { id: string; version: number }[], toAgentId: string | null = null) => ({
  cases: [...cases],
  toServiceId: "planning",
  toAgentId,
  reason: "queue",
});

function casesOf(log: readonly VigieEvent[]): Map<string, Case> {
  const cases = new Map<string, Case>();
  for (const id of new Set(log.map((told) => told.subject))) {
    const record = foldCase(log.filter((told) => told.subject === id && told.type.startsWith("case.")));
    if (record !== undefined) cases.set(id, record);
  }
  return cases;
}

describe("a reassignment", () => {
  it("hands on exactly the cases that wait as they were seen, and tells of each other one why not", () => {
    fc.assert(
      fc.property(
        storyOf({ maxEvents: 25 }),
        fc.subarray(["c1", "c2", "c3", "c4"], { minLength: 1 }),
        fc.boolean(),
        (story, ids, seenLately) => {
          const cases = casesOf(story);
          const request = toPlanning(
            ids.map((id) => ({ id, version: (cases.get(id)?.version ?? 1) - (seenLately ? 0 : 1) })),
          );
          const { events, result } = decideReassign(cases, request, action);
          const fit = ids.filter((id) => cases.get(id)?.state === "waiting" && seenLately);
          expect(result.changed).toEqual(fit);
          expect([...result.changed, ...result.refused.map((r) => r.caseId)].sort()).toEqual([...ids].sort());
          expect(events.map(({ source }) => source)).toEqual(events.map(() => consoleSource));
          expect(events.map(({ data }) => data)).toEqual(
            events.map(() => expect.objectContaining({ by: "Claire", action: "act-1", reason: "queue" })),
          );
          expect(new Set(events.map((told) => told.id)).size).toBe(events.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("names what the person should know about a case that was called meanwhile", () => {
    const cases = casesOf([arrival("c1"), event("case.called", "c1", morningMs + 1, { agent: "alice" })]);
    const { events, result } = decideReassign(cases, toPlanning([{ id: "c1", version: 1 }]), action);
    expect(events).toEqual([]);
    expect(result.refused).toMatchObject([{ code: "case_not_waiting", state: "called", agentId: "alice" }]);
  });

  it("needs somewhere to go and a reason", () => {
    const cases = [{ id: "c1", version: 1 }];
    const valid = { cases, toServiceId: "planning", toAgentId: null, reason: "queue" };
    expect(reassignmentSchema.safeParse(valid).success).toBe(true);
    expect(reassignmentSchema.safeParse({ ...valid, toServiceId: null }).success).toBe(false);
    expect(reassignmentSchema.safeParse({ ...valid, reason: "  " }).success).toBe(false);
    expect(reassignmentSchema.safeParse({ ...valid, cases: [] }).success).toBe(false);
  });
});

describe("taking an action back", () => {
  const log = [arrival("c1"), arrival("c2")];
  const seen = ["c1", "c2"].map((id) => ({ id, version: 1 }));
  const { events: done } = decideReassign(casesOf(log), toPlanning(seen, "bob"), action);
  const undo = { ...action, id: "act-2", atMs: action.atMs + minuteMs };

  it("puts every case back where it was, and its wait goes on", () => {
    const { events, result } = decideUndo(casesOf([...log, ...done]), done, undo);
    expect(result.changed).toEqual(["c1", "c2"]);
    for (const record of casesOf([...log, ...done, ...events]).values()) {
      expect(currentLeg(record)).toMatchObject({ serviceId: "passports", agentId: null });
      expect(citizenWaitMs(record, undo.atMs)).toBe(undo.atMs - morningMs);
      expect(record).toMatchObject({ handOffs: 0, lastActionId: null });
    }
  });

  it("leaves alone what has moved on, and what was done too long ago", () => {
    const called = event("case.called", "c1", action.atMs + 1000, {});
    const { result } = decideUndo(casesOf([...log, ...done, called]), done, undo);
    expect(result.changed).toEqual(["c2"]);
    expect(result.refused).toMatchObject([{ caseId: "c1", code: "undo_expired" }]);
    const late = { ...undo, atMs: action.atMs + undoWindowMs + 1 };
    expect(decideUndo(casesOf([...log, ...done]), done, late).events).toEqual([]);
  });

  it("can only be done once", () => {
    const { events } = decideUndo(casesOf([...log, ...done]), done, undo);
    const again = decideUndo(casesOf([...log, ...done, ...events]), done, { ...undo, id: "act-3" });
    expect(again.events).toEqual([]);
  });
});
