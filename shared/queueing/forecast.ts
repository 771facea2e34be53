/**
 * Arrivals per interval for the rest of today: the profile of recent days like this one, scaled by how today
 * has gone so far, with bands taken from how wrong the same procedure was on the days before.
 */

/** One finished day. */
export type DayCounts = {
  /** Local date as whole days since 1970-01-01 (a Thursday). */
  readonly dayNumber: number;
  /** Arrivals per interval from local midnight; every day has the same number of intervals. */
  readonly counts: readonly number[];
};

/** Forecast of one interval of today. */
export type IntervalForecast = {
  /** Index of the interval from local midnight. */
  readonly interval: number;
  /** Expected arrivals. */
  readonly mean: number;
  /** 80 % band in whole arrivals: about one in ten falls below p10, one in ten above p90. */
  readonly p10: number;
  readonly p90: number;
};

/** What the forecast is made from. */
export type ForecastInput = {
  /** Finished days before today, in any order; eight weeks and more are used, days missing or closed are fine. */
  readonly history: readonly DayCounts[];
  /** Today as days since 1970-01-01. */
  readonly dayNumber: number;
  /** Today's arrivals in the intervals that have ended; its length is where the forecast starts. */
  readonly soFar: readonly number[];
};

const memoryDays = 56;
const halfLifeDays = 14;
/** A day of the same weekday tells this much more than another day of the same kind. */
const sameWeekdayWeight = 3;
/** Weekdays whose typical totals differ by less than this factor are days of the same kind. */
const sameKindFactor = 1.5;
/** How much of today's departure from the profile lasts; the rest of it is passing noise. */
const persistence = 0.8;
/** Today's departure is damped as if this many arrivals had come exactly as expected. */
const dampingArrivals = 10;
/** What came in the last hours says more about the next ones than what came at opening. */
const soFarHalfLifeShareOfDay = 1 / 8;
/** Days on which the procedure is tried again to see how wrong it was. */
const rehearsalDays = 42;
const leastRehearsals = 14;
/** Day-to-day spread beyond counting noise, relative to the mean; scales residuals so that they compare. */
const overdispersion = 0.2;
/** Upper decile of the standard normal distribution, for the band before there are rehearsals. */
const z90 = 1.2816;

/**
 * Forecasts today's remaining intervals.
 * The mean is profile × ((so far + 10) ÷ (profile so far + 10))^0.8, sums discounted by recency. The band comes from
 * the residuals of the same forecast made at the same time of day on each of the last six weeks' days, scaled by
 * √(m + (0.2m)²). Empty where there is no history.
 * Source: multiplicative day effect with shrinkage, Whitt & Zhang 2019; split-conformal bands, Lei et al. 2018.
 * @throws RangeError where today or a day of the history has a different number of intervals than the others
 */
export function forecastArrivals(input: ForecastInput): IntervalForecast[] {
  const history = input.history
    .filter((day) => day.dayNumber < input.dayNumber)
    .sort((a, b) => a.dayNumber - b.dayNumber);
  const intervals = history[0]?.counts.length ?? 0;
  if (history.some((day) => day.counts.length !== intervals) || input.soFar.length > intervals)
    throw new RangeError("every day must have the same number of intervals");
  const means = expectedCounts(history, input.dayNumber, input.soFar);
  const { low, high } = residualDeciles(history, input.dayNumber, input.soFar.length);
  return means.slice(input.soFar.length).map((mean, i) => ({
    interval: input.soFar.length + i,
    mean,
    p10: Math.max(0, Math.round(mean + low * spread(mean))),
    p90: Math.round(mean + high * spread(mean)),
  }));
}

/**
 * The plain forecast to compare with: per interval, the mean of the same weekday over the last eight weeks.
 * Empty where no such day is known.
 */
export function sameWeekdayMean(history: readonly DayCounts[], dayNumber: number): number[] {
  const days = history.filter((day) => {
    const age = dayNumber - day.dayNumber;
    return age > 0 && age <= memoryDays && age % 7 === 0;
  });
  const first = days[0]?.counts ?? [];
  return first.map((_, j) => days.reduce((sum, day) => sum + (day.counts[j] ?? 0), 0) / days.length);
}

