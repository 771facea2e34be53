/**
 * What actual waits were, relative to a raw estimate: a recency-weighted history whose quantiles turn an
 * estimate into a range that has held true lately. People who left early count as censored, not as served:
 * the range answers "how long if I stay".
 */

/** Added to both sides of the ratio, so that an estimate of 0 s can be right by a few seconds. */
const offsetSeconds = 10;
const capacity = 400;
/** Half of the weight lies in the last 140 outcomes: about half a day of a busy service. */
const keepPerOutcome = 0.995;

/** Weight by age in outcomes. */
const weightAtAge = Float64Array.from({ length: capacity }, (_, age) => keepPerOutcome ** age);

type Residual = { readonly logRatio: number; readonly censored: boolean; readonly number: number };

/** Factors that carry a raw estimate to its calibrated quantiles. */
export type RatioQuantiles = { readonly p50: number; readonly p90: number };

/** History of (actual + 10 s) ÷ (estimate + 10 s), the last 400 outcomes, each older one weighing 0.5 % less. */
export class Residuals {
  /** Ascending by ratio: a new outcome is inserted, so that nothing is sorted anew. */
  #sorted: Residual[] = [];
  #added = 0;
  #cached: RatioQuantiles | null = null;

  /** Outcomes remembered. */
  get size(): number {
    return this.#sorted.length;
  }

  /**
   * Remembers one outcome.
   * @param estimateSeconds the raw estimate at the time of joining
   * @param actualSeconds the wait until service, or until leaving where censored
   */
  add(estimateSeconds: number, actualSeconds: number, censored: boolean): void {
    const logRatio = Math.log((actualSeconds + offsetSeconds) / (estimateSeconds + offsetSeconds));
    if (this.#sorted.length === capacity) {
      const oldest = this.#added - capacity;
      this.#sorted.splice(
        this.#sorted.findIndex((residual) => residual.number === oldest),
        1,
      );
    }
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.logRatio ?? 0) < logRatio) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, { logRatio, censored, number: this.#added });
    this.#added += 1;
    this.#cached = null;
  }

  /**
   * Weighted Kaplan–Meier quantiles of the ratio. Where so many left that a quantile was never reached, the
   * largest ratio seen stands for it: a lower bound. On an empty history both are 1.
   * Source: Kaplan & Meier 1958 with case weights; split-conformal use of past residuals, Lei et al. 2018.
   */
  quantiles(): RatioQuantiles {
    this.#cached ??= this.#compute();
    return this.#cached;
  }

  #compute(): RatioQuantiles {
    let atRisk = 0;
    for (let age = 0; age < this.#sorted.length; age += 1) atRisk += weightAtAge[age] ?? 0;
    let survival = 1;
    let p50: number | null = null;
    for (const { logRatio, censored, number } of this.#sorted) {
      const weight = weightAtAge[this.#added - 1 - number] ?? 0;
      if (!censored) survival *= 1 - weight / atRisk;
      atRisk -= weight;
      if (p50 === null && survival <= 0.5) p50 = Math.exp(logRatio);
      if (survival <= 0.1) return { p50: p50 ?? Math.exp(logRatio), p90: Math.exp(logRatio) };
    }
    const largest = Math.exp(this.#sorted.at(-1)?.logRatio ?? 0);
    return { p50: p50 ?? largest, p90: largest };
  }
}

/** Carries a raw estimate in seconds to a calibrated one; never below zero. */
export function applyRatio(estimateSeconds: number, ratio: number): number {
  return Math.max(0, ratio * (estimateSeconds + offsetSeconds) - offsetSeconds);
}
