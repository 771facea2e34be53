/**
 * Expected wait of one service as an honest range: several estimators run side by side, each calibrated by
 * what waits really were, and the one with the least tracked error speaks.
 */
import { AccuracyLog, type DelayAccuracy, TrackedError } from "./delay-accuracy.ts";
import {
  type Estimator,
  estimators,
  type QueueMemory,
  type QueueView,
  rawDelaySeconds,
} from "./delay-estimators.ts";
import { applyRatio, type RatioQuantiles, Residuals } from "./residuals.ts";

/** An expected wait, with what is known about how far to trust it. */
export type DelayEstimate = {
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  /** Which estimator speaks. */
  readonly estimator: Estimator;
  /** `measured` where the range comes from outcomes; `prior` where there are too few of them yet. */
  readonly basis: "measured" | "prior";
};

/** Below this many outcomes a history says too little. */
const leastOutcomes = 20;
/** With no history, the wait is announced as the raw estimate, up to three times as long. */
const prior: RatioQuantiles = { p50: 1, p90: 3 };
/** Queues this long or longer share one history. */
const longestBucket = 8;
const callsRemembered = 10;
const handleLearnRate = 0.02;
const longestHandleSeconds = 1800;

type Pending = {
  readonly joinedMs: number;
  readonly view: QueueView;
  readonly estimate: DelayEstimate;
  readonly candidates: readonly Candidate[];
};

type Candidate = {
  readonly estimator: Estimator;
  readonly rawSeconds: number;
  readonly estimate: DelayEstimate;
};

/**
 * Learns one service's waits as they happen and estimates the next ones. Time is passed in; every method is
 * O(1) in the length of the queue. Feed it in order of time: joined → started or left, and handled.
 */
export class DelayTracker {
  #histories = new Map<string, Residuals>();
  #errors = new Map<Estimator, TrackedError>(estimators.map((name) => [name, new TrackedError()]));
  #accuracy = new AccuracyLog();
  #pending = new Map<string, Pending>();
  #lastWaitSeconds = 0;
  #handleSeconds: number;
  #callsMs: number[] = [];

  /** @param expectedHandleSeconds mean handling time until some is measured, above zero */
  constructor(expectedHandleSeconds: number) {
    if (!(expectedHandleSeconds > 0))
      throw new RangeError(`expectedHandleSeconds must be above zero, got ${expectedHandleSeconds}`);
    this.#handleSeconds = expectedHandleSeconds;
  }

  /**
   * Expected wait from now on: of the next arrival (`ahead` = cases it would queue behind) or of a case that
   * waits already (`ahead` = cases to be called before it).
   */
  estimate(nowMs: number, view: QueueView): DelayEstimate {
    return this.#choose(this.#candidates(nowMs, view), view.hour).estimate;
  }

  /** A case joined the queue: its estimate, kept to be compared with what happens. `view` excludes the case. */
  joined(caseId: string, nowMs: number, view: QueueView): DelayEstimate {
    const candidates = this.#candidates(nowMs, view);
    const { estimate } = this.#choose(candidates, view.hour);
    this.#pending.set(caseId, { joinedMs: nowMs, view, estimate, candidates });
    return estimate;
  }

  /** A case was called. A case that was never seen joining still tells the pace. */
  started(caseId: string, nowMs: number): void {
    this.#callsMs.push(nowMs);
    if (this.#callsMs.length > callsRemembered) this.#callsMs.shift();
    const pending = this.#settle(caseId, nowMs, false);
    if (pending === undefined) return;
    const waitSeconds = elapsedSeconds(pending.joinedMs, nowMs);
    this.#lastWaitSeconds = waitSeconds;
    this.#accuracy.add(pending.estimate.p50Seconds, pending.estimate.p90Seconds, waitSeconds);
    for (const { estimator, estimate } of pending.candidates)
      this.#errors.get(estimator)?.add(pending.view.hour, Math.abs(estimate.p50Seconds - waitSeconds));
  }

  /** A case left the queue unserved: abandoned, cancelled or moved to another queue. */
  left(caseId: string, nowMs: number): void {
    this.#settle(caseId, nowMs, true);
  }

  /** A case of this service was handled in so many seconds. */
  handled(handleSeconds: number): void {
    const bounded = Math.min(longestHandleSeconds, Math.max(0, handleSeconds));
    this.#handleSeconds += handleLearnRate * (bounded - this.#handleSeconds);
  }

  /** How right the announced ranges have been, or null before the first call. */
  accuracy(): DelayAccuracy | null {
    return this.#accuracy.summary();
  }

  #settle(caseId: string, nowMs: number, censored: boolean): Pending | undefined {
    const pending = this.#pending.get(caseId);
    if (pending === undefined) return undefined;
    this.#pending.delete(caseId);
    const waitSeconds = elapsedSeconds(pending.joinedMs, nowMs);
    for (const { estimator, rawSeconds } of pending.candidates) {
      this.#history(estimator, bucketOf(pending.view)).add(rawSeconds, waitSeconds, censored);
      this.#history(estimator, "all").add(rawSeconds, waitSeconds, censored);
    }
    return pending;
  }

  #candidates(nowMs: number, view: QueueView): Candidate[] {
    const memory: QueueMemory = {
      lastWaitSeconds: this.#lastWaitSeconds,
      handleSeconds: this.#handleSeconds,
      secondsPerCall: this.#secondsPerCall(nowMs),
    };
    return estimators.map((estimator) => {
      const rawSeconds = rawDelaySeconds(estimator, view, memory);
      const own = this.#history(estimator, bucketOf(view));
      const all = this.#history(estimator, "all");
      const history = own.size >= leastOutcomes ? own : all;
      const measured = history.size >= leastOutcomes;
      const ratios = measured ? history.quantiles() : prior;
      return {
        estimator,
        rawSeconds,
        estimate: {
          p50Seconds: applyRatio(rawSeconds, ratios.p50),
          p90Seconds: applyRatio(rawSeconds, ratios.p90),
          estimator,
          basis: measured ? "measured" : "prior",
        },
      };
    });
  }

  #choose(candidates: readonly Candidate[], hour: number): Candidate {
    return candidates.reduce((best, candidate) =>
      this.#errorAt(candidate.estimator, hour) < this.#errorAt(best.estimator, hour) ? candidate : best,
    );
  }

  #errorAt(estimator: Estimator, hour: number): number {
    return this.#errors.get(estimator)?.at(hour) ?? Number.POSITIVE_INFINITY;
  }

  #secondsPerCall(nowMs: number): number | null {
    const [oldest] = this.#callsMs;
    if (oldest === undefined || this.#callsMs.length < 2) return null;
    const span = elapsedSeconds(oldest, nowMs);
    return Math.max(1, span) / this.#callsMs.length;
  }

  #history(estimator: Estimator, bucket: number | "free" | "all"): Residuals {
    const key = `${estimator}/${bucket}`;
    const known = this.#histories.get(key);
    if (known !== undefined) return known;
    const fresh = new Residuals();
    this.#histories.set(key, fresh);
    return fresh;
  }
}

function bucketOf(view: QueueView): number | "free" {
  return view.ahead < view.agentsFree ? "free" : Math.min(view.ahead, longestBucket);
}

function elapsedSeconds(fromMs: number, toMs: number): number {
  return Math.max(0, toMs - fromMs) / 1000;
}
