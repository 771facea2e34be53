/** Figures as points on a time axis: every quarter hour or day has its place, empty ones included. */
import type { Channel } from "../../shared/domain/channel.ts";
import type { FigureRow } from "../../shared/domain/figure.ts";
import { type Service, targetAt } from "../../shared/domain/service.ts";
import { intervalMs, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { type DayRange, datesOf } from "./trend-view.ts";

export interface TrendPoint {
  /** Start of the quarter hour or day, ms since 1970 UTC. */
  readonly fromMs: number;
  /** The local date for days; null for quarter hours. */
  readonly date: string | null;
  readonly arrivals: number;
  readonly transfersIn: number;
  readonly served: number;
  readonly abandoned: number;
  readonly waitCount: number;
  /** Null where nobody's wait counts: a gap, not a zero. */
  readonly waitP50Seconds: number | null;
  readonly waitP90Seconds: number | null;
  /** 0–1; null where nobody counts. */
  readonly serviceLevel: number | null;
  readonly inTarget: number;
  readonly targetBase: number;
  /** The target in force then; null where several services, or none, are shown. */
  readonly targetSeconds: number | null;
  /** The share of cases that should be in target then, 0–1. */
  readonly targetShare: number | null;
}

const hourMs = 60 * 60 * 1000;

/**
 * The quarter hours of a day, from the hour in which something first happened to the end of the
 * hour in which something last did. Empty where nothing happened at all.
 */
export function intervalPoints(rows: readonly FigureRow[]): TrendPoint[] {
  const byStart = rowsByStart(rows);
  const starts = [...byStart.keys()];
  if (starts.length === 0) return [];
  const fromMs = Math.floor(Math.min(...starts) / hourMs) * hourMs;
  const toMs = Math.ceil((Math.max(...starts) + intervalMs) / hourMs) * hourMs;
  const points: TrendPoint[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += intervalMs) {
    points.push(pointOf(atMs, null, byStart.get(atMs)));
  }
  return points;
}

/** The days of a range, each with its figures or empty. Empty where nothing happened at all. */
export function dayPoints(rows: readonly FigureRow[], range: DayRange, timeZone: string): TrendPoint[] {
  const byDate = new Map(rows.filter(isEventful).map((row) => [row.key, row]));
  if (byDate.size === 0) return [];
  return datesOf(range).map((date) => pointOf(startOfLocalDateMs(date, timeZone), date, byDate.get(date)));
}

function rowsByStart(rows: readonly FigureRow[]): Map<number, FigureRow> {
  const byStart = new Map<number, FigureRow>();
  for (const row of rows) if (row.fromMs !== null && isEventful(row)) byStart.set(row.fromMs, row);
  return byStart;
}

function isEventful(row: FigureRow): boolean {
  return row.arrivals + row.transfersIn + row.served + row.abandoned + row.noShows > 0;
}

function pointOf(fromMs: number, date: string | null, row: FigureRow | undefined): TrendPoint {
  const hasWaits = row !== undefined && row.waitCount > 0;
  return {
    fromMs,
    date,
    arrivals: row?.arrivals ?? 0,
    transfersIn: row?.transfersIn ?? 0,
    served: row?.served ?? 0,
    abandoned: row?.abandoned ?? 0,
    waitCount: row?.waitCount ?? 0,
    waitP50Seconds: hasWaits ? row.waitP50Seconds : null,
    waitP90Seconds: hasWaits ? row.waitP90Seconds : null,
    serviceLevel: row?.serviceLevel ?? null,
    inTarget: row?.inTarget ?? 0,
    targetBase: row?.targetBase ?? 0,
    targetSeconds: null,
    targetShare: null,
  };
}

/**
 * The points with the target that was in force at each. Where the channels shown have different
 * targets there is no one line to draw, and the points keep none.
 */
export function withTargets(
  points: readonly TrendPoint[],
  service: Service | undefined,
  channel: Channel | null,
): readonly TrendPoint[] {
  if (service === undefined) return points;
  const [first, ...others] = channel === null ? service.channels : [channel];
  if (first === undefined) return points;
  return points.map((point) => {
    const target = targetAt(service, first, point.fromMs);
    const isShared = others.every((other) => {
      const { withinSeconds, share } = targetAt(service, other, point.fromMs);
      return withinSeconds === target.withinSeconds && share === target.share;
    });
    return isShared ? { ...point, targetSeconds: target.withinSeconds, targetShare: target.share } : point;
  });
}
