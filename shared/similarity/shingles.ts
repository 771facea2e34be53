/** Texts as sets of short runs of words, and how much two such sets share. */
import { type TextWord, wordsOf } from "./words.ts";

/** A set of shingles: distinct 32-bit values in ascending order. */
export type Shingles = Uint32Array<ArrayBuffer>;

/**
 * Words per shingle. One alone finds texts on the same subject alike, four lose a short text of which few
 * words were changed; `bench/replies.ts` prints precision and recall for each.
 */
export const shingleWords = 2;

/** The shingles of a text; a text of fewer words than one shingle is one of its own. */
export function shinglesOf(text: string, length = shingleWords): Shingles {
  return shinglesOfWords(wordsOf(text), length);
}

export function shinglesOfWords(words: readonly TextWord[], length = shingleWords): Shingles {
  if (words.length === 0) return new Uint32Array(0);
  const size = Math.min(length, words.length);
  const found = new Uint32Array(words.length - size + 1);
  for (let first = 0; first < found.length; first += 1) found[first] = shingleAt(words, first, size);
  found.sort();
  let kept = 1;
  for (let index = 1; index < found.length; index += 1) {
    if (found[index] !== found[index - 1]) found[kept++] = found[index] ?? 0;
  }
  return found.slice(0, kept);
}

/** 32 bits of a run of words; the order of the words counts. */
export function shingleAt(words: readonly TextWord[], first: number, length: number): number {
  let hash = 0;
  for (let index = first; index < first + length; index += 1) {
    hash = mix32(Math.imul(hash, 31) + (words[index]?.hash ?? 0));
  }
  return hash;
}

/** Spreads 32 bits over all 32 bits, one to one: the last step of MurmurHash3 (Appleby). */
export function mix32(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Shared ÷ all of both (Jaccard): 1 for equal sets, 0 where they share nothing or one is empty. */
export function jaccard(a: Shingles, b: Shingles): number {
  const shared = sharedCount(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** How much of `part` stands in `whole`: shared ÷ size of `part`, 0 where `part` is empty. */
export function containment(part: Shingles, whole: Shingles): number {
  return part.length === 0 ? 0 : sharedCount(part, whole) / part.length;
}

function sharedCount(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}
