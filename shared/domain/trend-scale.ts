/** How high a small line without an axis rises. */
import type { PrincipleFigure } from "./principle-figure.ts";

/** Shares that differ by ten points fill the height. */
const leastShareSpan = 0.1;
/** So does a value of any other unit that changes by a quarter. */
const leastPart = 0.25;

/**
 * Places values between 0 (bottom) and 1 (top). Differences too small to matter stay small to the eye: a line
 * without an axis that always filled its height would show 80.1 % → 80.4 % as a leap.
 */
export function trendScale(
  values: readonly number[],
  unit: PrincipleFigure["unit"],
): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = unit === "share" ? leastShareSpan : leastPart * Math.abs(high);
  const span = Math.max(high - low, least);
  if (span === 0) return () => 0.5;
  const bottom = (low + high - span) / 2;
  return (value) => (value - bottom) / span;
}
