/**
 * Quantile sketches that merge: DDSketch (Masson, Rim, Lee 2019) with 1 % relative error.
 *
 * The buckets follow the logarithmic mapping of the reference library. They are kept here as plain
 * counts in a dense array because Vigie needs two things that the library's store does not do: taking
 * a value out again, when a late event moves a case to another interval, and merging thousands of
 * stored sketches without building an object for each.
 */
import { longestNumber, nextBucket, readerOf, scratch, writeVarint, zigzag } from "./sketch-bytes.ts";
import { bucketOf, mapping, zeroBucket } from "./sketch-mapping.ts";

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
   * Canonical bytes: equal multisets of buckets give equal bytes. Empty sketch: no bytes.
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
