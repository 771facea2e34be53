/** What a person may do to cases besides handing them on: priority, suspension, return, and taking it back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, citizenWaitMs, currentLeg, isOpen, isSuspended } from "../../../shared/domain/case.ts";
import type { Action, CaseDecision, SeenCases } from "../../../shared/domain/case-action.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { decideHold } from "../../../shared/domain/hold.ts";
import { decidePrioritise, prioritisationSchema } from "../../../shared/domain/prioritise.ts";
import { decideReassign } from "../../../shared/domain/reassign.ts";
import { decideRequeue } from "../../../shared/domain/requeue.ts";
import { decideResume } from "../../../shared/domain/resume.ts";
import { decideUndo } from "../../../shared/domain/undo.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const laterMs = morningMs + 300 * minuteMs;
const claire = (id: string, atMs = laterMs): Action => ({ id, by: "Claire", atMs });

type Decide = (cases: ReadonlyMap<string, Case>, seen: SeenCases, action: Action) => CaseDecision;

interface Kind {
  readonly decide: Decide;
  /** Whether the action is for such a case. */
  readonly fits: (record: Case) => boolean;
  /** What a case is like afterwards. */
  readonly after: (record: Case) => boolean;
}

const kinds: Record<string, Kind> = {
  "a change of priority": {
    decide: (cases, seen, action) =>
      decidePrioritise(cases, { cases: [...seen], priority: 2, reason: null }, action),
    fits: (record) => record.state === "waiting" || isSuspended(record),
    after: (record) => record.priority === 2,
  },
  "a suspension": {
    decide: (cases, seen, action) => decideHold(cases, { cases: [...seen], reason: "papers" }, action),
    fits: (record) => record.state === "waiting",
    after: isSuspended,
  },
  "a resumption": {
    decide: (cases, seen, action) => decideResume(cases, { cases: [...seen] }, action),
    fits: isSuspended,
    after: (record) => record.state === "waiting",
  },
  "a return to the queue": {
    decide: (cases, seen, action) => decideRequeue(cases, { cases: [...seen], reason: null }, action),
    fits: (record) => record.state === "called" || record.state === "on_hold",
    after: (record) => record.state === "waiting",
  },
  "a reassignment": {
    decide: (cases, seen, action) =>
      decideReassign(
        cases,
        { cases: [...seen], toServiceId: "planning", toAgentId: "bob", reason: "queue" },
        action,
      ),
    fits: (record) => record.state === "waiting",
    after: (record) => currentLeg(record).agentId === "bob",
  },
};

const caseIds = ["c1", "c2", "c3"];

function casesOf(log: readonly VigieEvent[]): Map<string, Case> {
  const cases = new Map<string, Case>();
  for (const id of caseIds) {
    const record = foldCase(log.filter((told) => told.subject === id && told.type.startsWith("case.")));
    if (record !== undefined) cases.set(id, record);
  }
  return cases;
}

const seenOf = (cases: ReadonlyMap<string, Case>, ids: readonly string[]) =>
  ids.map((id) => ({ id, version: cases.get(id)?.version ?? 1 }));

/** What an action must leave as it found it, apart from how often it was told of. */
const essence = ({ version: _v, lastEventAtMs: _l, ...record }: Case) => record;

describe.each(Object.entries(kinds))("%s", (_name, { decide, fits, after }) => {
  it("is for exactly the cases it fits, and never costs anybody the wait so far", () => {
    fc.assert(
      fc.property(
        storyOf({ maxEvents: 25 }),
        fc.subarray([...caseIds, "c4"], { minLength: 1 }),
        (story, ids) => {
          const before = casesOf(story);
          const { events, result } = decide(before, seenOf(before, ids), claire("act"));
          expect(result.changed).toEqual(ids.filter((id) => before.has(id) && fits(before.get(id) as Case)));
          expect([...result.changed, ...result.refused.map(({ caseId }) => caseId)].sort()).toEqual(
            [...ids].sort(),
          );
          const now = casesOf([...story, ...events]);
          for (const [id, record] of now) {
            const was = before.get(id) as Case;
            if (!result.changed.includes(id)) expect(record).toEqual(was);
            else expect(after(record) && record.lastActionId === "act").toBe(true);
            const wait = (one: Case) => citizenWaitMs(one, laterMs + minuteMs);
            expect(wait(record)).toBeGreaterThanOrEqual(wait(was));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("refuses whoever changed since, and can be taken back once, to what it was", () => {
    fc.assert(
      fc.property(storyOf({ maxEvents: 25 }), (story) => {
        const before = casesOf(story);
        const stale = caseIds.map((id) => ({ id, version: -1 }));
        expect(decide(before, stale, claire("late")).events).toEqual([]);
        const done = decide(before, seenOf(before, caseIds), claire("act"));
        const told = [...story, ...done.events];
        const undo = decideUndo(casesOf(told), done.events, claire("undo", laterMs + 5_000));
        expect(undo.result.changed).toEqual(done.result.changed);
        const now = casesOf([...undo.events, ...told]);
        for (const [id, record] of now) expect(essence(record)).toEqual(essence(before.get(id) as Case));
        const again = decideUndo(now, done.events, claire("again", laterMs + 6_000));
        expect(again.events).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("cannot be taken back once something else has happened to the case", () => {
    fc.assert(
      fc.property(storyOf({ maxEvents: 15 }), (story) => {
        const before = casesOf(story);
        const done = decide(before, seenOf(before, caseIds), claire("act"));
        const called = done.result.changed.map((id) => event("case.called", id, laterMs + 1_000_000, {}));
        const undo = decideUndo(
          casesOf([...story, ...done.events, ...called]),
          done.events,
          claire("undo", laterMs + 5_000),
        );
        expect(undo.events).toEqual([]);
        expect(undo.result.refused.map(({ code }) => code)).toEqual(called.map(() => "undo_expired"));
      }),
      { numRuns: 100 },
    );
  });
});

describe("an action", () => {
  const arrival = event("case.arrived", "c1", morningMs, {
    site: "hall",
    service: "passports",
    channel: "counter",
  });

  it("happens after what a feed told whose clock is ahead", () => {
    const called = event("case.called", "c1", laterMs + 30_000, {});
    const before = casesOf([arrival, called]);
    const { events } = decideRequeue(before, { cases: seenOf(before, ["c1"]), reason: null }, claire("act"));
    expect(casesOf([arrival, called, ...events]).get("c1")?.state).toBe("waiting");
  });

  it("says of a suspended case that it is suspended, not that it was called", () => {
    const before = casesOf([arrival, event("case.held", "c1", laterMs, {})]);
    expect(isOpen(before.get("c1")?.state ?? "done")).toBe(true);
    for (const name of ["a suspension", "a reassignment"]) {
      const { result } = (kinds[name] as Kind).decide(before, seenOf(before, ["c1"]), claire("act"));
      expect(result.refused).toMatchObject([{ code: "case_suspended" }]);
    }
  });

  it("takes a priority of the domain, and a reason that says something or none", () => {
    const valid = { cases: [{ id: "c1", version: 1 }], priority: 2, reason: null };
    expect(prioritisationSchema.safeParse(valid).success).toBe(true);
    expect(prioritisationSchema.safeParse({ ...valid, priority: 10 }).success).toBe(false);
    expect(prioritisationSchema.safeParse({ ...valid, reason: " " }).success).toBe(false);
  });
});
