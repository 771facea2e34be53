/**
 * The nearest sequence that never falls, by least squares: neighbours that fall are taken together and get
 * their mean, until none falls (pool adjacent violators; Ayer, Brunk, Ewing, Reid & Silverman 1955). O(n).
 */
export function neverFalling(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last !== undefined && meanOf(last) > meanOf(pool); last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array<number>(pool.count).fill(meanOf(pool)));
}

function meanOf(pool: { readonly sum: number; readonly count: number }): number {
  return pool.sum / pool.count;
}
