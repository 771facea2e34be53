/** Arrivals of the coming intervals of one service, from the counts of past days and of today. */
import { type DayCounts, forecastArrivals } from "./forecast.ts";
import { intervalMs, intervalStartMs } from "./intervals.ts";
import type { LocalIntervals } from "./local-intervals.ts";
import type { Band, ComingInterval } from "./outlook.ts";

/** Who came in one interval. */
export interface IntervalCount {
  readonly intervalStartMs: number;
  readonly arrivals: number;
}

/** What the forecast rests on: the profile of past days, or only the pace of the last hour. */
export type ForecastBasis = "profile" | "last_hour";

export interface ComingArrivals {
  readonly basis: ForecastBasis;
  /** From now on, the first one cut to what is left of it; ascending. */
  readonly intervals: readonly (ComingInterval & { readonly startMs: number })[];
}

const noArrivals: readonly number[] = Array(96).fill(0);
/** So many past days with arrivals make a profile. */
const leastDays = 5;
/** Upper decile of the standard normal distribution. */
const z90 = 1.2816;

/**
 * Forecasts who comes from now on. Intervals are those of the local clock: on days on which it is put forward or
 * back, the hour that is missing or doubled is taken as one.
 *
 * @param counts of the service, in any order, intervals with nobody left out
 */
export function comingArrivals(
  counts: readonly IntervalCount[],
  nowMs: number,
  local: LocalIntervals,
  intervals: number,
): ComingArrivals {
  const days = daysOf(counts, local);
  const now = local.placeOf(nowMs);
  const past = days.filter(({ dayNumber }) => dayNumber < now.dayNumber);
  const soFar = days.find(({ dayNumber }) => dayNumber === now.dayNumber)?.counts ?? noArrivals;
  const currentStartMs = intervalStartMs(nowMs);
  const basis: ForecastBasis = past.length >= leastDays ? "profile" : "last_hour";
  const bandAt =
    basis === "profile"
      ? profileBands(past, now.dayNumber, soFar.slice(0, now.interval))
      : lastHourBands(counts, currentStartMs);
  const coming = Array.from({ length: intervals }, (_, index) => {
    const startMs = currentStartMs + index * intervalMs;
    const whole = bandAt(local.placeOf(startMs).interval);
    const share = index === 0 ? (startMs + intervalMs - nowMs) / intervalMs : 1;
    return {
      startMs: index === 0 ? nowMs : startMs,
      seconds: (share * intervalMs) / 1000,
      arrivals: scaled(whole, share),
    };
  });
  return { basis, intervals: coming.filter(({ seconds }) => seconds >= 1) };
}

function profileBands(
  history: readonly DayCounts[],
  dayNumber: number,
  soFar: readonly number[],
): (interval: number) => Band {
  const forecast = new Map(
    forecastArrivals({ history, dayNumber, soFar }).map((one) => [one.interval, one] as const),
  );
  return (interval) => {
    const one = forecast.get(interval);
    if (one === undefined) return { expected: 0, ifFew: 0, ifMany: 0 };
    return { expected: one.mean, ifFew: Math.min(one.p10, one.mean), ifMany: Math.max(one.p90, one.mean) };
  };
}

function lastHourBands(counts: readonly IntervalCount[], currentStartMs: number): () => Band {
  const came = counts
    .filter(
      (count) =>
        count.intervalStartMs < currentStartMs && count.intervalStartMs >= currentStartMs - 4 * intervalMs,
    )
    .reduce((sum, { arrivals }) => sum + arrivals, 0);
  const expected = came / 4;
  const spread = z90 * Math.sqrt(expected);
  return () => ({ expected, ifFew: Math.max(0, expected - spread), ifMany: expected + spread });
}

function daysOf(counts: readonly IntervalCount[], local: LocalIntervals): DayCounts[] {
  const days = new Map<number, number[]>();
  for (const { intervalStartMs: startMs, arrivals } of counts) {
    const { dayNumber, interval } = local.placeOf(startMs);
    const day = days.get(dayNumber) ?? [...noArrivals];
    day[interval] = (day[interval] ?? 0) + arrivals;
    days.set(dayNumber, day);
  }
  return [...days].map(([dayNumber, dayCounts]) => ({ dayNumber, counts: dayCounts }));
}

function scaled({ expected, ifFew, ifMany }: Band, share: number): Band {
  return { expected: expected * share, ifFew: ifFew * share, ifMany: ifMany * share };
}
