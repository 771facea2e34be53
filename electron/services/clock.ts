/** Time, passed in, so that tests can hold it. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  nowMs(): number;
  /** As `nowMs`, but later than every instant it gave before: two actions never share one. */
  nextMs(): number;
}

/** The machine's clock, or any other. */
export function createClock(now: () => number = Date.now): Clock {
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    nowMs: now,
    nextMs() {
      lastMs = Math.max(lastMs + 1, now());
      return lastMs;
    },
  };
}
