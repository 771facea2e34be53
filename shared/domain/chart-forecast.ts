/** Who is expected for the rest of today, as a chart of arrivals shows it. */
import { comingArrivals, type IntervalCount } from "../queueing/coming-arrivals.ts";
import { intervalStartMs } from "../queueing/intervals.ts";
import { LocalIntervals } from "../queueing/local-intervals.ts";
import type { ChartPoint } from "./chart-points.ts";
import type { Expected } from "./chart-series.ts";

/**
 * The quarter hours of today that are not over, each with the arrivals expected in the whole of it:
 * for the present one that is who has come plus who is still expected.
 *
 * @param counts arrivals of the past weeks and of today
 * @param points quarter hours, of today or other days
 * @returns null where past days are too few for a forecast, or today is over
 */
export function expectedArrivals(
  counts: readonly IntervalCount[],
  points: readonly ChartPoint[],
  nowMs: number,
  timeZone: string,
): Map<number, Expected> | null {
  const presentMs = intervalStartMs(nowMs);
  const coming = points.filter((point) => point.fromMs >= presentMs);
  if (coming.length === 0 || coming[0]?.fromMs !== presentMs) return null;
  const forecast = comingArrivals(counts, nowMs, new LocalIntervals(timeZone), coming.length);
  if (forecast.basis !== "profile") return null;
  const came = counts.find((count) => count.intervalStartMs === presentMs)?.arrivals ?? 0;
  return new Map(
    forecast.intervals.map(({ startMs, arrivals }) => {
      const fromMs = intervalStartMs(startMs);
      const already = fromMs === presentMs ? came : 0;
      const { expected, ifFew, ifMany } = arrivals;
      return [fromMs, { mean: already + expected, low: already + ifFew, high: already + ifMany }] as const;
    }),
  );
}
