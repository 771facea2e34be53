/** How many agents a target needs: the queue models turned round. */
import { assertTarget, erlangCServiceLevel } from "./erlang.ts";
import { generalPatience } from "./general-patience.ts";
import type { PatienceCurve } from "./patience.ts";

/** What the staff must cope with, and what is promised. */
export type StaffingNeed = {
  readonly arrivalsPerSecond: number;
  readonly handleSeconds: number;
  /** Measured patience; null where nobody leaves (Erlang C). */
  readonly patience: PatienceCurve | null;
  /** T of the target, in seconds. */
  readonly targetSeconds: number;
  /** Share of arrivals to be served within T, above 0 and below 1. */
  readonly serviceLevel: number;
};

/**
 * Fewest agents that reach a service level in steady state. The service level rises with every agent
 * (Erlang C and M/M/n+G alike), so it is found by doubling and halving.
 * @throws RangeError on a rate, a time or a level without meaning
 */
export function agentsNeeded(need: StaffingNeed): number {
  assertTarget(need.targetSeconds);
  if (!(need.serviceLevel > 0 && need.serviceLevel < 1))
    throw new RangeError(`serviceLevel must be between 0 and 1, got ${need.serviceLevel}`);
  const { arrivalsPerSecond, handleSeconds, patience, targetSeconds } = need;
  const reaches = (agents: number): boolean => {
    const load = { arrivalsPerSecond, handleSeconds, agents };
    const level =
      patience === null
        ? erlangCServiceLevel(load, targetSeconds)
        : generalPatience(load, patience, targetSeconds).serviceLevel;
    return level >= need.serviceLevel;
  };
  if (arrivalsPerSecond === 0) return 0;
  let enough = 1;
  while (!reaches(enough)) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (reaches(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
