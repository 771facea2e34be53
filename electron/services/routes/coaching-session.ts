/** The routes of coaching sessions and of what is read before them. */

import type { CoachingSessionService } from "../coaching-session.ts";
import type { PreparationService } from "../preparation.ts";
import type { Implementer } from "./implementer.ts";

export function coachingSessionRoutes(
  { coachingSession: session }: Implementer,
  sessions: CoachingSessionService,
) {
  return {
    list: session.list.handler(({ input }) => sessions.list(input.fromMs, input.toMs)),
    plan: session.plan.handler(({ input }) => sessions.plan(input)),
    replan: session.replan.handler(({ input }) => sessions.replan(input.id, input.draft)),
    settle: session.settle.handler(({ input }) => sessions.settle(input)),
    calendar: session.calendar.handler(({ input }) => sessions.calendar(input.id)),
  };
}

export function preparationRoutes({ preparation }: Implementer, preparations: PreparationService) {
  return { open: preparation.open.handler(({ input }) => preparations.open(input.sessionId)) };
}
