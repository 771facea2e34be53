/**
 * Erlang A (M/M/n+M): the queue whose customers leave after an exponential patience.
 * Steady state always exists, however few the agents, because people who leave relieve the queue.
 */
import { assertLoad, assertTarget, erlangB, erlangC, erlangCServiceLevel, type Load } from "./erlang.ts";

/** Steady state of a queue with abandonment. All figures are over everyone who arrives. */
export type ErlangA = {
  /** Probability that an arrival has to wait. */
  readonly waitProbability: number;
  /** Probability that an arrival leaves unserved. */
  readonly abandonProbability: number;
  /** Mean time in queue in seconds, of those served and those who left. */
  readonly meanWaitSeconds: number;
  /** Mean number of waiting cases (Lq). */
  readonly meanQueue: number;
  /** Share of the agents' time spent handling, 0 to 1. */
  readonly occupancy: number;
};

/**
 * Steady state of M/M/n+M. The chain above n is summed relative to state n and joined to the busy states by
 * Erlang B, so no power or factorial is ever formed: P(wait) = B·F/(1 + B(F − 1)) with F = Σ π_{n+j}/π_n.
 * Then Lq = Σ j·π_{n+j}, P(abandon) = θ·Lq/λ, E[W] = Lq/λ.
 * Source: Palm 1957; Mandelbaum & Zeltyn, Service Engineering in Action, 2007, §4.
 * @param patienceSeconds mean patience 1/θ, above zero; Infinity means nobody leaves (Erlang C)
 * @throws RangeError on a load or a patience without meaning
 */
export function erlangA(load: Load, patienceSeconds: number): ErlangA {
  assertLoad(load);
  assertPatience(patienceSeconds);
  const { arrivalsPerSecond, handleSeconds, agents } = load;
  if (patienceSeconds === Number.POSITIVE_INFINITY || arrivalsPerSecond === 0) {
    const patient = erlangC(load);
    return { ...pickFigures(patient), abandonProbability: 0 };
  }
  const blocked = erlangB(agents, arrivalsPerSecond * handleSeconds);
  const tail = queueTail(load, patienceSeconds);
  const waitProbability = blocked / (blocked + (1 - blocked) * tail.inverseSum);
  const meanQueue = waitProbability * tail.meanQueueWhenBusy;
  const abandonProbability = meanQueue / (patienceSeconds * arrivalsPerSecond);
  const served = arrivalsPerSecond * (1 - abandonProbability);
  return {
    waitProbability,
    abandonProbability,
    meanWaitSeconds: meanQueue / arrivalsPerSecond,
    meanQueue,
    occupancy: agents === 0 ? 0 : Math.min(1, (served * handleSeconds) / agents),
  };
}

function pickFigures(patient: ReturnType<typeof erlangC>): Omit<ErlangA, "abandonProbability"> {
  const { waitProbability, meanWaitSeconds, meanQueue, occupancy } = patient;
  return { waitProbability, meanWaitSeconds, meanQueue, occupancy };
}

/** Sums the states n, n+1, … relative to state n, rescaled on the way because an overload overflows a double. */
function queueTail(load: Load, patienceSeconds: number): { inverseSum: number; meanQueueWhenBusy: number } {
  const serviceRate = load.agents / load.handleSeconds;
  let term = 1;
  let sum = 1;
  let weighted = 0;
  let scale = 1;
  for (let j = 1; ; j += 1) {
    const ratio = load.arrivalsPerSecond / (serviceRate + j / patienceSeconds);
    term *= ratio;
    sum += term;
    weighted += j * term;
    // Beyond the mode the ratios only shrink, so what is left is below the last term's geometric tail.
    if (ratio < 1 && (j * term) / (1 - ratio) ** 2 < 1e-17 * (sum + weighted)) break;
    if (sum > 1e200) {
      term *= 1e-200;
      sum *= 1e-200;
      weighted *= 1e-200;
      scale *= 1e-200;
    }
  }
  return { inverseSum: scale / sum, meanQueueWhenBusy: weighted / sum };
}

