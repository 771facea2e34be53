/** The months behind the first figure of a card. */
import type { TrendPoint } from "../../shared/domain/principle-figure.ts";

/** A month of the trend, where it has a value; `key` begins with the month. */
export function trendPoint(key: string, value: number | null): TrendPoint[] {
  return value === null ? [] : [{ month: key.slice(0, "2026-11".length), value }];
}
