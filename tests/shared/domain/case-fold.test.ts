import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  citizenWaitMs,
  currentLeg,
  isOpen,
  isSuspended,
  legHandleMs,
  legWaitMs,
} from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import { actionOf, type VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const subject = "c1";
const arrival = event("case.arrived", subject, morningMs, {
  site: "hall",
  service: "passports",
  channel: "counter",
  ticket: "A001",
});
const at = (minutes: number) => morningMs + minutes * minuteMs;
const fold = (...events: VigieEvent[]) => {
  const record = foldCase([arrival, ...events]);
  if (record === undefined) throw new Error("the arrival is there");
  return record;
};

/** The events of one case, in any number and order, tidy or not. */
const caseStory = storyOf({ maxEvents: 30 }).map((events) =>
  events.filter((told) => told.subject === subject && told.type.startsWith("case.")),
);

describe("a case", () => {
  it("is not known before its arrival, and never depends on the order in which events came", () => {
    fc.assert(
      fc.property(
        caseStory.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const record = foldCase(events);
          expect(foldCase(shuffled)).toEqual(record);
          expect(record === undefined).toBe(events.every((told) => told.type !== "case.arrived"));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("has one open leg while it is open and none once it is over, and no negative time, whatever comes", () => {
    fc.assert(
      fc.property(caseStory, fc.nat(300), (events, minutes) => {
        const record = foldCase(events);
        if (record === undefined) return;
        const open = record.legs.filter((leg) => leg.outcome === "open");
        expect(open).toEqual(isOpen(record.state) ? [currentLeg(record)] : []);
        expect(citizenWaitMs(record, at(minutes))).toBeGreaterThanOrEqual(0);
        for (const leg of record.legs) {
          expect(legWaitMs(leg, at(minutes))).toBeGreaterThanOrEqual(0);
          expect(leg.heldMs).toBeGreaterThanOrEqual(0);
          expect(legHandleMs(leg) ?? 1).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("waits until the first call, is served until completion, and wrap-up counts as handling", () => {
    const record = fold(
      event("case.called", subject, at(10), { agent: "alice", counter: "3" }),
      event("case.recalled", subject, at(11), {}),
      event("case.started", subject, at(12), {}),
      event("case.completed", subject, at(20), { wrapUpSeconds: 90, resolved: true }),
    );
    const leg = currentLeg(record);
    expect(record).toMatchObject({ state: "done", callCount: 2, resolved: true, version: 5 });
    expect(legWaitMs(leg, at(99))).toBe(10 * minuteMs);
    expect(legHandleMs(leg)).toBe(8 * minuteMs + 90_000);
    expect(leg.agentId).toBe("alice");
  });

  it("does not count reception as waiting: the queue begins where the feed says so", () => {
    const record = fold(event("case.queued", subject, at(4), {}), event("case.called", subject, at(10), {}));
    expect(legWaitMs(currentLeg(record), at(99))).toBe(6 * minuteMs);
  });

  it("keeps holds within handling and knows how long they were", () => {
    const record = fold(
      event("case.started", subject, at(1), {}),
      event("case.held", subject, at(2), {}),
      event("case.resumed", subject, at(5), {}),
      event("case.completed", subject, at(6), {}),
    );
    expect(currentLeg(record).heldMs).toBe(3 * minuteMs);
    expect(legHandleMs(currentLeg(record))).toBe(5 * minuteMs);
  });

  it("goes on waiting while suspended, and a call ends the suspension", () => {
    const held = event("case.held", subject, at(5), {});
    const suspended = fold(held);
    expect(suspended).toMatchObject({ state: "on_hold", heldSinceMs: at(5) });
    expect(isSuspended(suspended)).toBe(true);
    expect(citizenWaitMs(suspended, at(9))).toBe(9 * minuteMs);
    const resumed = fold(held, event("case.resumed", subject, at(8), {}));
    expect(resumed).toMatchObject({ state: "waiting", heldSinceMs: null });
    expect(citizenWaitMs(resumed, at(9))).toBe(9 * minuteMs);
    expect(currentLeg(resumed).heldMs).toBe(0);
    const called = fold(held, event("case.called", subject, at(10), {}));
    expect(called).toMatchObject({ state: "called", heldSinceMs: null });
    expect(legWaitMs(currentLeg(called), at(99))).toBe(10 * minuteMs);
    const queued = fold(held, event("case.queued", subject, at(6), {}));
    expect(isSuspended(queued)).toBe(true);
  });

  it("waits on as if it had not been called, once it is back in the queue", () => {
    const call = event("case.called", subject, at(10), { agent: "alice" });
    const back = fold(call, event("case.queued", subject, at(12), {}));
    expect(back).toMatchObject({ state: "waiting", handOffs: 0, callCount: 1 });
    expect(back.legs).toMatchObject([{ calledAtMs: null, agentId: null, returns: 1 }]);
    expect(legWaitMs(currentLeg(back), at(20))).toBe(20 * minuteMs);
    const told = fold(
      call,
      event("case.queued", subject, at(12), {}),
      event("case.queued", subject, at(13), {}),
    );
    expect(legWaitMs(currentLeg(told), at(20))).toBe(20 * minuteMs);
    const elsewhere = fold(call, event("case.queued", subject, at(12), { service: "planning" }));
    expect(currentLeg(elsewhere)).toMatchObject({ serviceId: "planning", carriedWaitMs: 12 * minuteMs });
    const held = event("case.held", subject, at(11), {});
    expect(fold(call, held, event("case.resumed", subject, at(12), {})).state).toBe("called");
    expect(fold(call, held, event("case.queued", subject, at(12), {})).state).toBe("waiting");
  });

  it("begins another wait where service had begun, and both count", () => {
    const back = fold(
      event("case.started", subject, at(10), {}),
      event("case.held", subject, at(15), {}),
      event("case.queued", subject, at(20), {}),
    );
    expect(back.legs.map(({ outcome }) => outcome)).toEqual(["transferred", "open"]);
    expect(citizenWaitMs(back, at(25))).toBe(15 * minuteMs);
  });

  it("is read as if what was taken back had never been told, whenever that is told", () => {
    fc.assert(
      fc.property(caseStory, (events) => {
        const undone = new Set(
          events.flatMap((told) => (told.type === "case.undone" ? told.data.undoes : [])),
        );
        const kept = events.filter(
          (told) => told.type !== "case.undone" && !undone.has(actionOf(told) ?? "none"),
        );
        const { version: _v, lastEventAtMs: _l, ...record } = foldCase(events) ?? {};
        const { version: _w, lastEventAtMs: _m, ...expected } = foldCase(kept) ?? {};
        expect(record).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("carries waiting over that nobody ended, and starts a new clock after service", () => {
    const moved = fold(event("case.transferred", subject, at(10), { toService: "planning" }));
    expect(moved.legs.map((leg) => [leg.serviceId, leg.outcome])).toEqual([
      ["passports", "moved"],
      ["planning", "open"],
    ]);
    expect(legWaitMs(currentLeg(moved), at(14))).toBe(14 * minuteMs);
    expect(citizenWaitMs(moved, at(14))).toBe(14 * minuteMs);
    const served = fold(
      event("case.started", subject, at(10), {}),
      event("case.transferred", subject, at(20), { toService: "planning" }),
    );
    expect(served.legs[0]?.outcome).toBe("transferred");
    expect(legWaitMs(currentLeg(served), at(24))).toBe(4 * minuteMs);
    expect(citizenWaitMs(served, at(24))).toBe(14 * minuteMs);
    expect(served).toMatchObject({ handOffs: 1, state: "waiting", firstArrivedAtMs: morningMs });
  });

  it("is put back in the queue after a no-show or a cancellation, and stays over after any other end", () => {
    const noShow = event("case.no_show", subject, at(5), {});
    expect(fold(noShow).state).toBe("no_show");
    expect(fold(noShow, event("case.recalled", subject, at(6), {})).state).toBe("called");
    expect(fold(noShow, event("case.queued", subject, at(6), {})).state).toBe("waiting");
    const cancelled = event("case.cancelled", subject, at(5), {});
    expect(fold(cancelled, event("case.started", subject, at(6), {})).state).toBe("cancelled");
    const back = fold(cancelled, event("case.queued", subject, at(6), {}));
    expect(back).toMatchObject({ state: "waiting", handOffs: 0 });
    expect(citizenWaitMs(back, at(9))).toBe(9 * minuteMs);
    const left = event("case.abandoned", subject, at(5), {});
    expect(fold(left, event("case.started", subject, at(6), {})).state).toBe("abandoned");
  });

  it("ends its wait no later than its service began, where a feed's clock is untidy", () => {
    const record = fold(
      event("case.started", subject, at(9), {}),
      event("case.queued", subject, at(9) + 1000, {}),
      event("case.completed", subject, at(12), {}),
    );
    expect(record.legs).toHaveLength(1);
    expect(legWaitMs(currentLeg(record), at(99))).toBe(0);
  });
});
