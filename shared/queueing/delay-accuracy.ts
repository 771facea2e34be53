/** How right past estimates were: shown beside every new one, and used to choose between estimators. */

/** Accuracy over the last waits that ended in service, at most 200. */
export type DelayAccuracy = {
  /** Waits compared. */
  readonly n: number;
  /** Share of actual waits at or below the announced p90; 0.9 is right. */
  readonly withinP90: number;
  /** Share of actual waits inside the announced p50–p90; 0.4 is right. */
  readonly insideRange: number;
  /** Median of |actual − announced p50|, in seconds. */
  readonly medianErrorSeconds: number;
};

type Outcome = { readonly underP50: boolean; readonly underP90: boolean; readonly errorSeconds: number };

const capacity = 200;

/** Remembers announced ranges and what became of them. */
export class AccuracyLog {
  #ring: Outcome[] = [];
  #next = 0;

  /** Remembers one announcement, p50 to p90, and the actual wait; all in seconds. */
  add(p50Seconds: number, p90Seconds: number, actualSeconds: number): void {
    this.#ring[this.#next] = {
      underP50: actualSeconds < p50Seconds,
      underP90: actualSeconds <= p90Seconds,
      errorSeconds: Math.abs(actualSeconds - p50Seconds),
    };
    this.#next = (this.#next + 1) % capacity;
  }

  /** The figures, or null before the first outcome. */
  summary(): DelayAccuracy | null {
    const n = this.#ring.length;
    if (n === 0) return null;
    const errors = Float64Array.from(this.#ring, (o) => o.errorSeconds).sort();
    const under90 = this.#ring.filter((o) => o.underP90).length;
    const inside = this.#ring.filter((o) => o.underP90 && !o.underP50).length;
    return {
      n,
      withinP90: under90 / n,
      insideRange: inside / n,
      // Nearest rank, as for every exact quantile in the console.
      medianErrorSeconds: errors[Math.ceil(n / 2) - 1] ?? 0,
    };
  }
}

/** One outcome in twenty of weight: some thirty recent waits decide. */
const learnRate = 0.03;
/** A part of the day leans on the whole day until it has this many outcomes of its own. */
const leaning = 20;
const hoursPerPart = 4;

/** Recency-weighted mean absolute error of one estimator, per part of the day. */
export class TrackedError {
  #whole: { mean: number; n: number } = { mean: 0, n: 0 };
  #parts = new Map<number, { mean: number; n: number }>();

  /** Learns one error in seconds, met at a local hour (0–23). */
  add(hour: number, errorSeconds: number): void {
    this.#whole = learn(this.#whole, errorSeconds);
    const part = Math.floor(hour / hoursPerPart);
    this.#parts.set(part, learn(this.#parts.get(part) ?? { mean: 0, n: 0 }, errorSeconds));
  }

  /** Expected absolute error in seconds at a local hour; Infinity before the first outcome. */
  at(hour: number): number {
    if (this.#whole.n === 0) return Number.POSITIVE_INFINITY;
    const part = this.#parts.get(Math.floor(hour / hoursPerPart)) ?? { mean: 0, n: 0 };
    const weight = part.n / (part.n + leaning);
    return weight * part.mean + (1 - weight) * this.#whole.mean;
  }
}

function learn({ mean, n }: { mean: number; n: number }, value: number): { mean: number; n: number } {
  // A plain mean at first, so that the first error does not linger.
  const rate = Math.max(learnRate, 1 / (n + 1));
  return { mean: mean + rate * (value - mean), n: n + 1 };
}
