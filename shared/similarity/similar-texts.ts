/** Which texts of a list say nearly the same in nearly the same words. */
import { Groups } from "./groups.ts";
import { LshIndex } from "./lsh-index.ts";
import { signatureOfShingles } from "./min-hash.ts";
import { jaccard, type Shingles, shinglesOf } from "./shingles.ts";

/**
 * From which Jaccard similarity on two texts count as nearly the same. `bench/replies.ts` prints precision and
 * recall around it.
 */
export const nearDuplicate = 0.32;

export interface SimilarPair {
  /** Places in the list; `first` is the smaller one. */
  readonly first: number;
  readonly second: number;
  /** Jaccard similarity of the shingles, 0–1. */
  readonly similarity: number;
}

/**
 * Pairs at or above a similarity, in ascending order of `second`, then `first`. Each was found by its signature
 * and then measured exactly: what is given is right, and of what is there hardly any is missed.
 */
export function similarPairs(texts: readonly string[], threshold = nearDuplicate): SimilarPair[] {
  const shingles = texts.map((text) => shinglesOf(text));
  return [...pairs(shingles, threshold, () => false)];
}

/**
 * Groups of texts of which each resembles another one of its group: places in the list, ascending. A text that
 * resembles no other one is in none.
 */
export function similarTexts(texts: readonly string[], threshold = nearDuplicate): number[][] {
  const groups = new Groups(texts.length);
  const shingles = texts.map((text) => shinglesOf(text));
  for (const { first, second } of pairs(shingles, threshold, (a, b) => groups.find(a) === groups.find(b))) {
    groups.join(first, second);
  }
  return groups.list();
}

function* pairs(
  shingles: readonly Shingles[],
  threshold: number,
  isKnown: (first: number, second: number) => boolean,
): Generator<SimilarPair> {
  const index = new LshIndex<number>();
  for (const [second, own] of shingles.entries()) {
    if (own.length === 0) continue;
    const signature = signatureOfShingles(own);
    for (const first of [...index.candidates(signature)].sort((a, b) => a - b)) {
      const other = shingles[first];
      if (other === undefined || isKnown(first, second)) continue;
      const similarity = jaccard(other, own);
      if (similarity >= threshold) yield { first, second, similarity };
    }
    index.add(second, signature);
  }
}
