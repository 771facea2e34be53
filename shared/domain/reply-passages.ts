/** Which passages of a reply also stand in another text, word for word. */
import { shingleAt } from "../similarity/shingles.ts";
import { type TextWord, wordsOf } from "../similarity/words.ts";

/** A passage is a run of at least so many words: fewer are how anybody says a thing. */
export const passageWords = 5;

/** A text prepared for being searched. */
export interface SearchedText {
  /** The hash of each word. */
  readonly words: Uint32Array;
  /** The hash of each run of `passageWords` words, by its first word. */
  readonly runs: Uint32Array;
}

export function searchedText(words: readonly TextWord[]): SearchedText {
  const runs = new Uint32Array(Math.max(0, words.length - passageWords + 1));
  for (let first = 0; first < runs.length; first += 1) runs[first] = shingleAt(words, first, passageWords);
  return { words: Uint32Array.from(words, ({ hash }) => hash), runs };
}

/** Where each run of a text begins; of one that is there twice, the first. */
export type RunPlaces = ReadonlyMap<number, number>;

export function runPlaces({ runs }: SearchedText): RunPlaces {
  const places = new Map<number, number>();
  for (let first = runs.length - 1; first >= 0; first -= 1) places.set(runs[first] ?? 0, first);
  return places;
}

/**
 * Notes at which words of `text` the other text has the same passage.
 *
 * @param owners one entry per word of `text`; a word that already has an owner keeps it
 * @param owner who becomes the owner of the words that are found, above 0
 */
export function claimPassages(
  { text, places }: { readonly text: SearchedText; readonly places: RunPlaces },
  other: SearchedText,
  owners: Int32Array,
  owner: number,
): void {
  for (let at = 0; at < other.runs.length; ) {
    const first = places.get(other.runs[at] ?? 0);
    const length = first === undefined ? 0 : sameWords(text.words, first, other.words, at);
    if (first === undefined || length < passageWords) {
      at += 1;
      continue;
    }
    for (let word = first; word < first + length; word += 1) {
      if (owners[word] === 0) owners[word] = owner;
    }
    at += length - passageWords + 1;
  }
}

function sameWords(a: Uint32Array, fromA: number, b: Uint32Array, fromB: number): number {
  let length = 0;
  while (fromA + length < a.length && fromB + length < b.length && a[fromA + length] === b[fromB + length]) {
    length += 1;
  }
  return length;
}

export interface OwnedPassage {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly owner: number;
}

/** The runs of words with the same owner, as places of the text. What others have left of a passage is none. */
export function ownedPassages(words: readonly TextWord[], owners: Int32Array): OwnedPassage[] {
  const found: OwnedPassage[] = [];
  for (let first = 0; first < words.length; ) {
    const owner = owners[first] ?? 0;
    let next = first + 1;
    while (next < words.length && owners[next] === owner) next += 1;
    const [from, to] = [words[first], words[next - 1]];
    if (owner > 0 && next - first >= passageWords && from !== undefined && to !== undefined) {
      found.push({ start: from.start, end: to.end, words: next - first, owner });
    }
    first = next;
  }
  return found;
}

/** A text's sentences of at least so many words as a passage has: what is looked for in other texts. */
export function sentencesOf(text: string): TextWord[][] {
  return text
    .split(/[.!?;:\n]+/)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length >= passageWords);
}
