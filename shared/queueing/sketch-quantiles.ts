/** Quantiles of values that are kept as encoded sketches, or as they are. */
import { nextBucket, readerOf, readLongVarint, readVarint } from "./sketch-bytes.ts";
import { mapping } from "./sketch-mapping.ts";

/**
 * Quantiles of one encoded sketch. It is only read as far as the highest of them lies, in a plain loop: a
 * question about years does this for each of its points.
 *
 * @param count how many values are in it
 * @param quantiles ascending, each between 0 and 1
 * @returns in the order of `quantiles`
 */
export function quantilesOfOne(bytes: Uint8Array, count: number, quantiles: readonly number[]): number[] {
  const reader = readerOf(bytes);
  let { at, key, zeros: seen } = reader;
  let isZero = true;
  return quantiles.map((q) => {
    const rank = Math.max(1, Math.ceil(q * count));
    while (seen < rank) {
      let token = bytes[at] ?? 0;
      at += 1;
      if (token >= 0x80) {
        const long = { bytes, at };
        token = readLongVarint(long, token & 0x7f);
        at = long.at;
      }
      key += 1;
      if ((token & 1) === 1) {
        const gap = { bytes, at };
        key += 1 + readVarint(gap);
        at = gap.at;
      }
      if (token < 2) throw new RangeError("the stored sketch is cut short");
      seen += token >>> 1;
      isZero = false;
    }
    return isZero ? 0 : mapping.value(key);
  });
}

/** Keys that durations of a nanosecond to millions of years have. */
const [lowestKey, highestKey] = [-2_048, 2_047];
const summed = new Float64Array(highestKey - lowestKey + 1);

/**
 * Quantiles of all values of some encoded sketches and of some values besides, as if they were in one
 * sketch: nothing is built, the counts are added up in the same place each time.
 *
 * @param quantiles ascending, each between 0 and 1
 * @returns in the order of `quantiles`; null where there are no values at all
 */
export function quantilesOf(
  sketches: readonly Uint8Array[],
  valuesSeconds: readonly number[],
  quantiles: readonly number[],
): (number | null)[] {
  let zeros = 0;
  let count = 0;
  let [first, last] = [summed.length, -1];
  const add = (key: number, by: number): void => {
    const index = key - lowestKey;
    if (index < 0 || index >= summed.length) throw new RangeError("no wait is that long or short");
    summed[index] = (summed[index] ?? 0) + by;
    count += by;
    if (index < first) first = index;
    if (index > last) last = index;
  };
  try {
    for (const bytes of sketches) {
      const reader = readerOf(bytes);
      zeros += reader.zeros;
      while (nextBucket(reader)) add(reader.key, reader.count);
    }
    for (const value of valuesSeconds) {
      if (value > 0) add(mapping.key(value), 1);
      else zeros += 1;
    }
    count += zeros;
    let seen = zeros;
    let index = first;
    return quantiles.map((q) => {
      if (count === 0) return null;
      const rank = Math.max(1, Math.ceil(q * count));
      while (seen < rank) {
        seen += summed[index] ?? 0;
        index += 1;
      }
      return index === first ? 0 : mapping.value(index - 1 + lowestKey);
    });
  } finally {
    summed.fill(0, first, last + 1);
  }
}

/**
 * The exact quantile of raw values by nearest rank, in the unit of the values.
 *
 * @param ascending sorted, smallest first
 * @returns null where there are none
 */
export function exactQuantile(ascending: readonly number[], q: number): number | null {
  if (ascending.length === 0) return null;
  return ascending[Math.max(1, Math.ceil(q * ascending.length)) - 1] ?? null;
}
