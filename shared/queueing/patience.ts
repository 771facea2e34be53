/**
 * How long people wait before they leave, measured from a queue in which most are served first.
 * Being served hides the patience of that person: it is censored, known only to exceed the wait.
 */

/** One finished wait. */
export type PatienceObservation = {
  /** Time in queue in seconds, until service or until leaving. */
  readonly waitSeconds: number;
  /** True where the person left; false where service came first (censored). */
  readonly abandoned: boolean;
};

/** Rate of leaving from some wait on, until the next step; the last step holds for ever. */
export type PatienceStep = {
  readonly fromSeconds: number;
  /** Hazard: of those still waiting, the share who leave per second. */
  readonly leavesPerSecond: number;
};

/** Patience as a piecewise-constant hazard; steps ascend and the first is at 0. */
export type PatienceCurve = readonly PatienceStep[];

/** Fewer departures than this in one step would measure noise. */
const leastLeavesPerStep = 30;
const mostSteps = 12;

/**
 * Mean patience in seconds as if it were exponential: total time waited ÷ number who left. This is the
 * maximum-likelihood estimate under censoring; Infinity where nobody left.
 * Source: Mandelbaum & Zeltyn, Service Engineering in Action, 2007, §4.3 (θ = P(abandon)/E[W]).
 * @throws RangeError on a negative wait
 */
export function meanPatienceSeconds(observations: Iterable<PatienceObservation>): number {
  let waited = 0;
  let left = 0;
  for (const { waitSeconds, abandoned } of observations) {
    waited += checkedWait(waitSeconds);
    if (abandoned) left += 1;
  }
  return left === 0 ? Number.POSITIVE_INFINITY : waited / left;
}

/**
 * Patience curve by occurrence ÷ exposure: in each step, those who left in it ÷ the total time that anyone
 * waited within it. Steps are cut so that each holds the same number of departures (at least 30, at most 12
 * steps), so the curve is fine where people leave and coarse where few do.
 * Source: piecewise-exponential survival model, Friedman 1982; same data as Kaplan–Meier, whose curve it meets
 * as the steps shrink.
 * @throws RangeError on a negative wait
 */
export function patienceFromWaits(observations: readonly PatienceObservation[]): PatienceCurve {
  const waits = Float64Array.from(observations, (o) => checkedWait(o.waitSeconds)).sort();
  const leaves = Float64Array.from(
    observations.filter((o) => o.abandoned),
    (o) => o.waitSeconds,
  ).sort();
  const stepCount = Math.max(1, Math.min(mostSteps, Math.floor(leaves.length / leastLeavesPerStep)));
  const edges = [0];
  for (let i = 1; i < stepCount; i += 1) {
    const edge = leaves[Math.floor((i * leaves.length) / stepCount)] ?? 0;
    if (edge > (edges.at(-1) ?? 0)) edges.push(edge);
  }
  return edges.map((fromSeconds, i) => {
    const toSeconds = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    let exposure = 0;
    for (const wait of waits) exposure += Math.max(0, Math.min(wait, toSeconds) - fromSeconds);
    // A departure exactly on an edge belongs to the step that it ends, as its exposure does.
    const left = leaves.filter((wait) => (wait > fromSeconds || i === 0) && wait <= toSeconds).length;
    return { fromSeconds, leavesPerSecond: exposure === 0 ? 0 : left / exposure };
  });
}

/**
 * The curve of an exponential patience.
 * @param meanSeconds mean patience, above zero; Infinity means that nobody leaves
 */
export function exponentialPatience(meanSeconds: number): PatienceCurve {
  if (!(meanSeconds > 0)) throw new RangeError(`meanSeconds must be above zero, got ${meanSeconds}`);
  return [{ fromSeconds: 0, leavesPerSecond: 1 / meanSeconds }];
}

/**
 * Share of people whose patience exceeds a wait: exp(−∫ hazard), 0 to 1.
 * @param waitSeconds zero or more
 */
export function patienceSurvival(curve: PatienceCurve, waitSeconds: number): number {
  let cumulated = 0;
  for (const [i, { fromSeconds, leavesPerSecond }] of curve.entries()) {
    if (fromSeconds >= waitSeconds) break;
    const toSeconds = Math.min(waitSeconds, curve[i + 1]?.fromSeconds ?? waitSeconds);
    cumulated += leavesPerSecond * (toSeconds - fromSeconds);
  }
  return Math.exp(-cumulated);
}

function checkedWait(waitSeconds: number): number {
  if (!(waitSeconds >= 0)) throw new RangeError(`waitSeconds must be zero or more, got ${waitSeconds}`);
  return waitSeconds;
}
