/**
 * A queue on its way from one state to the next: the distribution of the number of people in it after some
 * time, exactly, by uniformisation. A backlog is carried on instead of being forgotten as in steady state.
 */

/** Rates that hold over a stretch of time. */
export type FlowRates = {
  readonly arrivalsPerSecond: number;
  /** Mean handling time in seconds, above zero. */
  readonly handleSeconds: number;
  readonly agents: number;
  /** Mean patience in seconds; Infinity means that nobody leaves. */
  readonly patienceSeconds: number;
};

/** Probability of each number of cases in the system (waiting and in service), by index. */
export type Occupancy = Float64Array;

/** Rate × time of one step: small enough for e^{−x} to be far from underflow, large enough to be cheap. */
const stepEvents = 300;
/** States less likely than this are dropped; what is lost is below 1e−8 over a day. */
const negligible = 1e-11;

/** The state that is known for certain: so many cases in the system. */
export function certainly(cases: number): Occupancy {
  const occupancy = new Float64Array(cases + 1);
  occupancy[cases] = 1;
  return occupancy;
}

/**
 * Moves a distribution forward under constant rates: e^{Qt}v = Σ_k Poisson(k; Λt)·(I + Q/Λ)^k v.
 * Source: Jensen 1953; Grassmann, Transient solutions in Markovian queueing systems, 1977.
 * @param seconds length of the stretch, above zero
 * @returns the distribution at the end, and its mean over the stretch, which is what arrivals meet (PASTA)
 */
export function evolve(
  start: Occupancy,
  rates: FlowRates,
  seconds: number,
): { end: Occupancy; average: Occupancy } {
  if (!(seconds > 0)) throw new RangeError(`seconds must be above zero, got ${seconds}`);
  let now = start;
  let average: Occupancy = new Float64Array(0);
  let left = seconds;
  while (left > 0) {
    const { lowest, highest } = support(now);
    const { dt, reach } = stepFrom(highest, rates, left);
    const step = evolveStep(now, lowest, reach, rates, dt);
    average = addScaled(average, step.average, dt / seconds);
    now = step.end;
    left -= dt;
  }
  return { end: trimmed(now), average: trimmed(average) };
}

/** Mean number of waiting cases of a distribution, with so many agents. */
export function meanQueue(occupancy: Occupancy, agents: number): number {
  return occupancy.reduce((sum, p, k) => sum + Math.max(0, k - agents) * p, 0);
}

/**
 * The distribution after some agents have gone. Idle ones go first; a busy one finishes the case at hand, which
 * leaves this queue with the agent, and nobody is sent back to wait. Unchanged where agents stay or come.
 */
export function releaseAgents(occupancy: Occupancy, before: number, after: number): Occupancy {
  if (after >= before) return occupancy;
  const left = new Float64Array(occupancy.length);
  for (const [cases, p] of occupancy.entries()) {
    const taken = Math.min(before - after, Math.max(0, cases - after));
    left[cases - taken] = (left[cases - taken] ?? 0) + p;
  }
  return left;
}

/** Weights of uniformisation: Poisson(mean) probabilities as far as they can be seen, from 0. */
export function poissonWeights(mean: number): Float64Array {
  const count = Math.ceil(mean + 7 * Math.sqrt(mean) + 12);
  const weights = new Float64Array(count);
  let weight = Math.exp(-mean);
  for (let k = 0; k < count; k += 1) {
    weights[k] = weight;
    weight *= mean / (k + 1);
  }
  return weights;
}

/** Longest step whose events stay within bounds at the highest state that it can reach. */
function stepFrom(highest: number, rates: FlowRates, left: number): { dt: number; reach: number } {
  for (let dt = left; ; dt /= 2) {
    const births = rates.arrivalsPerSecond * dt;
    const reach = highest + Math.ceil(births + 7 * Math.sqrt(births) + 7);
    if (exitRate(reach, rates) * dt <= stepEvents) return { dt, reach };
  }
}

function evolveStep(
  start: Occupancy,
  lowest: number,
  reach: number,
  rates: FlowRates,
  dt: number,
): { end: Occupancy; average: Occupancy } {
  // The fastest state is the highest. Where hardly anything happens, one event a step keeps 1 − e^{−Λt} exact.
  const rate = Math.max(exitRate(reach, rates), 1 / dt);
  const weights = poissonWeights(rate * dt);
  const size = reach + 1;
  const up = rates.arrivalsPerSecond / rate;
  const down = new Float64Array(size + 1);
  const stay = new Float64Array(size);
  for (let k = 0; k <= size; k += 1) down[k] = deathRate(k, rates) / rate;
  // Nobody comes in at the last state: it lies too far out to be reached.
  for (let k = 0; k < size; k += 1) stay[k] = 1 - (k === size - 1 ? 0 : up) - (down[k] ?? 0);
  const end = new Float64Array(size);
  const average = new Float64Array(size);
  // One cell more than states: reading past the end of a typed array makes the whole loop 2.5 times slower.
  let current = new Float64Array(size + 1);
  current.set(start.subarray(0, size));
  let next = new Float64Array(size + 1);
  let later = 1;
  let from = lowest;
  for (const weight of weights) {
    later -= weight;
    const share = Math.max(0, later) / (rate * dt);
    from = Math.max(0, from - 1);
    let below = 0;
    let here = current[from] ?? 0;
    // One pass adds this term and prepares the next; this loop is nearly all of a preview's time.
    for (let k = from; k < size; k += 1) {
      const above = current[k + 1] ?? 0;
      end[k] = (end[k] ?? 0) + weight * here;
      average[k] = (average[k] ?? 0) + share * here;
      next[k] = here * (stay[k] ?? 0) + below * up + above * (down[k + 1] ?? 0);
      below = here;
      here = above;
    }
    [current, next] = [next, current];
  }
  return { end, average };
}

function deathRate(cases: number, { agents, handleSeconds, patienceSeconds }: FlowRates): number {
  return Math.min(cases, agents) / handleSeconds + Math.max(0, cases - agents) / patienceSeconds;
}

function exitRate(cases: number, rates: FlowRates): number {
  return rates.arrivalsPerSecond + deathRate(cases, rates);
}

/** Without the states at the far end that are never reached. */
function trimmed(occupancy: Occupancy): Occupancy {
  return occupancy.subarray(0, support(occupancy).highest + 1);
}

function support(occupancy: Occupancy): { lowest: number; highest: number } {
  let lowest = 0;
  let highest = occupancy.length - 1;
  while (lowest < highest && (occupancy[lowest] ?? 0) < negligible) lowest += 1;
  while (highest > lowest && (occupancy[highest] ?? 0) < negligible) highest -= 1;
  return { lowest, highest };
}

function addScaled(sum: Occupancy, term: Occupancy, scale: number): Occupancy {
  const total = new Float64Array(Math.max(sum.length, term.length));
  total.set(sum);
  for (let k = 0; k < term.length; k += 1) total[k] = (total[k] ?? 0) + scale * (term[k] ?? 0);
  return total;
}
