/**
 * Quantile sketches that merge: DDSketch (Masson, Rim, Lee 2019) with 1 % relative error.
 *
 * The buckets follow the logarithmic mapping of the reference library. They are kept here as plain
 * counts because Vigie needs two things that the library's store does not do: taking a value out
 * again, when a late event moves a case to another interval, and merging thousands of stored
 * sketches without building an object for each.
 */
import { DDSketch } from "@datadog/sketches-js";

/** Every quantile is within this share of an exact nearest-rank value. */
export const sketchRelativeAccuracy = 0.01;

const { mapping } = new DDSketch({ relativeAccuracy: sketchRelativeAccuracy });

/** A multiset of durations in seconds that answers quantiles within 1 %. Zero is kept exactly. */
export class Sketch {
  readonly #buckets = new Map<number, number>();
  #zeros = 0;
  #count = 0;

  /** How many values are in it. */
  get count(): number {
    return this.#count;
  }

  /** Takes in one value in seconds; what is not positive counts as zero. */
  add(valueSeconds: number): void {
    this.#change(valueSeconds, 1);
  }

  /**
   * Takes out a value that was added before.
   *
   * @throws RangeError where no such value is in the sketch
   */
  remove(valueSeconds: number): void {
    this.#change(valueSeconds, -1);
  }

  #change(valueSeconds: number, by: 1 | -1): void {
    if (valueSeconds > 0) {
      this.#bump(mapping.key(valueSeconds), by);
    } else {
      if (this.#zeros + by < 0) throw new RangeError("no such value in the sketch");
      this.#zeros += by;
      this.#count += by;
    }
  }

  #bump(key: number, by: number): void {
    const next = (this.#buckets.get(key) ?? 0) + by;
    if (next < 0) throw new RangeError("no such value in the sketch");
    if (next === 0) this.#buckets.delete(key);
    else this.#buckets.set(key, next);
    this.#count += by;
  }

  /** Adds all values of an encoded sketch. */
  merge(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const reader = { bytes, at: 0 };
    const zeros = readVarint(reader);
    this.#zeros += zeros;
    this.#count += zeros;
    let key = 0;
    while (reader.at < bytes.length) {
      key += unzigzag(readVarint(reader));
      this.#bump(key, readVarint(reader));
    }
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
    for (const key of this.#sortedKeys()) {
      seen += this.#buckets.get(key) ?? 0;
      if (seen >= rank) return mapping.value(key);
    }
    throw new RangeError(`quantile ${q} is not between 0 and 1`);
  }

  /** Canonical bytes: equal multisets of buckets give equal bytes. Empty sketch: no bytes. */
  encode(): Uint8Array {
    if (this.#count === 0) return new Uint8Array(0);
    const bytes: number[] = [];
    writeVarint(bytes, this.#zeros);
    let previous = 0;
    for (const key of this.#sortedKeys()) {
      writeVarint(bytes, zigzag(key - previous));
      writeVarint(bytes, this.#buckets.get(key) ?? 0);
      previous = key;
    }
    return Uint8Array.from(bytes);
  }

  #sortedKeys(): Int32Array {
    return Int32Array.from(this.#buckets.keys()).sort();
  }
}

/** A sketch with the values of an encoded one. */
export function decodeSketch(bytes: Uint8Array): Sketch {
  const sketch = new Sketch();
  sketch.merge(bytes);
  return sketch;
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

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function readVarint(reader: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) throw new RangeError("the stored sketch is cut short");
    reader.at += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 0x80;
  }
}
