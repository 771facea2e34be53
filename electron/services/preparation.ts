/** What a team lead reads before a session; opening it is written into the audit first. */

import { isOpen } from "../../shared/domain/commitment.ts";
import { everyNote } from "../../shared/domain/note.ts";
import {
  mostPreparedNotes,
  type Preparation,
  preparationDays,
  shownFigures,
  type TeamFigure,
} from "../../shared/domain/preparation.ts";
import { type SkillRow, shownLevel } from "../../shared/domain/skill-matrix.ts";
import type { AccessService } from "./access.ts";
import type { AgreedStepService } from "./agreed-step.ts";
import type { AuditService } from "./audit.ts";
import type { Clock } from "./clock.ts";
import { refuseUnlessCoached } from "./coached.ts";
import type { CoachingSessionService } from "./coaching-session.ts";
import type { CommitmentService } from "./commitment.ts";
import type { FigureService } from "./figure.ts";
import type { NoteService } from "./note.ts";
import { type SkillMatrixParts, skillRows } from "./skill-matrix.ts";

const dayMs = 24 * 60 * 60 * 1000;

export interface PreparationService {
  open(sessionId: string): Promise<Preparation>;
}

export interface PreparationParts {
  readonly store: SkillMatrixParts;
  readonly sessions: Pick<CoachingSessionService, "get">;
  readonly notes: Pick<NoteService, "find">;
  readonly steps: Pick<AgreedStepService, "list">;
  readonly commitments: Pick<CommitmentService, "list">;
  readonly figures: Pick<FigureService, "query">;
  readonly audit: Pick<AuditService, "record">;
  readonly access: Pick<AccessService, "actor">;
  readonly clock: Clock;
}

/** Makes the preparation of sessions. */
export function createPreparations(parts: PreparationParts): PreparationService {
  const { store, sessions, notes, steps, commitments, figures, audit, access, clock } = parts;

  /** Figures of the agent's site and of the services that they serve there, of groups alone. */
  async function teamFigures(
    own: SkillRow | undefined,
    rows: readonly SkillRow[],
  ): Promise<Preparation["team"]> {
    const toMs = clock.nowMs();
    const fromMs = toMs - preparationDays * dayMs;
    const siteId = own?.siteId ?? null;
    const question = { fromMs, toMs, base: "served", siteId, serviceId: null, channel: null } as const;
    const whole = await figures.query({ ...question, by: "total" });
    const byService = await figures.query({ ...question, by: "service" });
    const colleagues = rows.filter((row) => row.siteId === siteId);
    const served = new Set(servedBy(own));
    const row = (serviceId: string | null, figure: (typeof whole.rows)[number]): TeamFigure => ({
      serviceId,
      agentCount: colleagues.filter((one) => serviceId === null || servedBy(one).includes(serviceId)).length,
      served: figure.served,
      waitP50Seconds: figure.waitP50Seconds,
      waitP90Seconds: figure.waitP90Seconds,
      serviceLevel: figure.serviceLevel,
    });
    const all = [
      ...whole.rows.map((figure) => row(null, figure)),
      ...byService.rows.filter(({ key }) => served.has(key)).map((figure) => row(figure.key, figure)),
    ];
    const { definitionsVersion, definitions } = whole;
    return { fromMs, toMs, definitionsVersion, definitions, ...shownFigures(all) };
  }

  return {
    async open(sessionId) {
      const session = await sessions.get(sessionId);
      const { agentId } = session;
      refuseUnlessCoached(access.actor(), agentId);
      await audit.record({
        kind: "person_viewed",
        agentId,
        what: "preparation",
        purpose: new Date(session.startsAtMs).toISOString(),
      });
      const [found, allSteps, promised, rows] = await Promise.all([
        notes.find({ ...everyNote, agentId }),
        steps.list(),
        commitments.list(null),
        skillRows(store),
      ]);
      const own = rows.find((row) => row.agentId === agentId);
      return {
        session,
        siteId: own?.siteId ?? null,
        notes: found.notes.slice(0, mostPreparedNotes),
        steps: allSteps.filter((step) => step.agentId === agentId && step.state === "open"),
        commitments: promised
          .filter((one) => one.ownerId === agentId && isOpen(one))
          .sort((a, b) => a.dueAtMs - b.dueAtMs)
          .map(({ id, what, dueAtMs }) => ({ id, what, dueAtMs })),
        skills: own?.cells ?? [],
        team: await teamFigures(own, rows),
      };
    },
  };
}

/** Services of which somebody has a skill. */
function servedBy(row: SkillRow | undefined): string[] {
  return (row?.cells ?? []).filter((cell) => shownLevel(cell) > 0).map(({ serviceId }) => serviceId);
}
