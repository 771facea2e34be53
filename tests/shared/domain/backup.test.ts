import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupStates, foldBackupCall, isBackupOpen, mayFollow } from "../../../shared/domain/backup.ts";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { event, minuteMs, morningMs } from "../../store/events.ts";
import { storyOf } from "../../store/stories.ts";

const requested = event("backup.requested", "b1", morningMs, {
  site: "hall",
  service: "passports",
  agent: "dora",
  by: "Claire",
  expiresAt: new Date(morningMs + 5 * minuteMs).toISOString(),
});
const at = (minutes: number) => morningMs + minutes * minuteMs;
const fold = (...events: VigieEvent[]) => foldBackupCall([requested, ...events]);

describe("a call for backup", () => {
  it("is not known before its request, and never depends on the order in which events came", () => {
    const story = storyOf({ maxEvents: 80 })
      .map((events) => events.filter((told) => told.subject === "b1"))
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(story, ([events, shuffled]) => {
        const call = foldBackupCall(events);
        expect(foldBackupCall(shuffled)).toEqual(call);
        expect(call === undefined).toBe(events.every((told) => told.type !== "backup.requested"));
      }),
      { numRuns: 500 },
    );
  });

  it("goes from request to release, with the time of each step", () => {
    const call = fold(
      event("backup.accepted", "b1", at(1), { arrivesAt: new Date(at(9)).toISOString() }),
      event("backup.arrived", "b1", at(8), {}),
      event("backup.released", "b1", at(40), {}),
    );
    expect(call).toMatchObject({
      state: "released",
      answeredAtMs: at(1),
      arrivesAtMs: at(9),
      arrivedAtMs: at(8),
      releasedAtMs: at(40),
      version: 4,
    });
  });

  it("lets the first answer stand", () => {
    const declined = event("backup.declined", "b1", at(1), { reason: "in a meeting" });
    expect(fold(declined, event("backup.accepted", "b1", at(2), {}))).toMatchObject({
      state: "declined",
      declineReason: "in a meeting",
      answeredAtMs: at(1),
    });
  });

  it("may still be accepted after it expired: the person is welcome", () => {
    const expired = event("backup.expired", "b1", at(5), {});
    expect(fold(expired)?.state).toBe("expired");
    expect(fold(expired, event("backup.accepted", "b1", at(6), {}))?.state).toBe("accepted");
  });

  it("can only be arrived at by someone who said yes", () => {
    expect(fold(event("backup.arrived", "b1", at(3), {}))?.state).toBe("requested");
  });

  it("binds nobody any more once it is over", () => {
    for (const state of backupStates) {
      const over = backupStates.every((next) => !mayFollow(state, next));
      if (over) expect(isBackupOpen(state)).toBe(false);
    }
  });
});
