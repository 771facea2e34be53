/**
 * Erlang B and Erlang C: the loss system and the queue in which nobody hangs up.
 * Both are exact for Poisson arrivals and exponential handling times.
 */

/** What arrives at a queue and who stands ready for it. */
export type Load = {
  /** Mean arrivals per second (λ), zero or more. */
  readonly arrivalsPerSecond: number;
  /** Mean handling time in seconds (1/μ), wrap-up included, above zero. */
  readonly handleSeconds: number;
  /** Agents who serve this queue (n), a whole number, zero or more. */
  readonly agents: number;
};

/** Steady state of a queue in which everybody waits as long as it takes. */
export type ErlangC = {
  /** False where n ≤ λ/μ: then the queue grows for ever and every wait is infinite. */
  readonly stable: boolean;
  /** Probability that an arrival has to wait. */
  readonly waitProbability: number;
  /** Mean wait over all arrivals, in seconds (ASA). */
  readonly meanWaitSeconds: number;
  /** Mean number of waiting cases (Lq). */
  readonly meanQueue: number;
  /** Mean time from arrival to the end of handling, in seconds. */
  readonly meanSystemSeconds: number;
  /** Share of the agents' time spent handling, 0 to 1. */
  readonly occupancy: number;
};

/**
 * Refuses a load that has no meaning.
 * @throws RangeError naming the field and its value.
 */
export function assertLoad(load: Load): void {
  const { arrivalsPerSecond, handleSeconds, agents } = load;
  if (!(arrivalsPerSecond >= 0 && Number.isFinite(arrivalsPerSecond)))
    throw new RangeError(`arrivalsPerSecond must be zero or more, got ${arrivalsPerSecond}`);
  if (!(handleSeconds > 0 && Number.isFinite(handleSeconds)))
    throw new RangeError(`handleSeconds must be above zero, got ${handleSeconds}`);
  if (!(Number.isInteger(agents) && agents >= 0))
    throw new RangeError(`agents must be a whole number, zero or more, got ${agents}`);
}

/**
 * Probability that all agents are busy when nobody may wait (Erlang B).
 * Recursion B₀ = 1, B_k = A·B/(k + A·B): every step stays in [0, 1], so it can neither overflow nor cancel.
 * Source: A. K. Erlang 1917; recursion in Cooper, Introduction to Queueing Theory, 1981, §3.3.
 * @param agents whole number, zero or more
 * @param offeredErlangs offered load A = λ/μ, zero or more
 * @throws RangeError on a negative or fractional number of agents, or a negative load
 */
export function erlangB(agents: number, offeredErlangs: number): number {
  assertLoad({ arrivalsPerSecond: offeredErlangs, handleSeconds: 1, agents });
  let blocked = 1;
  for (let k = 1; k <= agents; k += 1) blocked = (offeredErlangs * blocked) / (k + offeredErlangs * blocked);
  return blocked;
}

/**
 * Steady state of the M/M/n queue (Erlang C): C = nB/(n − A(1 − B)), ASA = C/(nμ − λ), Lq = λ·ASA.
 * An unstable load (n ≤ A) is an answer, not an error: stable is false and the waits are infinite.
 * Source: Cooper, Introduction to Queueing Theory, 1981, §3.5.
 * @throws RangeError on a load without meaning
 */
export function erlangC(load: Load): ErlangC {
  assertLoad(load);
  const { arrivalsPerSecond, handleSeconds, agents } = load;
  const offered = arrivalsPerSecond * handleSeconds;
  if (agents <= offered) {
    // Nobody arriving at a closed desk is the one corner where n ≤ A does no harm.
    const idle = offered === 0;
    const endless = idle ? 0 : Number.POSITIVE_INFINITY;
    return {
      stable: idle,
      waitProbability: idle && agents > 0 ? 0 : 1,
      meanWaitSeconds: endless,
      meanQueue: endless,
      meanSystemSeconds: idle ? handleSeconds : endless,
      occupancy: idle ? 0 : 1,
    };
  }
  const blocked = erlangB(agents, offered);
  const waitProbability = (agents * blocked) / (agents - offered * (1 - blocked));
  const meanWaitSeconds = (waitProbability * handleSeconds) / (agents - offered);
  return {
    stable: true,
    waitProbability,
    meanWaitSeconds,
    meanQueue: arrivalsPerSecond * meanWaitSeconds,
    meanSystemSeconds: meanWaitSeconds + handleSeconds,
    occupancy: offered / agents,
  };
}

/**
 * Share of arrivals served within a time, nobody hanging up: SL = 1 − C·e^{−(nμ − λ)T}; 0 where unstable.
 * Source: Cooper, Introduction to Queueing Theory, 1981, §3.5.
 * @param targetSeconds T, zero or more
 * @throws RangeError on a load or a target without meaning
 */
export function erlangCServiceLevel(load: Load, targetSeconds: number): number {
  assertTarget(targetSeconds);
  const { stable, waitProbability } = erlangC(load);
  if (!stable) return 0;
  const spare = load.agents / load.handleSeconds - load.arrivalsPerSecond;
  return 1 - waitProbability * Math.exp(-spare * targetSeconds);
}

/**
 * Refuses a target that is no time.
 * @throws RangeError naming the value
 */
export function assertTarget(targetSeconds: number): void {
  if (!(targetSeconds >= 0)) throw new RangeError(`targetSeconds must be zero or more, got ${targetSeconds}`);
}
