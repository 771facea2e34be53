/**
 * The live service level. A leg counts from the moment its fate is known: its first call, its
 * abandonment, or the moment it reaches the target while still waiting, whichever comes first.
 */
import type { Target } from "./service.ts";

/** When a leg's place in the service level was decided, and how. */
export interface LevelDecision {
  readonly atMs: number;
  readonly inTarget: boolean;
}

/** How a leg's waiting stands: since when, and how it ended, if it has. */
export interface LegWait {
  /** now − this = the leg's wait, what earlier unserved legs left over included. */
  readonly waitSinceMs: number;
  /** First call, start or abandonment; null while it waits. */
  readonly endedAtMs: number | null;
  readonly abandoned: boolean;
}

/** How the leg counts at `nowMs`, or undefined while it is open, or where it never counts. */
export function decideLevel(leg: LegWait, target: Target, nowMs: number): LevelDecision | undefined {
  const deadlineMs = leg.waitSinceMs + target.withinSeconds * 1000;
  const endMs = leg.endedAtMs ?? nowMs;
  if (endMs > deadlineMs) return { atMs: deadlineMs, inTarget: false };
  if (leg.endedAtMs === null) return undefined;
  if (!leg.abandoned) return { atMs: leg.endedAtMs, inTarget: true };
  const waitSeconds = (leg.endedAtMs - leg.waitSinceMs) / 1000;
  return waitSeconds > target.shortAbandonSeconds ? { atMs: leg.endedAtMs, inTarget: false } : undefined;
}

const bucketMs = 60 * 1000;

interface Counts {
  inTarget: number;
  base: number;
}

/** Counts decisions of a day by the minute, so that any recent window costs its minutes only. */
export class LevelCounter {
  readonly #minutes = new Map<number, Counts>();
  readonly #total: Counts = { inTarget: 0, base: 0 };

  add(decision: LevelDecision): void {
    this.#change(decision, 1);
  }

  /** Takes back a decision that was added before. */
  remove(decision: LevelDecision): void {
    this.#change(decision, -1);
  }

  #change(decision: LevelDecision, by: 1 | -1): void {
    const minute = Math.floor(decision.atMs / bucketMs);
    const bucket = this.#minutes.get(minute) ?? { inTarget: 0, base: 0 };
    for (const counts of [bucket, this.#total]) {
      counts.base += by;
      if (decision.inTarget) counts.inTarget += by;
    }
    if (bucket.base === 0) this.#minutes.delete(minute);
    else this.#minutes.set(minute, bucket);
  }

  /** All that was added. */
  total(): LevelShare {
    return withShare(this.#total);
  }

  /** What was decided in the given time before `nowMs`, to the minute. */
  recent(nowMs: number, windowMs: number): LevelShare {
    const sum: Counts = { inTarget: 0, base: 0 };
    const last = Math.floor(nowMs / bucketMs);
    for (let minute = last - Math.round(windowMs / bucketMs) + 1; minute <= last; minute += 1) {
      const bucket = this.#minutes.get(minute);
      sum.inTarget += bucket?.inTarget ?? 0;
      sum.base += bucket?.base ?? 0;
    }
    return withShare(sum);
  }
}

/** How many were in target, of how many that count. */
export interface LevelShare {
  readonly inTarget: number;
  readonly base: number;
  /** 0–1; null where nobody counts. */
  readonly share: number | null;
}

function withShare({ inTarget, base }: Counts): LevelShare {
  return { inTarget, base, share: base === 0 ? null : inTarget / base };
}
