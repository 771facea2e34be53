/**
 * What a person did on the floor, as one entry of its history: the cases' and agents' own events say
 * what became of each, this says that it was one decision, why, and what was foreseen of it.
 */
import { z } from "zod";
import { actionKindSchema } from "./action-kind.ts";
import { type Action, consoleSource } from "./case-action.ts";
import type { EventOf } from "./event.ts";
import { predictionSchema } from "./prediction.ts";

export const takenActionSchema = z.object({
  id: z.string(),
  kind: actionKindSchema,
  by: z.string(),
  atMs: z.number(),
  siteId: z.string(),
  /** The services that it touched: where from first, where to last. */
  serviceIds: z.array(z.string()),
  agentIds: z.array(z.string()),
  caseCount: z.number(),
  reason: z.string().nullable(),
  /** The action that this one took back. */
  undoes: z.string().nullable(),
  /** What was foreseen when it was confirmed; null where it could not be said. */
  prediction: predictionSchema.nullable(),
});
export type TakenAction = z.infer<typeof takenActionSchema>;

/** What an action was about, as the event tells it. */
export type ActionFacts = Omit<TakenAction, "id" | "by" | "atMs">;

/** The event that puts an action into the history. */
export function actionTaken(action: Action, facts: ActionFacts): EventOf<"action.taken"> {
  return {
    id: `${action.id}:action`,
    source: consoleSource,
    type: "action.taken",
    subject: action.id,
    time: new Date(action.atMs).toISOString(),
    atMs: action.atMs,
    data: {
      kind: facts.kind,
      by: action.by,
      site: facts.siteId,
      services: facts.serviceIds,
      agents: facts.agentIds,
      cases: facts.caseCount,
      ...(facts.reason === null ? {} : { reason: facts.reason }),
      ...(facts.undoes === null ? {} : { undoes: facts.undoes }),
      ...(facts.prediction === null ? {} : { prediction: facts.prediction }),
    },
  };
}

/** The entry of the history that an event tells. */
export function toTakenAction({ subject, atMs, data }: EventOf<"action.taken">): TakenAction {
  return {
    id: subject,
    kind: data.kind,
    by: data.by,
    atMs,
    siteId: data.site,
    serviceIds: data.services,
    agentIds: data.agents,
    caseCount: data.cases,
    reason: data.reason ?? null,
    undoes: data.undoes ?? null,
    prediction: data.prediction ?? null,
  };
}
