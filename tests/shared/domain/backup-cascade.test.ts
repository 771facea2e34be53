import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BackupCall, foldBackupCall } from "../../../shared/domain/backup.ts";
import {
  acceptedIn,
  callIdOf,
  cascadesOf,
  isCascadeRunning,
  nextStep,
  turnsOf,
} from "../../../shared/domain/backup-cascade.ts";
import { event } from "./events.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const minuteMs = 60_000;
const order = ["ana", "ben", "cleo", "dan"];

function callOf(id: string, agent: string, atMs: number, wanted: number, answer?: "accepted" | "declined") {
  const call = foldBackupCall([
    event("backup.requested", id, atMs, {
      site: "hall",
      service: "passports",
      agent,
      by: "Claire",
      expiresAt: new Date(atMs + 2 * minuteMs).toISOString(),
      cascade: { id: "c", order, wanted, answerMinutes: 2 },
    }),
    ...(answer === undefined ? [] : [event(`backup.${answer}`, id, atMs + 1_000, {})]),
  ]);
  if (call === undefined) throw new Error("no call");
  return call;
}

const cascadeOf = (calls: readonly BackupCall[]) => {
  const [cascade] = cascadesOf(calls);
  if (cascade === undefined) throw new Error("no cascade");
  return cascade;
};
const anybody = () => true;

describe("a cascade", () => {
  it("waits for who was asked, and goes to the next when they decline", () => {
    const asked = cascadeOf([callOf("c", "ana", startMs, 1)]);
    expect(nextStep(asked, anybody, startMs)).toEqual({ kind: "wait" });
    const declined = cascadeOf([callOf("c", "ana", startMs, 1, "declined")]);
    expect(nextStep(declined, anybody, startMs)).toEqual({ kind: "call", agentId: "ben" });
  });

  it("ends when as many as are wanted have said yes", () => {
    const accepted = cascadeOf([callOf("c", "ana", startMs, 1, "accepted")]);
    expect(nextStep(accepted, anybody, startMs)).toEqual({ kind: "enough" });
    expect(isCascadeRunning(accepted)).toBe(false);
  });

  it("passes over who can't be asked, and does not come back to them", () => {
    const declined = callOf("c", "ana", startMs, 1, "declined");
    const notBen = (agentId: string) => agentId !== "ben";
    expect(nextStep(cascadeOf([declined]), notBen, startMs)).toEqual({ kind: "call", agentId: "cleo" });
    const cleo = callOf("c.2", "cleo", startMs + minuteMs, 1, "declined");
    const later = cascadeOf([declined, cleo]);
    expect(nextStep(later, anybody, startMs + minuteMs)).toEqual({ kind: "call", agentId: "dan" });
    expect(turnsOf(later).map(({ turn }) => turn)).toEqual(["declined", "passed", "declined", "next"]);
  });

  it("ends for want of people, once nobody can answer any more", () => {
    const nobody = () => false;
    const asked = cascadeOf([callOf("c", "ana", startMs, 2)]);
    expect(nextStep(asked, nobody, startMs)).toEqual({ kind: "wait" });
    const declined = cascadeOf([callOf("c", "ana", startMs, 2, "declined")]);
    expect(nextStep(declined, nobody, startMs)).toEqual({ kind: "end", because: "nobody_left" });
  });

  it("calls nobody hours later, when the console was off meanwhile", () => {
    const declined = cascadeOf([callOf("c", "ana", startMs, 1, "declined")]);
    expect(nextStep(declined, anybody, startMs + 8 * minuteMs)).toEqual({ kind: "end", because: "too_late" });
  });

  it("calls nobody once it was stopped", () => {
    const first = callOf("c", "ana", startMs, 1, "declined");
    const stopped = { ...first, cascadeEnd: { atMs: startMs + 1, because: "stopped" as const } };
    expect(nextStep(cascadeOf([stopped]), anybody, startMs + 1)).toEqual({ kind: "end", because: "stopped" });
    expect(turnsOf(cascadeOf([stopped])).map(({ turn }) => turn)).toEqual([
      "declined",
      "not_needed",
      "not_needed",
      "not_needed",
    ]);
  });

  it("never has more people asked or coming than are wanted, whoever answers what", () => {
    const answers = fc.array(fc.constantFrom("accepted", "declined", undefined), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), answers, (wanted, said) => {
        const calls = [callOf("c", "ana", startMs, wanted, said[0])];
        for (;;) {
          const cascade = cascadeOf(calls);
          const bound = acceptedIn(cascade) + calls.filter(({ state }) => state === "requested").length;
          expect(bound).toBeLessThanOrEqual(wanted);
          const step = nextStep(cascade, anybody, startMs);
          if (step.kind !== "call") return;
          expect(calls.map(({ agentId }) => agentId)).not.toContain(step.agentId);
          const atMs = startMs + calls.length;
          const answer = said[order.indexOf(step.agentId)];
          calls.push(callOf(callIdOf(cascade.plan, step.agentId), step.agentId, atMs, wanted, answer));
        }
      }),
    );
  });
});
