/** Coaching sessions: planned, held or cancelled by a team lead, read by the agent too. */
import { randomUUID } from "node:crypto";
import {
  type CoachingSession,
  type CoachingSessionDraft,
  type CoachingSessionOutcome,
  replanSession,
  settleSession,
} from "../../shared/domain/coaching-session.ts";
import { Fault } from "../../shared/faults.ts";
import type { CoachingSessionStore } from "../store/coaching-session-store.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { follows, refuseUnlessCoached } from "./coached.ts";
import { sessionCalendar } from "./coaching-session-calendar.ts";

export interface CalendarFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

export interface CoachingSessionService {
  list(fromMs: number, toMs: number): Promise<CoachingSession[]>;
  /** @throws Fault `not_found`, also where it is not for the one who asks */
  get(id: string): Promise<CoachingSession>;
  plan(draft: CoachingSessionDraft): Promise<CoachingSession>;
  replan(id: string, draft: CoachingSessionDraft): Promise<CoachingSession>;
  settle(outcome: CoachingSessionOutcome): Promise<CoachingSession>;
  /** One session, or (null) all that are planned from now on. */
  calendar(id: string | null): Promise<CalendarFile>;
}

export interface CoachingSessionParts {
  readonly store: CoachingSessionStore & Pick<Store, "agents" | "directory">;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
}

/** Makes the coaching sessions of a store. */
export function createCoachingSessions({
  store,
  clock,
  access,
}: CoachingSessionParts): CoachingSessionService {
  async function list(fromMs: number, toMs: number): Promise<CoachingSession[]> {
    const actor = access.actor();
    return (await store.sessions(fromMs, toMs)).filter(({ agentId }) => follows(actor, agentId));
  }

  async function get(id: string): Promise<CoachingSession> {
    const actor = access.actor();
    const session = await store.session(id);
    if (session === undefined || !follows(actor, session.agentId)) throw unknown(id);
    return session;
  }

  function change(id: string, decide: (session: CoachingSession) => CoachingSession) {
    const actor = access.actor();
    return store.changeSession(id, (session) => {
      if (session === undefined) throw unknown(id);
      refuseUnlessCoached(actor, session.agentId);
      return decide(session);
    });
  }

  return {
    list,
    get,
    async plan(draft) {
      const actor = access.actor();
      refuseUnlessCoached(actor, draft.agentId);
      const id = randomUUID();
      return store.changeSession(id, () => ({
        ...draft,
        id,
        state: "planned",
        outcome: "",
        nextSteps: "",
        author: actor.name,
        revision: 0,
        changedAtMs: clock.nowMs(),
      }));
    },
    async replan(id, draft) {
      refuseUnlessCoached(access.actor(), draft.agentId);
      return change(id, (session) => replanSession(session, draft, clock.nowMs()));
    },
    async settle({ id, ...outcome }) {
      return change(id, (session) => settleSession(session, outcome, clock.nowMs()));
    },
    async calendar(id) {
      const sessions =
        id === null
          ? (await list(clock.nowMs(), Number.MAX_SAFE_INTEGER)).filter(({ state }) => state === "planned")
          : [await get(id)];
      const names = new Map<string, string>();
      for (const { agentId, name } of (await store.directory()).roster) names.set(agentId, name);
      for (const { agent } of await store.agents()) names.set(agent.id, agent.name);
      const text = sessionCalendar(sessions, (agentId) => names.get(agentId) ?? agentId);
      return {
        fileName: id === null ? "seances.ics" : "seance.ics",
        mediaType: "text/calendar;charset=utf-8",
        base64: Buffer.from(text, "utf8").toString("base64"),
      };
    },
  };
}

function unknown(id: string): Fault {
  return new Fault(
    "not_found",
    "There is no such session. Nothing was changed; look at the calendar again.",
    {
      sessionId: id,
    },
  );
}
