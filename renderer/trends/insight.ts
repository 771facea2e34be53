/** What a chart shows, found in its points, so that a sentence can say it. */
import { typicalHighSuffix, typicalLowSuffix } from "../../shared/domain/chart-series.ts";
import type { ChartRow } from "./chart-data.ts";

export interface Extreme {
  /** The earliest of equals. */
  readonly row: ChartRow;
  readonly value: number;
}

/** The point with the highest (or lowest) value of a column; null where there is none. */
export function extremeOf(
  rows: readonly ChartRow[],
  key: string,
  which: "highest" | "lowest",
): Extreme | null {
  let best: Extreme | null = null;
  for (const row of rows) {
    const value = row.value(key);
    if (value === null) continue;
    if (best === null || (which === "highest" ? value > best.value : value < best.value)) {
      best = { row, value };
    }
  }
  return best;
}

export interface Part {
  readonly points: number;
  readonly of: number;
}

/** Points whose value is over the target, of those with both; null without a target. */
export function overTarget(rows: readonly ChartRow[], key: string, targetKey: string): Part | null {
  const aimed = rows.filter((row) => row.value(key) !== null && row.value(targetKey) !== null);
  if (aimed.length === 0) return null;
  const over = aimed.filter((row) => (row.value(key) ?? 0) > (row.value(targetKey) ?? 0));
  return { points: over.length, of: aimed.length };
}

export interface Stretch {
  readonly first: ChartRow;
  readonly last: ChartRow;
}

/**
 * The longest stretch in which the values lie beyond what typical days have, without a point in between
 * that does not. One point alone is chance: one day in ten is beyond the band there.
 */
export function beyondTypical(
  rows: readonly ChartRow[],
  key: string,
  side: "above" | "below",
): Stretch | null {
  const isBeyond = (row: ChartRow): boolean => {
    const value = row.value(key);
    const bound = row.value(key + (side === "above" ? typicalHighSuffix : typicalLowSuffix));
    return value !== null && bound !== null && (side === "above" ? value > bound : value < bound);
  };
  let longest: readonly ChartRow[] = [];
  let current: ChartRow[] = [];
  for (const row of rows) {
    current = isBeyond(row) ? [...current, row] : [];
    if (current.length > longest.length) longest = current;
  }
  const [first] = longest;
  const last = longest.at(-1);
  return first === undefined || last === undefined || longest.length < 2 ? null : { first, last };
}

/** The sum of a column. */
export function sumOf(rows: readonly ChartRow[], key: string): number {
  return rows.reduce((sum, row) => sum + (row.value(key) ?? 0), 0);
}

/** How many typical days the band rests on at most; 0 where there is none. */
export function typicalDays(rows: readonly ChartRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.value("typicalDays") ?? 0), 0);
}
