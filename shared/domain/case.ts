/** One citizen's request, from first arrival to its end, across hand-offs. */
import { z } from "zod";
import { channelSchema } from "./channel.ts";

export const caseStates = [
  "waiting",
  "called",
  "serving",
  "on_hold",
  "done",
  "no_show",
  "abandoned",
  "cancelled",
] as const;
export const caseStateSchema = z.enum(caseStates);
export type CaseState = z.infer<typeof caseStateSchema>;

/** How a leg ended. `moved`: handed on without having been called; `transferred`: after service. */
export const legOutcomes = [
  "open",
  "served",
  "transferred",
  "moved",
  "no_show",
  "abandoned",
  "cancelled",
] as const;
export const legOutcomeSchema = z.enum(legOutcomes);
export type LegOutcome = z.infer<typeof legOutcomeSchema>;

export const legSchema = z.object({
  serviceId: z.string(),
  /** Who is asked to take it, or took it; null where nobody is named. */
  agentId: z.string().nullable(),
  /** When the case came to this leg, ms since 1970 UTC. */
  arrivedAtMs: z.number(),
  /** When it joined the queue: its `case.queued`, or the arrival where there is none. */
  queuedAtMs: z.number(),
  /** First call of this leg. */
  calledAtMs: z.number().nullable(),
  startedAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
  /** Time on hold since the call, closed holds only: who is suspended while waiting goes on waiting. */
  heldMs: z.number(),
  wrapUpMs: z.number(),
  /** Waiting that earlier legs left unserved, so that a hand-off never resets the clock. */
  carriedWaitMs: z.number(),
  /** How often it came back to this queue because a call came to nothing. */
  returns: z.number(),
  outcome: legOutcomeSchema,
});
export type Leg = z.infer<typeof legSchema>;

export const caseSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  channel: channelSchema,
  ticket: z.string().nullable(),
  priority: z.number(),
  /** When its wait alone raised the priority; null where it never did. */
  agedAtMs: z.number().nullable(),
  flags: z.array(z.string()),
  visit: z.number(),
  appointmentAtMs: z.number().nullable(),
  state: caseStateSchema,
  firstArrivedAtMs: z.number(),
  /** Number of `called` and `recalled` so far. */
  callCount: z.number(),
  /** Transfers and reassignments to another service so far. */
  handOffs: z.number(),
  resolved: z.boolean().nullable(),
  heldSinceMs: z.number().nullable(),
  /** The id of the last action of a person, while nothing has happened to the case since. */
  lastActionId: z.string().nullable(),
  /** When the newest of its events happened. */
  lastEventAtMs: z.number(),
  /**
   * How many events the case is the fold of; a cheap version for conflicts. A rise by waiting does not
   * count: it contradicts nothing that a person saw.
   */
  version: z.number(),
  legs: z.array(legSchema).min(1),
});
export type Case = z.infer<typeof caseSchema>;

/** The leg that the case is in, or ended in. */
export function currentLeg(record: Case): Leg {
  const leg = record.legs.at(-1);
  if (leg === undefined) throw new Error(`case ${record.id} has no leg`);
  return leg;
}

/** Whether the case still needs somebody: waiting, called, being served or on hold. */
export function isOpen(state: CaseState): boolean {
  return state === "waiting" || state === "called" || state === "serving" || state === "on_hold";
}

/** Whether the case was suspended while it waited: it keeps its place, and its wait goes on. */
export function isSuspended(record: Case): boolean {
  return record.state === "on_hold" && waitEndedAtMs(currentLeg(record)) === null;
}

/** When the leg stopped waiting: its first call, else its start, else its end; null while it waits. */
export function waitEndedAtMs(leg: Leg): number | null {
  return leg.calledAtMs ?? leg.startedAtMs ?? leg.endedAtMs;
}

/**
 * What the citizen has waited in this leg, with what earlier unserved legs left over, in
 * milliseconds. Never negative, whatever the clocks of the feed did.
 */
export function legWaitMs(leg: Leg, nowMs: number): number {
  return leg.carriedWaitMs + Math.max(0, (waitEndedAtMs(leg) ?? nowMs) - leg.queuedAtMs);
}

/** The citizen's whole wait so far: the sum over the queues they stood in, in milliseconds. */
export function citizenWaitMs(record: Case, nowMs: number): number {
  return record.legs.reduce(
    (sum, leg) => sum + Math.max(0, (waitEndedAtMs(leg) ?? nowMs) - leg.queuedAtMs),
    0,
  );
}

/**
 * Handling time of a leg in milliseconds: start to end, holds included, plus wrap-up; null where
 * it was not measured (never started, not ended, or started and ended at the same instant).
 */
export function legHandleMs(leg: Leg): number | null {
  if (leg.startedAtMs === null || leg.endedAtMs === null) return null;
  const handlingMs = leg.endedAtMs - leg.startedAtMs;
  return handlingMs > 0 ? handlingMs + leg.wrapUpMs : null;
}
