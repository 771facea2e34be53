/** What came of an action, to be put beside what was foreseen of it. */
import { z } from "zod";
import { exactQuantile } from "../queueing/sketch-quantiles.ts";
import type { LegContribution } from "./figure.ts";
import type { TakenAction } from "./taken-action.ts";

export const sideOutcomeSchema = z.object({
  serviceId: z.string(),
  /** Wait of the first to arrive after the action, in seconds; null while it is not known. */
  nextArrivalWaitSeconds: z.number().nullable(),
  /** Whether that wait was at or below the p90 foreseen; null while it is not known. */
  withinP90: z.boolean().nullable(),
  /** Of those who waited then and those who arrived within the horizon and are through: 0–1, null where nobody. */
  serviceLevel: z.number().nullable(),
  waitP50Seconds: z.number().nullable(),
  /** How many cases that is about. */
  count: z.number(),
});
export type SideOutcome = z.infer<typeof sideOutcomeSchema>;

export const actionOutcomeSchema = z.object({
  /** False while the horizon is not over: the figures are those until now. */
  isOver: z.boolean(),
  sides: z.array(sideOutcomeSchema),
});
export type ActionOutcome = z.infer<typeof actionOutcomeSchema>;

/** Whoever waits longer than this when an action is taken is not looked for. */
export const outcomeLookBackMs = 4 * 60 * 60 * 1000;

/**
 * What became of the queues that an action touched. The same people count as in the prediction: those who
 * waited at the action and those who came within its horizon.
 *
 * @param legs ended legs of the site that arrived from four hours before the action until the end of its horizon
 * @param nowMs now, ms since 1970 UTC
 */
export function outcomeOf(
  action: TakenAction,
  legs: readonly LegContribution[],
  nowMs: number,
): ActionOutcome | null {
  if (action.prediction === null) return null;
  const endMs = action.atMs + action.prediction.horizonSeconds * 1000;
  return {
    isOver: nowMs >= endMs,
    sides: action.prediction.sides.map(({ serviceId, after }) => {
      const own = legs.filter(
        (leg) => leg.serviceId === serviceId && leg.arrivedAtMs < endMs && waitEndMs(leg) > action.atMs,
      );
      const next = own
        .filter((leg) => leg.arrivedAtMs >= action.atMs)
        .sort((a, b) => a.arrivedAtMs - b.arrivedAtMs)[0];
      const nextWaitMs = next?.waitMs ?? null;
      const { p90Seconds } = after.nextArrival;
      const counted = own.reduce((sum, leg) => sum + leg.served + leg.abandonedLate, 0);
      const waits = own
        .flatMap(({ waitMs }) => (waitMs === null ? [] : [waitMs / 1000]))
        .sort((a, b) => a - b);
      return {
        serviceId,
        nextArrivalWaitSeconds: nextWaitMs === null ? null : nextWaitMs / 1000,
        withinP90: nextWaitMs === null || p90Seconds === null ? null : nextWaitMs / 1000 <= p90Seconds,
        serviceLevel: counted === 0 ? null : own.reduce((sum, leg) => sum + leg.servedInTarget, 0) / counted,
        waitP50Seconds: exactQuantile(waits, 0.5),
        count: waits.length,
      };
    }),
  };
}

function waitEndMs({ arrivedAtMs, waitMs }: LegContribution): number {
  return arrivedAtMs + (waitMs ?? 0);
}
