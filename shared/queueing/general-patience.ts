/**
 * M/M/n+G: the queue with abandonment whose patience follows any measured curve.
 * Exact in steady state; the integrals over the offered wait are taken by Gauss–Legendre on adaptive panels.
 */
import { assertLoad, assertTarget, erlangB, type Load } from "./erlang.ts";
import type { ErlangA } from "./erlang-a.ts";
import type { PatienceCurve } from "./patience.ts";

/** Steady state of M/M/n+G, with the two service levels at the asked target. */
export type GeneralPatience = ErlangA & {
  /** (Served within T) ÷ (everyone who arrives). */
  readonly serviceLevel: number;
  /** Probability that someone of endless patience would be served within T. */
  readonly offeredWithin: number;
};

/** Abscissas and weights of the 8-point Gauss–Legendre rule on [−1, 1] (Abramowitz & Stegun 25.4.30). */
const gauss: readonly (readonly [number, number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
].flatMap(([x = 0, w = 0]): [number, number][] => [
  [-x, w],
  [x, w],
]);

/** e^{−45} is below the rounding of a double against 1, so nothing after it can be seen in the sum. */
const negligibleExponent = -45;

/**
 * Steady state of M/M/n+G. With H(x) = ∫₀ˣ Ḡ(u)du (Ḡ: survival of patience), φ(x) = λH(x) − nμx,
 * J = ∫₀^∞ e^φ and E = 1/B_{n−1}: P(V > t) = λ∫_t^∞ e^φ/(E + λJ), P(abandon) = λ∫G·e^φ/(E + λJ),
 * E[W] = λ∫H·e^φ/(E + λJ), Lq = λE[W].
 * Source: Baccelli & Hebuterne 1981; Zeltyn & Mandelbaum, Queueing Systems 51 (2005), §3.
 * Where even the most patient outnumber the agents (an improper curve in overload) the waits are infinite.
 * @param targetSeconds T, zero or more
 * @throws RangeError on a load, a curve or a target without meaning
 */
export function generalPatience(load: Load, curve: PatienceCurve, targetSeconds: number): GeneralPatience {
  assertLoad(load);
  assertTarget(targetSeconds);
  assertCurve(curve);
  const { arrivalsPerSecond, handleSeconds, agents } = load;
  const serviceRate = agents / handleSeconds;
  if (arrivalsPerSecond === 0) return idle;
  if (agents === 0) return unserved(arrivalsPerSecond * meanOf(curve), arrivalsPerSecond);
  const sums = integrate(arrivalsPerSecond, serviceRate, curve, targetSeconds);
  if (sums === null) return { ...unserved(Number.POSITIVE_INFINITY, arrivalsPerSecond), occupancy: 1 };
  // Both terms of E + λJ times B_{n−1}, which may underflow to 0, and in units of e^{peak}.
  const waitFactor = arrivalsPerSecond * erlangB(agents - 1, arrivalsPerSecond * handleSeconds);
  const below = Math.exp(-sums.peak);
  const whole = below + waitFactor * sums.all;
  const share = (integral: number): number => (waitFactor * integral) / whole;
  const meanWaitSeconds = share(sums.waited);
  const abandonProbability = share(sums.left);
  return {
    waitProbability: share(sums.all),
    abandonProbability,
    meanWaitSeconds,
    meanQueue: arrivalsPerSecond * meanWaitSeconds,
    occupancy: Math.min(1, (arrivalsPerSecond * (1 - abandonProbability)) / serviceRate),
    serviceLevel: Math.min(1, below / whole + share(sums.servedInTime)),
    offeredWithin: Math.min(1, below / whole + share(sums.offeredInTime)),
  };
}

const idle: GeneralPatience = {
  waitProbability: 0,
  abandonProbability: 0,
  meanWaitSeconds: 0,
  meanQueue: 0,
  occupancy: 0,
  serviceLevel: 1,
  offeredWithin: 1,
};

/** Nobody, or not enough: whoever must wait is not served within any target. */
function unserved(meanQueue: number, arrivalsPerSecond: number): GeneralPatience {
  return {
    ...idle,
    waitProbability: 1,
    abandonProbability: Number.isFinite(meanQueue) ? 1 : 0,
    meanWaitSeconds: meanQueue / arrivalsPerSecond,
    meanQueue,
    serviceLevel: 0,
    offeredWithin: 0,
  };
}

/** Mean patience of a curve in seconds, Infinity where some never leave. */
function meanOf(curve: PatienceCurve): number {
  let survival = 1;
  let mean = 0;
  for (const [i, { fromSeconds, leavesPerSecond }] of curve.entries()) {
    const seconds = (curve[i + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY) - fromSeconds;
    mean += survival * stayedFor(leavesPerSecond, seconds);
    survival *= Math.exp(-leavesPerSecond * seconds);
  }
  return mean;
}

type Sums = {
  /** Largest φ met; every integral below is in units of e^{peak}. */
  peak: number;
  all: number;
  left: number;
  waited: number;
  servedInTime: number;
  offeredInTime: number;
};

/** Walks the curve in panels short enough that φ is close to a line on each; null where J diverges. */
function integrate(
  arrivalsPerSecond: number,
  serviceRate: number,
  curve: PatienceCurve,
  targetSeconds: number,
): Sums | null {
  const sums: Sums = { peak: 0, all: 0, left: 0, waited: 0, servedInTime: 0, offeredInTime: 0 };
  let at = 0;
  let survival = 1;
  let stayed = 0;
  for (const [i, step] of curve.entries()) {
    const hazard = step.leavesPerSecond;
    const end = curve[i + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY;
    if (end === Number.POSITIVE_INFINITY && hazard === 0 && arrivalsPerSecond * survival >= serviceRate)
      return null;
    while (at < end) {
      const slope = arrivalsPerSecond * survival - serviceRate;
      const phi = arrivalsPerSecond * stayed - serviceRate * at;
      // φ is concave, so once it falls from its peak by this much it never comes back.
      if (slope < 0 && phi - sums.peak < negligibleExponent) return sums;
      const bend = Math.sqrt(arrivalsPerSecond * survival * hazard);
      const width = Math.min(1 / Math.max(Math.abs(slope), bend, hazard, 1e-12), end - at);
      const stop = at < targetSeconds && targetSeconds < at + width ? targetSeconds : at + width;
      addPanel(sums, { at, stop, survival, stayed, hazard, arrivalsPerSecond, serviceRate, targetSeconds });
      stayed += survival * stayedFor(hazard, stop - at);
      survival *= Math.exp(-hazard * (stop - at));
      at = stop;
    }
  }
  return sums;
}

type Panel = {
  at: number;
  stop: number;
  survival: number;
  stayed: number;
  hazard: number;
  arrivalsPerSecond: number;
  serviceRate: number;
  targetSeconds: number;
};

function addPanel(sums: Sums, panel: Panel): void {
  const { at, stop, survival, stayed, hazard, arrivalsPerSecond, serviceRate, targetSeconds } = panel;
  const half = (stop - at) / 2;
  const inTime = stop <= targetSeconds;
  for (const [node, weight] of gauss) {
    const into = half * (1 + node);
    const alive = survival * Math.exp(-hazard * into);
    const h = stayed + survival * stayedFor(hazard, into);
    const phi = arrivalsPerSecond * h - serviceRate * (at + into);
    if (phi > sums.peak) rescale(sums, phi);
    const mass = weight * half * Math.exp(phi - sums.peak);
    sums.all += mass;
    sums.left += mass * (1 - alive);
    sums.waited += mass * h;
    if (inTime) {
      sums.servedInTime += mass * alive;
      sums.offeredInTime += mass;
    }
  }
}

function rescale(sums: Sums, peak: number): void {
  const factor = Math.exp(sums.peak - peak);
  sums.all *= factor;
  sums.left *= factor;
  sums.waited *= factor;
  sums.servedInTime *= factor;
  sums.offeredInTime *= factor;
  sums.peak = peak;
}

/** ∫₀^x e^{−hu} du without the cancellation at small h. */
function stayedFor(hazard: number, seconds: number): number {
  return hazard === 0 ? seconds : -Math.expm1(-hazard * seconds) / hazard;
}

function assertCurve(curve: PatienceCurve): void {
  let before = Number.NEGATIVE_INFINITY;
  if (curve[0]?.fromSeconds !== 0) throw new RangeError("a patience curve starts at 0 seconds");
  for (const { fromSeconds, leavesPerSecond } of curve) {
    if (!(fromSeconds > before)) throw new RangeError("the steps of a patience curve must ascend");
    if (!(leavesPerSecond >= 0 && Number.isFinite(leavesPerSecond)))
      throw new RangeError(`leavesPerSecond must be zero or more, got ${leavesPerSecond}`);
    before = fromSeconds;
  }
}
