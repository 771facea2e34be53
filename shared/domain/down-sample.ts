/**
 * Fewer points of a line without losing what stands out: of each stretch the lowest and the highest
 * value of every line stay, and a gap stays a gap.
 */

/**
 * Which points to keep, ascending. All of them where they are few enough; the first and the last always.
 *
 * @param lines the values of each line, one per point; null is a gap
 * @param buckets into how many stretches of equal length the points are cut
 */
export function keptPoints(lines: readonly (readonly (number | null)[])[], buckets: number): number[] {
  const length = lines[0]?.length ?? 0;
  if (length <= buckets * 2) return Array.from({ length }, (_, index) => index);
  const kept = new Set([0, length - 1]);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * length) / buckets);
    const until = Math.floor(((bucket + 1) * length) / buckets);
    for (const line of lines) {
      for (const index of extremes(line, from, until)) kept.add(index);
    }
  }
  return [...kept].sort((a, b) => a - b);
}

/** Where a line is lowest, highest, and first interrupted within a stretch. */
function extremes(line: readonly (number | null)[], from: number, until: number): number[] {
  let lowest = -1;
  let highest = -1;
  let gap = -1;
  for (let index = from; index < until; index += 1) {
    const value = line[index] ?? null;
    if (value === null) {
      if (gap === -1) gap = index;
      continue;
    }
    if (lowest === -1 || value < (line[lowest] ?? 0)) lowest = index;
    if (highest === -1 || value > (line[highest] ?? 0)) highest = index;
  }
  return [lowest, highest, gap].filter((index) => index !== -1);
}
