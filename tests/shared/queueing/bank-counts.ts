/** The real arrival counts of `shared/data/bank-counts-1999`, and the rolling test of the forecast on them. */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type DayCounts, forecastArrivals, sameWeekdayMean } from "../../../shared/queueing/forecast.ts";

const file = new URL(
  "../../../../shared/data/bank-counts-1999/arrivals-6min-jan-to-sep.csv.gz",
  import.meta.url,
);
const intervalsPerDay = 48;

/** Arrivals per half hour; null where the data is not there. */
export function readBankCounts(): DayCounts[] | null {
  if (!existsSync(file)) return null;
  const [, ...lines] = gunzipSync(readFileSync(file)).toString().trim().split(/\r?\n/);
  const days = new Map<number, number[]>();
  for (const line of lines) {
    const [date = "", cell = "", calls = ""] = line.split(",");
    const dayNumber = Date.parse(date) / 86_400_000;
    const counts = days.get(dayNumber) ?? Array.from({ length: intervalsPerDay }, () => 0);
    days.set(dayNumber, counts);
    const j = Math.floor((Number(cell) - 1) / 5);
    counts[j] = (counts[j] ?? 0) + Number(calls);
  }
  return Array.from(days, ([dayNumber, counts]) => ({ dayNumber, counts }));
}

export type ForecastScore = {
  readonly days: number;
  /** Σ|forecast − actual| ÷ Σ actual. */
  readonly wape: number;
  readonly plainWape: number;
  /** Share of intervals inside the 80 % band. */
  readonly coverage: number;
  readonly below: number;
  readonly above: number;
};

/** First of July 1999; the test days are those after it. */
const lastTrainingDay = Date.parse("1999-07-01") / 86_400_000;

/**
 * Forecasts every day after 1 July from a time of day on, each from the days before it and its own morning.
 * @param from index of the first forecast half hour; 22 is 11:00
 * @param keep which test days count
 */
export function rollForecast(
  days: readonly DayCounts[],
  from: number,
  keep: (dayNumber: number) => boolean = () => true,
): ForecastScore {
  let [tested, actual, error, plainError, cells, below, above] = [0, 0, 0, 0, 0, 0, 0];
  for (const day of days.filter((d) => d.dayNumber > lastTrainingDay && keep(d.dayNumber))) {
    const history = days.filter((d) => d.dayNumber < day.dayNumber);
    const soFar = day.counts.slice(0, from);
    const plain = sameWeekdayMean(history, day.dayNumber);
    tested += 1;
    for (const { interval, mean, p10, p90 } of forecastArrivals({
      history,
      dayNumber: day.dayNumber,
      soFar,
    })) {
      const came = day.counts[interval] ?? 0;
      actual += came;
      error += Math.abs(mean - came);
      plainError += Math.abs((plain[interval] ?? 0) - came);
      cells += 1;
      if (came < p10) below += 1;
      if (came > p90) above += 1;
    }
  }
  return {
    days: tested,
    wape: error / actual,
    plainWape: plainError / actual,
    coverage: 1 - (below + above) / cells,
    below: below / cells,
    above: above / cells,
  };
}
