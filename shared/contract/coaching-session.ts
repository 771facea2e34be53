/** Coaching sessions and their calendar. */
import { z } from "zod";
import {
  coachingSessionDraftSchema,
  coachingSessionOutcomeSchema,
  coachingSessionSchema,
} from "../domain/coaching-session.ts";
import { procedure } from "./procedure.ts";

export const coachingSessionContract = {
  /** Those of the own team, or the own ones, that start in a time, by their start. */
  list: procedure
    .input(z.object({ fromMs: z.number(), toMs: z.number() }))
    .output(z.array(coachingSessionSchema)),
  plan: procedure.input(coachingSessionDraftSchema).output(coachingSessionSchema),
  replan: procedure
    .input(z.object({ id: z.string(), draft: coachingSessionDraftSchema }))
    .output(coachingSessionSchema),
  /** Says that a session was held or cancelled, with what came of it. */
  settle: procedure.input(coachingSessionOutcomeSchema).output(coachingSessionSchema),
  /** An iCalendar file (RFC 5545) of one session, or of all that are planned from now on. */
  calendar: procedure
    .input(z.object({ id: z.string().nullable() }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
};
