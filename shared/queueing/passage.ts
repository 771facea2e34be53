/**
 * How long someone at a given place in line waits, while agents come and go: a pure death process whose rate
 * with j people ahead is nμ + jθ (a service ends, or one of those ahead gives up). Agents who join take the
 * first in line at once; agents who leave finish their case and send nobody back.
 */
import { poissonWeights } from "./transient.ts";

/** Agents over a stretch of time. */
export type Stretch = {
  readonly untilSeconds: number;
  readonly agents: number;
  /** The share of their time that they have for this queue; 1 where left out. */
  readonly pace?: number;
};

/** Agents over time from now on; stretches ascend, the last one ends at Infinity. */
export type Staffing = readonly Stretch[];

/** What decides how fast a line moves. */
export type LineRates = {
  readonly staffing: Staffing;
  readonly handleSeconds: number;
  /** Mean patience of those in line; Infinity means that nobody leaves. */
  readonly patienceSeconds: number;
};

const stepEvents = 100;

/** Agents at work at a time from now. */
export function agentsAt(staffing: Staffing, seconds: number): number {
  return staffing.find((stretch) => seconds < stretch.untilSeconds)?.agents ?? 0;
}

/** The share of their time that they have for this queue then. */
export function paceAt(staffing: Staffing, seconds: number): number {
  return staffing.find((stretch) => seconds < stretch.untilSeconds)?.pace ?? 1;
}

/**
 * Probability to be served within a time, by the number of people ahead (index 0 … mostAhead), all agents
 * being busy; the person's own patience counts. Backward equations ds_j/dτ = r_j·s_{j−1} − (r_j + θ)·s_j with
 * s_{−1} = 1, solved from the deadline back to the start by uniformisation.
 * Source: as the offered wait of Erlang A, conditional on the state met; Zeltyn & Mandelbaum 2005, §3.
 * @param fromSeconds when the waiting starts, seconds from now
 */
export function servedWithin(
  line: LineRates,
  mostAhead: number,
  fromSeconds: number,
  withinSeconds: number,
): Float64Array {
  const leaving = 1 / line.patienceSeconds;
  let served: Float64Array = new Float64Array(mostAhead + 1);
  for (const { capacity, seconds, joining } of stretches(
    line.staffing,
    fromSeconds,
    withinSeconds,
  ).reverse()) {
    const serving = capacity / line.handleSeconds;
    const most = serving + (mostAhead + 1) * leaving;
    for (let left = seconds; left > 0 && most > 0; ) {
      const dt = Math.min(left, stepEvents / most);
      served = mix(served, most * dt, (from, to) => {
        for (let j = 0; j <= mostAhead; j += 1) {
          const rate = (serving + j * leaving) / most;
          // With nobody ahead only an agent who gets free moves this person on: to service.
          const before = j === 0 ? 1 : (from[j - 1] ?? 0);
          to[j] = (from[j] ?? 0) * (1 - rate - leaving / most) + before * rate;
        }
      });
      left -= dt;
    }
    if (joining > 0) served = served.map((_, j) => (j < joining ? 1 : (served[j - joining] ?? 0)));
  }
  return served;
}

/** Wait of one place in line, as a distribution function on an even grid of time. */
export type WaitDistribution = {
  readonly stepSeconds: number;
  /** Probability to be called by (index × stepSeconds), for someone who stays. */
  readonly cumulative: readonly number[];
};

/** The grid ends here even where the line does not move: one day. */
const longestSeconds = 86_400;
const gridPerMean = 40;
const almostAll = 0.999;

/**
 * Distribution of the remaining wait of someone who stays, with so many people ahead and all agents busy.
 * @param ahead people who will be called before, zero or more
 */