/**
 * Probability that someone of endless patience who arrives now would be served within T: P(V ≤ T), V being
 * the offered wait. Its density is v(x) = λ·π_{n−1}·exp(λ∫₀ˣe^{−θu}du − nμx).
 * Source: Zeltyn & Mandelbaum, Call centers with impatient customers, 2005, §3 and Baccelli & Hebuterne 1981.
 * @param targetSeconds T, zero or more
 * @throws RangeError on a load, a patience or a target without meaning
 */
export function erlangAOfferedWithin(load: Load, patienceSeconds: number, targetSeconds: number): number {
  assertTarget(targetSeconds);
  const { waitProbability } = erlangA(load, patienceSeconds);
  if (waitProbability === 0) return 1;
  if (load.agents === 0) return 0;
  if (patienceSeconds === Number.POSITIVE_INFINITY) return erlangCServiceLevel(load, targetSeconds);
  const serviceRate = load.agents / load.handleSeconds;
  const whole = offeredTail(load.arrivalsPerSecond, patienceSeconds, serviceRate, 0);
  const beyond = offeredTail(load.arrivalsPerSecond, patienceSeconds, serviceRate, targetSeconds);
  return 1 - waitProbability * (beyond.factor / whole.factor) * Math.exp(beyond.exponent - whole.exponent);
}

/**
 * Service level with abandonment: (served within T) ÷ (everyone who arrives), so that an abandonment counts
 * as missed. Its integrand v(x)e^{−θx} is the offered-wait density with nμ + θ in place of nμ.
 * Source: Zeltyn & Mandelbaum 2005, §3; the definition is "ans≤T/(ans+ab)" of domain.md.
 * @param targetSeconds T, zero or more
 * @throws RangeError on a load, a patience or a target without meaning
 */
export function erlangAServiceLevel(load: Load, patienceSeconds: number, targetSeconds: number): number {
  assertTarget(targetSeconds);
  const { waitProbability, abandonProbability } = erlangA(load, patienceSeconds);
  if (waitProbability === 0) return 1;
  if (load.agents === 0) return 0;
  if (patienceSeconds === Number.POSITIVE_INFINITY) return erlangCServiceLevel(load, targetSeconds);
  const serviceRate = load.agents / load.handleSeconds;
  const { arrivalsPerSecond } = load;
  const whole = offeredTail(arrivalsPerSecond, patienceSeconds, serviceRate, 0);
  const beyond = offeredTail(
    arrivalsPerSecond,
    patienceSeconds,
    serviceRate + 1 / patienceSeconds,
    targetSeconds,
  );
  const servedLate =
    waitProbability * (beyond.factor / whole.factor) * Math.exp(beyond.exponent - whole.exponent);
  return Math.min(1, Math.max(0, 1 - abandonProbability - servedLate));
}

/**
 * ∫_t^∞ exp((λ/θ)(1 − e^{−θx}) − rx) dx = factor·e^{exponent}, by the series of the lower incomplete gamma
 * function, Σ x^k/(a(a+1)…(a+k)) with a = r/θ and x = (λ/θ)e^{−θt}; all terms are positive, nothing cancels.
 */
function offeredTail(
  arrivalsPerSecond: number,
  patienceSeconds: number,
  ratePerSecond: number,
  fromSeconds: number,
): { factor: number; exponent: number } {
  const a = ratePerSecond * patienceSeconds;
  const stay = Math.exp(-fromSeconds / patienceSeconds);
  const x = arrivalsPerSecond * patienceSeconds * stay;
  let exponent =
    -arrivalsPerSecond * patienceSeconds * Math.expm1(-fromSeconds / patienceSeconds) -
    ratePerSecond * fromSeconds;
  let term = 1 / a;
  let sum = term;
  for (let k = 1; ; k += 1) {
    const ratio = x / (a + k);
    term *= ratio;
    sum += term;
    if (ratio < 1 && term / (1 - ratio) < 1e-17 * sum) break;
    if (sum > 1e200) {
      term *= 1e-200;
      sum *= 1e-200;
      exponent += 200 * Math.LN10;
    }
  }
  return { factor: sum * patienceSeconds, exponent };
}

function assertPatience(patienceSeconds: number): void {
  if (!(patienceSeconds > 0))
    throw new RangeError(`patienceSeconds must be above zero, got ${patienceSeconds}`);
}
