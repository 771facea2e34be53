/** Until when help may be wanted: quarter hours that are easy to say. */
const quarterMs = 15 * 60 * 1_000;
const offeredMinutes = [30, 60, 90, 120, 180] as const;

/**
 * Times to offer, rounded up to the quarter of an hour, ascending and without repeats.
 *
 * @param advisedMs a time that must be among them
 */
export function untilChoices(nowMs: number, advisedMs?: number): readonly number[] {
  const offered = offeredMinutes.map(
    (minutes) => Math.ceil((nowMs + minutes * 60_000) / quarterMs) * quarterMs,
  );
  return [...new Set([...offered, ...(advisedMs === undefined ? [] : [advisedMs])])].sort((a, b) => a - b);
}
