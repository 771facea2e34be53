/** The table of a chart, as rows by the names of their columns. */
import type { ChartTable } from "../../shared/domain/chart.ts";
import {
  comparedSuffix,
  expectedHighSuffix,
  expectedLowSuffix,
  expectedSuffix,
  typicalHighSuffix,
  typicalLowSuffix,
  typicalMiddleSuffix,
} from "../../shared/domain/chart-series.ts";
import { keptPoints } from "../../shared/domain/down-sample.ts";

/** A point of a chart over time. */
export interface ChartRow {
  /** Start of the point, ms since 1970 UTC. */
  readonly fromMs: number;
  /** A number of the point; null where there is none. */
  readonly value: (key: string) => number | null;
}

const suffixes = [
  comparedSuffix,
  typicalLowSuffix,
  typicalMiddleSuffix,
  typicalHighSuffix,
  expectedLowSuffix,
  expectedHighSuffix,
  expectedSuffix,
];

/** The rows of a chart over time. */
export function rowsOf(table: ChartTable): ChartRow[] {
  const indices = new Map(table.columns.map(({ key }, index) => [key, index] as const));
  const start = indices.get("fromMs") ?? 0;
  return table.rows.map((row) => ({
    fromMs: Number(row[start]),
    value(key) {
      const index = indices.get(key);
      const value = index === undefined ? null : row[index];
      return typeof value === "number" ? value : null;
    },
  }));
}

/** Whether any row has a value in a column. */
export function hasValues(rows: readonly ChartRow[], key: string): boolean {
  return rows.some((row) => row.value(key) !== null);
}

/** Whether anything was measured at all in a chart: a value that is not zero, in the period or the compared one. */
export function isEmptyTable(table: ChartTable, mainKeys: readonly string[]): boolean {
  const wanted = new Set(mainKeys.flatMap((key) => [key, key + comparedSuffix, key + expectedSuffix]));
  const indices = table.columns.flatMap(({ key }, index) => (wanted.has(key) ? [index] : []));
  return !table.rows.some((row) => indices.some((index) => row[index] !== null && row[index] !== 0));
}

/** The rows to draw: few enough for a line, with the highs and lows of each key. */
export function drawnRows(
  rows: readonly ChartRow[],
  keys: readonly string[],
  mostBuckets: number,
): readonly ChartRow[] {
  const lines = keys.map((key) => rows.map((row) => row.value(key)));
  const kept = keptPoints(lines, mostBuckets);
  return kept.length === rows.length ? rows : kept.flatMap((index) => rows[index] ?? []);
}

/** A column's own name and what stands after it. */
export function splitKey(key: string): { readonly name: string; readonly suffix: string } {
  const suffix = suffixes.find((one) => key.endsWith(one)) ?? "";
  return { name: key.slice(0, key.length - suffix.length), suffix };
}
