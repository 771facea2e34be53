/** A coaching session: a time that a team lead and an agent set aside, and what came of it. */
import { z } from "zod";
import { localDate } from "../queueing/intervals.ts";

export const coachingSessionStates = ["planned", "held", "cancelled"] as const;
export const coachingSessionStateSchema = z.enum(coachingSessionStates);
export type CoachingSessionState = z.infer<typeof coachingSessionStateSchema>;

/** What a person fills in. */
export const coachingSessionDraftSchema = z.object({
  agentId: z.string().min(1).max(128),
  /** Ms since 1970 UTC. */
  startsAtMs: z.number(),
  minutes: z.int().min(5).max(480),
  place: z.string().trim().max(120),
});
export type CoachingSessionDraft = z.infer<typeof coachingSessionDraftSchema>;

export const coachingSessionSchema = coachingSessionDraftSchema.extend({
  id: z.string(),
  state: coachingSessionStateSchema,
  /** What was said, or why it was cancelled; empty while nothing was written. */
  outcome: z.string(),
  /** What comes next; empty while nothing was written. */
  nextSteps: z.string(),
  /** Who planned it. */
  author: z.string(),
  /** Grows by one with each change, so that calendars take up the last one. */
  revision: z.number(),
  changedAtMs: z.number(),
});
export type CoachingSession = z.infer<typeof coachingSessionSchema>;

export const coachingSessionOutcomeSchema = z.object({
  id: z.string(),
  state: coachingSessionStateSchema,
  outcome: z.string().trim().max(4_000),
  nextSteps: z.string().trim().max(2_000),
});
export type CoachingSessionOutcome = z.infer<typeof coachingSessionOutcomeSchema>;

/** Whether a session is to be held on a local date of its place. */
export function isPlannedOn(
  session: Pick<CoachingSession, "state" | "startsAtMs">,
  date: string,
  timeZone: string,
): boolean {
  return session.state === "planned" && localDate(session.startsAtMs, timeZone) === date;
}

/** A session that was moved or described anew. */
export function replanSession(
  session: CoachingSession,
  draft: CoachingSessionDraft,
  changedAtMs: number,
): CoachingSession {
  return { ...session, ...draft, revision: session.revision + 1, changedAtMs };
}

/** A session that was held or cancelled, or is planned again. */
export function settleSession(
  session: CoachingSession,
  { state, outcome, nextSteps }: Omit<CoachingSessionOutcome, "id">,
  changedAtMs: number,
): CoachingSession {
  return { ...session, state, outcome, nextSteps, revision: session.revision + 1, changedAtMs };
}