export function waitDistribution(line: LineRates, ahead: number): WaitDistribution {
  const leaving = 1 / line.patienceSeconds;
  const capacity = Math.max(...line.staffing.map(({ agents, pace = 1 }) => agents * pace)) || 1;
  const stepSeconds = Math.max(0.5, ((ahead + 1) * line.handleSeconds) / capacity / gridPerMean);
  // Index j + 1 holds the probability of j people ahead, index 0 that of having been called, and the last cell
  // nothing: reading past the end of a typed array would be slow.
  let place: Float64Array = new Float64Array(ahead + 3);
  place[ahead + 1] = 1;
  const cumulative = [0];
  for (let at = 0; at < longestSeconds && (place[0] ?? 0) < almostAll; at += stepSeconds) {
    for (const stretch of stretches(line.staffing, at, stepSeconds)) {
      const { seconds, joining } = stretch;
      if (joining > 0) place = moveUp(place, joining);
      const serving = stretch.capacity / line.handleSeconds;
      const most = serving + ahead * leaving;
      const parts = Math.max(1, Math.ceil((most * seconds) / stepEvents));
      for (let part = 0; part < parts && most > 0; part += 1)
        place = mix(place, (most * seconds) / parts, (from, to) => {
          to[0] = (from[0] ?? 0) + ((from[1] ?? 0) * serving) / most;
          for (let j = 0; j <= ahead; j += 1) {
            const rate = (serving + j * leaving) / most;
            const arriving = ((from[j + 2] ?? 0) * (serving + (j + 1) * leaving)) / most;
            to[j + 1] = (from[j + 1] ?? 0) * (1 - rate) + arriving;
          }
        });
    }
    cumulative.push(place[0] ?? 0);
  }
  return { stepSeconds, cumulative };
}

/**
 * Quantile of a wait in seconds, by linear interpolation; Infinity where the line does not get there in a day.
 * @param spreadFactor stretches the distribution about its mean: the coefficient of variation of handling
 *   times, as the spread of a sum of services grows with it (1 for exponential ones)
 */
export function waitQuantile(
  { stepSeconds, cumulative }: WaitDistribution,
  probability: number,
  spreadFactor: number,
): number {
  const above = cumulative.findIndex((p) => p >= probability);
  if (above < 0) return Number.POSITIVE_INFINITY;
  const [low, high] = [cumulative[above - 1] ?? 0, cumulative[above] ?? 1];
  const index = above === 0 ? 0 : above - 1 + (probability - low) / (high - low);
  const mean = cumulative.reduce((sum, p) => sum + (1 - p) * stepSeconds, -stepSeconds / 2);
  return Math.max(0, mean + spreadFactor * (index * stepSeconds - mean));
}

/** Everyone moves up by so many places; index 0 gathers those who are called. */
function moveUp(place: Float64Array, places: number): Float64Array {
  const moved = new Float64Array(place.length);
  for (const [index, p] of place.entries()) {
    const to = Math.max(0, index - places);
    moved[to] = (moved[to] ?? 0) + p;
  }
  return moved;
}

/** Cuts a stretch of time where the staff changes; `capacity` is in whole agents, `joining` of them come at its start. */
function stretches(
  staffing: Staffing,
  fromSeconds: number,
  seconds: number,
): { capacity: number; seconds: number; joining: number }[] {
  const to = fromSeconds + seconds;
  let at = fromSeconds;
  let before = Number.POSITIVE_INFINITY;
  const cut: { capacity: number; seconds: number; joining: number }[] = [];
  for (const { untilSeconds, agents, pace = 1 } of staffing) {
    const end = Math.min(to, untilSeconds);
    // A change exactly at the start counts: the stretch before it ended there.
    if (end > at) {
      cut.push({ capacity: agents * pace, seconds: end - at, joining: Math.max(0, agents - before) });
      at = end;
    }
    before = untilSeconds >= fromSeconds ? agents : Number.POSITIVE_INFINITY;
  }
  return cut;
}

/** Σ_k Poisson(k; mean)·P^k v for a step v → Pv. */
function mix(
  start: Float64Array,
  mean: number,
  step: (from: Float64Array, to: Float64Array) => void,
): Float64Array {
  const result = new Float64Array(start.length);
  let current = Float64Array.from(start);
  let next = new Float64Array(start.length);
  for (const weight of poissonWeights(mean)) {
    for (let k = 0; k < result.length; k += 1) result[k] = (result[k] ?? 0) + weight * (current[k] ?? 0);
    step(current, next);
    [current, next] = [next, current];
  }
  return result;
}
