/** Figures beside coaching notes: those of the team, and, for a purpose that is written down, of one agent. */
import { coaches } from "../../shared/domain/actor.ts";
import {
  type AgentFigures,
  agentFiguresDefinition,
  agentFiguresMs,
  agentServiceFigures,
  medianSeconds,
} from "../../shared/domain/agent-figures.ts";
import { experienceDefinition } from "../../shared/domain/experience.ts";
import { everyNote, mostNotesCounted } from "../../shared/domain/note.ts";
import { noteReader } from "../../shared/domain/note-reader.ts";
import { leastTeamSize, type TeamFigure, type TeamFigures } from "../../shared/domain/team-figures.ts";
import { Fault } from "../../shared/faults.ts";
import type { FigureStore, NoteStore } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { AuditService } from "./audit.ts";
import type { Clock } from "./clock.ts";
import { createExperience } from "./experience.ts";

export interface NoteFigureService {
  team(): Promise<TeamFigures>;
  /** @throws Fault `forbidden` where whoever asks does not coach the agent */
  agent(agentId: string, purpose: string): Promise<AgentFigures>;
}

export interface NoteFigureParts {
  readonly store: Pick<NoteStore, "findNotes" | "handledLegs"> & Pick<FigureStore, "answers" | "figures">;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly audit: Pick<AuditService, "record">;
}

/** Makes the figures beside notes. */
export function createNoteFigures({ store, clock, access, audit }: NoteFigureParts): NoteFigureService {
  const experience = createExperience(store);

  async function treated(fromMs: number, toMs: number): Promise<TeamFigure> {
    const scope = { siteId: null, serviceId: null, channel: null };
    const { rows } = await experience.query({ fromMs, toMs, by: "total", ...scope });
    return {
      kind: "treated",
      scope: "house",
      value: rows[0]?.treatedScore ?? null,
      count: rows[0]?.answerCount ?? 0,
      definition: `how people felt treated, 1–5 as 0–100, of the whole house; ${experienceDefinition}`,
    };
  }

  return {
    async team() {
      const toMs = clock.nowMs();
      const fromMs = toMs - agentFiguresMs;
      const actor = access.actor();
      const legs = (await store.handledLegs(fromMs, toMs)).filter((leg) => coaches(actor, leg.agentId));
      const isShown = new Set(legs.map((leg) => leg.agentId)).size >= leastTeamSize;
      const handled = legs.flatMap(({ handleMs }) => (handleMs === null ? [] : [handleMs]));
      const search = { ...everyNote, fromMs, toMs, visibility: "shared" as const };
      const found = await store.findNotes(search, noteReader(actor));
      const read = found.notes.filter((note) => note.acknowledgedAtMs !== null).length;
      const team = { scope: "team" } as const;
      return {
        fromMs,
        toMs,
        figures: [
          await treated(fromMs, toMs),
          {
            ...team,
            kind: "handle_p50",
            value: isShown ? medianSeconds(handled) : null,
            count: isShown ? handled.length : 0,
            definition:
              "median of start → completion, holds included, plus wrap-up, of the team's served cases",
          },
          {
            ...team,
            kind: "served",
            value: isShown ? legs.length : null,
            count: isShown ? legs.length : 0,
            definition: "cases that arrived in the last four weeks and that the team served",
          },
          {
            ...team,
            kind: "notes_shared",
            value: found.total,
            count: found.total,
            definition: `notes shared with an agent of the team, counted up to ${mostNotesCounted}`,
          },
          {
            ...team,
            kind: "notes_acknowledged",
            value: found.notes.length === 0 ? null : read / found.notes.length,
            count: found.notes.length,
            definition: "share of the newest 200 of these that the agent said they had read",
          },
        ],
      };
    },
    async agent(agentId, purpose) {
      if (!coaches(access.actor(), agentId)) {
        throw new Fault("forbidden", "This agent is not in your team; nothing was shown.", { agentId });
      }
      await audit.record({ kind: "person_viewed", agentId, what: "figures", purpose });
      return agentFigures(store, clock, agentId);
    },
  };
}

/** The figures of one agent; who may see them is asked before. */
export async function agentFigures(
  store: Pick<NoteStore, "handledLegs">,
  clock: Clock,
  agentId: string,
): Promise<AgentFigures> {
  const toMs = clock.nowMs();
  const fromMs = toMs - agentFiguresMs;
  const services = agentServiceFigures(agentId, await store.handledLegs(fromMs, toMs));
  return { agentId, fromMs, toMs, definition: agentFiguresDefinition, services };
}
