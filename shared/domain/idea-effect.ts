/**
 * Before and after: how a figure's daily values moved from the day on which an idea was first tried.
 *
 * The shift is the Hodges–Lehmann estimate, the median of all differences (a day after − a day before), and
 * its interval is the one that belongs to the Mann–Whitney–Wilcoxon test: it supposes nothing about how
 * values spread, and one odd day moves it little.
 *
 * Hodges and Lehmann, “Estimates of location based on rank tests”, Ann. Math. Statist. 34 (1963);
 * Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed. (2014), sections 4.2 and 4.3.
 */
import { z } from "zod";
import { weekdayOfDate } from "../queueing/local-clock.ts";
import { ideaFigureSchema, type Trial } from "./idea.ts";

/** Fewer days than this on either side say nothing. */
export const leastDaysCompared = 5;
/** Days looked at on either side. */
export const daysAround = 28;
/** Of the interval. */
export const confidence = 0.95;

/** A figure on one local day. */
export interface DayValue {
  readonly date: string;
  readonly value: number;
}

export const shiftSchema = z.object({
  /** In the unit of the values; positive where they rose. */
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Shift = z.infer<typeof shiftSchema>;

/** What is known of a trial's figure, before and after its start. */
export const ideaEffectSchema = z.object({
  figure: ideaFigureSchema,
  startDate: z.string(),
  /** Every day that the figure is known of, in order; seconds, shares of 0–1, or a score of 0–100. */
  days: z.array(
    z.object({
      date: z.string(),
      value: z.number(),
      side: z.enum(["before", "after"]),
      /** Whether it is one of the days that are set against each other. */
      isCompared: z.boolean(),
    }),
  ),
  /** How many days are set against each other on each side. */
  daysCompared: z.number(),
  medianBefore: z.number().nullable(),
  medianAfter: z.number().nullable(),
  /** Null: too early to say. */
  shift: shiftSchema.nullable(),
  /** What the figure means. */
  definition: z.string(),
});
export type IdeaEffect = z.infer<typeof ideaEffectSchema>;

/** Where the interval lies: it says that values rose or fell, or leaves it open. Never why. */
export function directionOf({ low, high }: Shift): "rose" | "fell" | "unclear" {
  if (low > 0) return "rose";
  return high < 0 ? "fell" : "unclear";
}

/** The effect of a trial by the days that its figure is known of. */
export function effectOf(
  { figure, startDate }: Trial,
  days: readonly DayValue[],
  definition: string,
): IdeaEffect {
  const { before, after } = comparableDays(days, startDate);
  const compared = new Set([...before, ...after].map(({ date }) => date));
  const [early, late] = [before.map(({ value }) => value), after.map(({ value }) => value)];
  return {
    figure,
    startDate,
    days: [...days]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, value }) => ({
        date,
        value,
        side: date < startDate ? "before" : "after",
        isCompared: compared.has(date),
      })),
    daysCompared: before.length,
    medianBefore: median(early),
    medianAfter: median(late),
    shift: before.length < leastDaysCompared ? null : shiftOf(early, late),
    definition,
  };
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : medianOf([...values].sort((a, b) => a - b));
}

/** The days that are set against each other: of each weekday, equally many on both sides, those nearest to the start. */
export function comparableDays(
  days: readonly DayValue[],
  startDate: string,
): { readonly before: DayValue[]; readonly after: DayValue[] } {
  const sorted = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const [before, after]: [DayValue[], DayValue[]] = [[], []];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const same = sorted.filter(({ date }) => weekdayOfDate(date) === weekday);
    const [past, since] = [
      same.filter(({ date }) => date < startDate),
      same.filter(({ date }) => date >= startDate),
    ];
    const count = Math.min(past.length, since.length);
    before.push(...past.slice(past.length - count));
    after.push(...since.slice(0, count));
  }
  return { before, after };
}

/**
 * By how much the values after exceed those before, with its interval of at least 95 %.
 *
 * @returns null where either side has too few values for such an interval
 */
export function shiftOf(before: readonly number[], after: readonly number[]): Shift | null {
  const rank = intervalRank(before.length, after.length);
  if (rank === null) return null;
  const differences = after.flatMap((late) => before.map((early) => late - early)).sort((a, b) => a - b);
  const low = differences[rank - 1];
  const high = differences[differences.length - rank];
  if (low === undefined || high === undefined) return null;
  return { estimate: medianOf(differences), low, high };
}

/**
 * Which of the ordered differences bounds the interval, counted from either end: the greatest k with
 * P(U ≤ k − 1) ≤ 2.5 %, where U is the Mann–Whitney statistic of two samples that do not differ.
 *
 * @returns null where even the outermost differences make an interval of less than 95 %
 */
export function intervalRank(m: number, n: number): number | null {
  if (m === 0 || n === 0) return null;
  let sum = 0;
  let rank = 0;
  for (const share of statisticShares(m, n)) {
    sum += share;
    if (sum > (1 - confidence) / 2) break;
    rank += 1;
  }
  return rank === 0 ? null : rank;
}

/**
 * P(U = 0), P(U = 1), … of the Mann–Whitney statistic: the coefficients of the Gaussian binomial
 * ∏ (1 − x^(n + i)) ÷ (1 − x^i), i = 1 … m, each divided by their sum.
 */
function statisticShares(m: number, n: number): Float64Array {
  const shares = new Float64Array(m * n + 1);
  shares[0] = 1;
  for (let i = 1; i <= m; i += 1) {
    for (let u = shares.length - 1; u >= n + i; u -= 1) shares[u] = at(shares, u) - at(shares, u - n - i);
    for (let u = i; u < shares.length; u += 1) shares[u] = at(shares, u) + at(shares, u - i);
    // The number of arrangements grows by (n + i) ÷ i with each step; so the shares stay between 0 and 1.
    for (let u = 0; u < shares.length; u += 1) shares[u] = (at(shares, u) * i) / (n + i);
  }
  return shares;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

/** Of values in ascending order. */
function medianOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}
