/** How waits spread: how many lasted so long, in buckets of equal width and an open one at the end. */
import type { ChartColumn } from "./chart.ts";
import { type ChartValue, comparedSuffix } from "./chart-series.ts";

/** Widths that people count in, in seconds. */
const widths = [10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400];
const bucketsToP90 = 6;
/** The last bucket begins where nearly all waits are over. */
const reachOfP90 = 1.6;

export const distributionDefinitions = ["wait", "waitDistribution"];

export interface WaitCounts {
  /** How many waits last at most as long as each bound. */
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * Upper bounds of the buckets in seconds, ascending; longer waits fall into an open one.
 *
 * @param p90Seconds the wait that nine in ten do not exceed; null where there is none
 */
export function waitBounds(p90Seconds: number | null): number[] {
  const p90 = p90Seconds ?? 0;
  const width = widths.findLast((one) => one <= p90 / bucketsToP90) ?? widths[0] ?? 1;
  const count = Math.max(bucketsToP90, Math.ceil((p90 * reachOfP90) / width));
  return Array.from({ length: count }, (_, index) => width * (index + 1));
}

/** One row per bucket: from (exclusive, but for the first), up to (inclusive), how many, and their share. */
export function distributionTable(
  bounds: readonly number[],
  own: WaitCounts,
  compared: WaitCounts | null,
): { columns: ChartColumn[]; rows: ChartValue[][] } {
  const columns: ChartColumn[] = [
    { key: "fromSeconds", unit: "seconds" },
    { key: "toSeconds", unit: "seconds" },
  ];
  const counted: ChartColumn[] = [
    { key: "waitCount", unit: "count" },
    { key: "waitShare", unit: "share" },
  ];
  columns.push(...counted);
  if (compared !== null) {
    columns.push(...counted.map((column) => ({ ...column, key: column.key + comparedSuffix })));
  }
  const starts = [0, ...bounds];
  const rows = starts.map((from, index): ChartValue[] => [
    from,
    bounds[index] ?? null,
    ...bucketOf(own, index),
    ...(compared === null ? [] : bucketOf(compared, index)),
  ]);
  return { columns, rows: own.total + (compared?.total ?? 0) === 0 ? [] : rows };
}

function bucketOf({ counts, total }: WaitCounts, index: number): ChartValue[] {
  const count = (counts[index] ?? total) - (counts[index - 1] ?? 0);
  return [count, total === 0 ? null : count / total];
}
