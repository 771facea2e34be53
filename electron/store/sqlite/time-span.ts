/**
 * Which stretches of time hold an instant? Each stretch has a level by its length, in powers of four
 * of a second: one of level L that holds t began at most 4^L seconds before t. So one short range of
 * an index per level finds them all, however many there are.
 */

/** The longest stretch of level 0. */
export const levelZeroMs = 1_000;
export const highestLevel = 20;

/** All levels with the longest length of each, as the rows of a common table `reach (level, ms)`. */
export const reachSql = `
  WITH RECURSIVE reach (level, ms) AS (
    VALUES (0, ${levelZeroMs})
    UNION ALL SELECT level + 1, ms * 4 FROM reach WHERE level < ${highestLevel}
  )
`;

/** The level of a stretch of this length. */
export function levelOf(lengthMs: number): number {
  let level = 0;
  for (let reachMs = levelZeroMs; reachMs < lengthMs; reachMs *= 4) level += 1;
  return level;
}
