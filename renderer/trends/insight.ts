/** What a chart shows, found in its points, so that a sentence can say it. */
import type { TrendPoint } from "./series.ts";

export interface WaitInsight {
  /** The point with the highest p90, the earliest of equals. */
  readonly highest: TrendPoint;
  readonly p90Seconds: number;
  readonly p50Seconds: number | null;
  /** Points whose p90 is over the target, of those with waits and a target; null without a target. */
  readonly overTarget: { readonly points: number; readonly of: number } | null;
}

/** When waits were longest; null where no wait counts. */
export function waitInsight(points: readonly TrendPoint[]): WaitInsight | null {
  const measured = points.filter((point) => point.waitP90Seconds !== null);
  const highest = highestBy(measured, (point) => point.waitP90Seconds ?? 0);
  if (highest === undefined) return null;
  const aimed = measured.filter((point) => point.targetSeconds !== null);
  return {
    highest,
    p90Seconds: highest.waitP90Seconds ?? 0,
    p50Seconds: highest.waitP50Seconds,
    overTarget: aimed.length === 0 ? null : { points: aimed.filter(isOverTarget).length, of: aimed.length },
  };
}

export interface ArrivalInsight {
  /** The point with most arrivals, the earliest of equals. */
  readonly busiest: TrendPoint;
  readonly total: number;
}

/** When most people came; null where nobody did. */
export function arrivalInsight(points: readonly TrendPoint[]): ArrivalInsight | null {
  const busiest = highestBy(points, (point) => point.arrivals);
  if (busiest === undefined || busiest.arrivals === 0) return null;
  return { busiest, total: points.reduce((sum, point) => sum + point.arrivals, 0) };
}

export interface LevelInsight {
  /** The point with the lowest service level, the earliest of equals. */
  readonly lowest: TrendPoint;
  readonly level: number;
}

/** When the target was missed most; null where nobody counts. */
export function levelInsight(points: readonly TrendPoint[]): LevelInsight | null {
  const measured = points.filter((point) => point.serviceLevel !== null);
  const lowest = highestBy(measured, (point) => -(point.serviceLevel ?? 0));
  return lowest === undefined ? null : { lowest, level: lowest.serviceLevel ?? 0 };
}

function isOverTarget(point: TrendPoint): boolean {
  return (point.waitP90Seconds ?? 0) > (point.targetSeconds ?? Number.POSITIVE_INFINITY);
}

function highestBy<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) > measure(best)) best = item;
  return best;
}
