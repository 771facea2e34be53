/** How a service goes: its handling times and the patience of its queue, from legs that have ended. */
import { meanPatienceSeconds } from "../queueing/patience.ts";
import type { LegContribution } from "./figure.ts";

export interface ServicePace {
  /** Mean handling time in seconds, above zero. */
  readonly handleSeconds: number;
  /** Standard deviation ÷ mean of the handling time; 1 where too few were measured. */
  readonly handleVariation: number;
  /** Mean patience in seconds; Infinity where nobody gave up. */
  readonly patienceSeconds: number;
  /** How many measured handlings that is about. */
  readonly handleCount: number;
}

/** Until handling has been measured, ten minutes: the order of magnitude of a counter. */
const firstHandleSeconds = 600;
/** From so many values on, the spread is that of the service and not of chance. */
const spreadFrom = 20;

/** The pace that ended legs of one service show. */
export function servicePace(legs: readonly LegContribution[]): ServicePace {
  const handled = legs.flatMap(({ handleMs }) => (handleMs === null ? [] : [handleMs / 1000]));
  const mean = handled.reduce((sum, seconds) => sum + seconds, 0) / Math.max(1, handled.length);
  const variance =
    handled.reduce((sum, seconds) => sum + (seconds - mean) ** 2, 0) / Math.max(1, handled.length - 1);
  return {
    handleSeconds: handled.length === 0 ? firstHandleSeconds : mean,
    handleVariation: handled.length < spreadFrom ? 1 : Math.sqrt(variance) / mean,
    patienceSeconds: meanPatienceSeconds(
      legs.flatMap(({ waitMs, abandoned }) =>
        waitMs === null ? [] : [{ waitSeconds: Math.max(0, waitMs) / 1000, abandoned: abandoned > 0 }],
      ),
    ),
    handleCount: handled.length,
  };
}
