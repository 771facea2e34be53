/** The words of notes as the full-text index sees them: hostile input never reaches its query language. */
import { foldWord, stemsOf, wordsOf } from "../../../shared/domain/stem.ts";

/** Each word and each stem once: where in a note it stands decides nothing. */
export function indexedText(text: string): { readonly words: string; readonly stems: string } {
  const words = new Set(wordsOf(text).flatMap(tokens));
  const stems = new Set([...new Set(wordsOf(text))].flatMap((word) => stemsOf(word).flatMap(tokens)));
  return { words: [...words].join(" "), stems: [...stems].join(" ") };
}

/**
 * The query that finds all words of a text by their stems, the last one also as the beginning of a word;
 * null where it has no word. Only letters and digits go in, each word between quotation marks.
 */
export function noteExpression(text: string): string | null {
  // A word of accents alone comes down to nothing, and so finds nothing.
  const words = wordsOf(text).filter((word) => tokens(word).length > 0);
  if (words.length === 0) return null;
  return words.map((word, index) => alternatives(word, index === words.length - 1)).join(" AND ");
}

function alternatives(word: string, isLast: boolean): string {
  const stems = [...new Set([...stemsOf(word).flatMap(tokens), ...tokens(word)])];
  const beginnings = isLast ? tokens(word).map((token) => `words : "${token}" *`) : [];
  return `(${[...stems.map((stem) => `stems : "${stem}"`), ...beginnings].join(" OR ")})`;
}

/** A folded word as the index takes it: folding may leave signs that are no letters. */
function tokens(word: string): string[] {
  return foldWord(word).match(/[\p{L}\p{N}]+/gu) ?? [];
}
