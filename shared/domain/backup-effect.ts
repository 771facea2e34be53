/** What a call for backup did to the wait, beside what was foreseen when it was made. */
import { z } from "zod";
import { exactQuantile } from "../queueing/sketch-quantiles.ts";
import { outcomeLookBackMs, outcomeOf, sideOutcomeSchema } from "./action-outcome.ts";
import type { BackupCall } from "./backup.ts";
import type { LegContribution } from "./figure.ts";
import { foreseenSchema } from "./prediction.ts";
import type { TakenAction } from "./taken-action.ts";

export const backupEffectSchema = z.object({
  /** The action in the history. */
  id: z.string(),
  atMs: z.number(),
  siteId: z.string(),
  serviceId: z.string(),
  askedCount: z.number(),
  /** When the first of those who were asked came; null where nobody did. */
  arrivedAtMs: z.number().nullable(),
  /** Waits of those who came in the hour before the call. */
  before: z.object({ waitP50Seconds: z.number().nullable(), count: z.number() }),
  /** What was foreseen without backup, and with it. */
  foreseenWithout: foreseenSchema,
  foreseenWith: foreseenSchema,
  /** What happened to those who waited at the call and those who came within its horizon. */
  outcome: sideOutcomeSchema,
  /** False while the horizon is not over: the outcome is that until now. */
  isOver: z.boolean(),
});
export type BackupEffect = z.infer<typeof backupEffectSchema>;

const hourMs = 60 * 60 * 1000;
/** The call itself is in the log some moments before the action that tells of it. */
const earlierMs = 60_000;

/** From when to when the legs are needed that an effect is worked out from. */
export function effectWindow(action: TakenAction): { fromMs: number; toMs: number } {
  return {
    fromMs: action.atMs - outcomeLookBackMs,
    toMs: action.atMs + (action.prediction?.horizonSeconds ?? 0) * 1000,
  };
}

/**
 * The effect of a call for backup.
 *
 * @param calls for backup, of any time and service
 * @param legs that arrived within `effectWindow`, of any site and service
 * @returns null where nothing was foreseen
 */
export function backupEffect(
  action: TakenAction,
  calls: readonly BackupCall[],
  legs: readonly LegContribution[],
  nowMs: number,
): BackupEffect | null {
  const [side] = action.prediction?.sides ?? [];
  if (side === undefined) return null;
  const { id, atMs, siteId, agentIds } = action;
  const { serviceId, before: foreseenWithout, after: foreseenWith } = side;
  const own = legs.filter((leg) => leg.siteId === siteId && leg.serviceId === serviceId);
  const outcome = outcomeOf(action, own, nowMs);
  const sideOutcome = outcome?.sides[0];
  if (outcome === null || sideOutcome === undefined) return null;
  const { toMs } = effectWindow(action);
  const arrivals = calls.flatMap((call) =>
    call.arrivedAtMs !== null &&
    call.siteId === siteId &&
    call.serviceId === serviceId &&
    agentIds.includes(call.agentId) &&
    call.requestedAtMs >= atMs - earlierMs &&
    call.requestedAtMs < toMs
      ? [call.arrivedAtMs]
      : [],
  );
  const waitsBefore = own
    .filter((leg) => leg.arrivedAtMs < atMs && leg.arrivedAtMs >= atMs - hourMs)
    .flatMap(({ waitMs }) => (waitMs === null ? [] : [waitMs / 1000]))
    .sort((a, b) => a - b);
  return {
    id,
    atMs,
    siteId,
    serviceId,
    askedCount: agentIds.length,
    arrivedAtMs: arrivals.length === 0 ? null : Math.min(...arrivals),
    before: { waitP50Seconds: exactQuantile(waitsBefore, 0.5), count: waitsBefore.length },
    foreseenWithout,
    foreseenWith,
    outcome: sideOutcome,
    isOver: outcome.isOver,
  };
}
