/**
 * The bytes of a sketch: numbers as varints, read and written without building anything for each.
 *
 * An encoded sketch is the zeros, the first key, then for each bucket that is not empty twice its count, plus
 * one where keys were left out before it; then how many, less one, follows.
 */

export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Bytes that a number takes at most. */
export const longestNumber = 8;

let roomToWrite = new Uint8Array(1_024);

/** Room for so many bytes, used again by the next sketch that is encoded. */
export function scratch(length: number): Uint8Array {
  if (roomToWrite.length < length) roomToWrite = new Uint8Array(length);
  return roomToWrite;
}

export function writeVarint(writer: { readonly bytes: Uint8Array; at: number }, value: number): void {
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
export interface BucketReader {
  readonly bytes: Uint8Array;
  readonly zeros: number;
  at: number;
  key: number;
  count: number;
}

export function readerOf(bytes: Uint8Array): BucketReader {
  const reader = { bytes, zeros: 0, at: 0, key: 0, count: 0 };
  if (bytes.length === 0) return reader;
  reader.zeros = readVarint(reader);
  // The first bucket comes with its key itself; it is read as the one after the key before.
  if (reader.at < bytes.length) reader.key = unzigzag(readVarint(reader)) - 1;
  return reader;
}

/** Moves on to the next bucket; false where there is none. */
export function nextBucket(reader: BucketReader): boolean {
  if (reader.at >= reader.bytes.length) return false;
  const token = readVarint(reader);
  reader.key += token % 2 === 0 ? 1 : 2 + readVarint(reader);
  reader.count = Math.floor(token / 2);
  return true;
}

export function readVarint(reader: { readonly bytes: Uint8Array; at: number }): number {
  const { bytes } = reader;
  const first = bytes[reader.at];
  if (first === undefined) throw new RangeError("the stored sketch is cut short");
  reader.at += 1;
  return first < 0x80 ? first : readLongVarint(reader, first & 0x7f);
}

export function readLongVarint(reader: { readonly bytes: Uint8Array; at: number }, lowest: number): number {
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
