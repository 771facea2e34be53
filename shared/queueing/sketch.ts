/**
 * Quantile sketches that merge: DDSketch (Masson, Rim, Lee 2019) with 1 % relative error.
 *
 * The buckets follow the logarithmic mapping of the reference library. They are kept here as plain
 * counts in a dense array because Vigie needs two things that the library's store does not do: taking
 * a value out again, when a late event moves a case to another interval, and merging thousands of
 * stored sketches without building an object for each.
 */
import { DDSketch } from "@datadog/sketches-js";

/** Every quantile is within this share of an exact nearest-rank value. */
export const sketchRelativeAccuracy = 0.01;

const { mapping } = new DDSketch({ relativeAccuracy: sketchRelativeAccuracy });

/** The bucket of zero, which no duration has. */
const zeroBucket = -(2 ** 30);

/** The bucket that a value in seconds falls in: found once where many sketches take the value in. */
export function bucketOf(valueSeconds: number): number {
  return valueSeconds > 0 ? mapping.key(valueSeconds) : zeroBucket;
}

/** Room for keys that may come beside the first: about a third more. */
const spareKeys = 16;

/** A multiset of durations in seconds that answers quantiles within 1 %. Zero is kept exactly. */
export class Sketch {
  /** How many values each bucket has, from the bucket `#firstKey` on. */
  #buckets = new Int32Array(0);
  #firstKey = 0;
  #zeros = 0;
  #count = 0;

  /** How many values are in it. */
  get count(): number {
    return this.#count;
  }

  /** Takes in one value in seconds; what is not positive counts as zero. */
  add(valueSeconds: number): void {
    this.addTo(bucketOf(valueSeconds));
  }

  /**
   * Takes out a value that was added before.
   *
   * @throws RangeError where no such value is in the sketch
   */
  remove(valueSeconds: number): void {
    this.removeFrom(bucketOf(valueSeconds));
  }

  /** As `add`, for a value whose bucket is known. */
  addTo(bucket: number): void {
    this.#count += 1;
    if (bucket === zeroBucket) this.#zeros += 1;
    else this.#bump(bucket, 1);
  }

  /** As `remove`, for a value whose bucket is known. */
  removeFrom(bucket: number): void {
    const there = bucket === zeroBucket ? this.#zeros : (this.#buckets[bucket - this.#firstKey] ?? 0);
    if (there === 0) throw new RangeError("no such value in the sketch");
    this.#count -= 1;
    if (bucket === zeroBucket) this.#zeros -= 1;
    else this.#bump(bucket, -1);
  }

  /** Adds all values of an encoded sketch. */
  merge(bytes: Uint8Array): void {
    const reader = readerOf(bytes);
    this.#zeros += reader.zeros;
    this.#count += reader.zeros;
    while (nextBucket(reader)) {
      this.#bump(reader.key, reader.count);
      this.#count += reader.count;
    }
  }