/** Profile of the day, updated by what has come so far. */
function expectedCounts(
  history: readonly DayCounts[],
  dayNumber: number,
  soFar: readonly number[],
): number[] {
  const profile = profileOf(history, dayNumber);
  const halfLife = profile.length * soFarHalfLifeShareOfDay;
  let came = dampingArrivals;
  let expected = dampingArrivals;
  for (const [j, count] of soFar.entries()) {
    const weight = 0.5 ** ((soFar.length - 1 - j) / halfLife);
    came += weight * count;
    expected += weight * (profile[j] ?? 0);
  }
  const factor = (came / expected) ** persistence;
  return profile.map((mean) => mean * factor);
}

/** Weighted mean of the recent days of the same kind, the newest and the same weekday counting most. */
function profileOf(history: readonly DayCounts[], dayNumber: number): number[] {
  const recent = history.filter(
    (day) => day.dayNumber < dayNumber && dayNumber - day.dayNumber <= memoryDays,
  );
  const typical = typicalTotals(recent);
  const own = typical[weekdayOf(dayNumber)];
  const intervals = recent[0]?.counts.length ?? 0;
  const sums = new Float64Array(intervals);
  let weights = 0;
  for (const day of recent) {
    const weekday = weekdayOf(day.dayNumber);
    const same = weekday === weekdayOf(dayNumber);
    if (!same && !alike(own, typical[weekday])) continue;
    const age = dayNumber - day.dayNumber;
    const weight = 0.5 ** (age / halfLifeDays) * (same ? sameWeekdayWeight : 1);
    weights += weight;
    for (let j = 0; j < intervals; j += 1) sums[j] = (sums[j] ?? 0) + weight * (day.counts[j] ?? 0);
  }
  return Array.from(sums, (sum) => (weights === 0 ? 0 : sum / weights));
}

function weekdayOf(dayNumber: number): number {
  return ((dayNumber % 7) + 7) % 7;
}

/** Median total per weekday; undefined where the weekday is not in the history. */
function typicalTotals(days: readonly DayCounts[]): (number | undefined)[] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const totals = days
      .filter((day) => weekdayOf(day.dayNumber) === weekday)
      .map((day) => day.counts.reduce((sum, count) => sum + count, 0))
      .sort((a, b) => a - b);
    return totals[Math.floor(totals.length / 2)];
  });
}

/** Without a day of the own weekday, every day with arrivals has to stand in for it. */
function alike(own: number | undefined, other: number | undefined): boolean {
  if (other === undefined || other === 0) return false;
  return own === undefined || (own < other * sameKindFactor && other < own * sameKindFactor);
}

/** How far the forecast from the same time of day missed on recent days, in units of `spread`. */
function residualDeciles(
  history: readonly DayCounts[],
  dayNumber: number,
  from: number,
): { low: number; high: number } {
  const rehearsals = history.filter((day) => dayNumber - day.dayNumber <= rehearsalDays);
  const scaled: number[] = [];
  let rehearsed = 0;
  for (const day of rehearsals) {
    const before = history.filter((other) => other.dayNumber < day.dayNumber);
    if (before.length < leastRehearsals) continue;
    const means = expectedCounts(before, day.dayNumber, day.counts.slice(0, from));
    rehearsed += 1;
    for (let j = from; j < means.length; j += 1) {
      const mean = means[j] ?? 0;
      // Intervals in which the office is closed are never wrong and would narrow the band of the others.
      if (mean > 0) scaled.push(((day.counts[j] ?? 0) - mean) / spread(mean));
    }
  }
  if (rehearsed < leastRehearsals || scaled.length === 0) return { low: -z90, high: z90 };
  scaled.sort((a, b) => a - b);
  return {
    low: scaled[Math.floor(0.1 * (scaled.length - 1))] ?? -z90,
    high: scaled[Math.ceil(0.9 * (scaled.length - 1))] ?? z90,
  };
}

function spread(mean: number): number {
  return Math.sqrt(mean + (overdispersion * mean) ** 2);
}