  #bump(key: number, by: number): void {
    let index = key - this.#firstKey;
    if (index < 0 || index >= this.#buckets.length) {
      this.#makeRoomFor(key);
      index = key - this.#firstKey;
    }
    this.#buckets[index] = (this.#buckets[index] ?? 0) + by;
  }

  #makeRoomFor(key: number): void {
    const buckets = this.#buckets;
    if (buckets.length === 0) this.#firstKey = key;
    // Twice as much each time, on the side that is short of it.
    const spare = spareKeys + buckets.length;
    const first = key < this.#firstKey ? key - spare : this.#firstKey;
    const end = Math.max(this.#firstKey + buckets.length, key + (key < this.#firstKey ? 1 : spare));
    const roomy = new Int32Array(end - first);
    roomy.set(buckets, this.#firstKey - first);
    this.#buckets = roomy;
    this.#firstKey = first;
  }

  /**
   * The value at a quantile by nearest rank (rank ⌈q·n⌉), in seconds, within 1 %.
   *
   * @param q between 0 and 1
   * @returns null where the sketch is empty
   */
  quantile(q: number): number | null {
    if (this.#count === 0) return null;
    const rank = Math.max(1, Math.ceil(q * this.#count));
    let seen = this.#zeros;
    if (seen >= rank) return 0;
    for (let index = 0; index < this.#buckets.length; index += 1) {
      seen += this.#buckets[index] ?? 0;
      if (seen >= rank) return mapping.value(index + this.#firstKey);
    }
    throw new RangeError(`quantile ${q} is not between 0 and 1`);
  }

  /**
   * Canonical bytes: equal multisets of buckets give equal bytes. Empty sketch: no bytes. Numbers are
   * varints: the zeros, the first key, then for each bucket that is not empty twice its count, plus
   * one where keys were left out before it; then how many, less one, follows.
   */
  encode(): Uint8Array {
    if (this.#count === 0) return new Uint8Array(0);
    const writer = { bytes: scratch(longestNumber * (2 * this.#buckets.length + 2)), at: 0 };
    writeVarint(writer, this.#zeros);
    let previous: number | null = null;
    for (let index = 0; index < this.#buckets.length; index += 1) {
      const count = this.#buckets[index] ?? 0;
      if (count === 0) continue;
      const gap: number = previous === null ? 0 : index - previous - 1;
      if (previous === null) writeVarint(writer, zigzag(index + this.#firstKey));
      writeVarint(writer, 2 * count + (gap > 0 ? 1 : 0));
      if (gap > 0) writeVarint(writer, gap - 1);
      previous = index;
    }
    return writer.bytes.slice(0, writer.at);
  }
}

/** A sketch with the values of an encoded one. */
export function decodeSketch(bytes: Uint8Array): Sketch {
  const sketch = new Sketch();
  sketch.merge(bytes);
  return sketch;
}

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

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Bytes that a number takes at most. */
const longestNumber = 8;

let roomToWrite = new Uint8Array(1_024);

/** Room for so many bytes, used again by the next sketch that is encoded. */
function scratch(length: number): Uint8Array {
  if (roomToWrite.length < length) roomToWrite = new Uint8Array(length);
  return roomToWrite;
}

function writeVarint(writer: { readonly bytes: Uint8Array; at: number }, value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    writer.bytes[writer.at] = (rest % 0x80) + 0x80;
    writer.at += 1;
    rest = Math.floor(rest / 0x80);
  }
  writer.bytes[writer.at] = rest;
  writer.at += 1;
}

/** Goes through an encoded sketch bucket by bucket, without building anything for each. */
interface BucketReader {
  readonly bytes: Uint8Array;
  readonly zeros: number;
  at: number;
  key: number;
  count: number;
}

function readerOf(bytes: Uint8Array): BucketReader {
  const reader = { bytes, zeros: 0, at: 0, key: 0, count: 0 };
  if (bytes.length === 0) return reader;
  reader.zeros = readVarint(reader);
  // The first bucket comes with its key itself; it is read as the one after the key before.
  if (reader.at < bytes.length) reader.key = unzigzag(readVarint(reader)) - 1;
  return reader;
}

/** Moves on to the next bucket; false where there is none. */
function nextBucket(reader: BucketReader): boolean {
  if (reader.at >= reader.bytes.length) return false;
  const token = readVarint(reader);
  reader.key += token % 2 === 0 ? 1 : 2 + readVarint(reader);
  reader.count = Math.floor(token / 2);
  return true;
}

function readVarint(reader: { readonly bytes: Uint8Array; at: number }): number {
  const { bytes } = reader;
  const first = bytes[reader.at];
  if (first === undefined) throw new RangeError("the stored sketch is cut short");
  reader.at += 1;
  return first < 0x80 ? first : readLongVarint(reader, first & 0x7f);
}

function readLongVarint(reader: { readonly bytes: Uint8Array; at: number }, lowest: number): number {
  let value = lowest;
  let scale = 0x80;
  for (;;) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new RangeError("the stored sketch is cut short");
    reader.at += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 0x80;
  }
}
