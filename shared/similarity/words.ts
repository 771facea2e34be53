/** A text as the words that comparing looks at, each with where it stands. */

export interface TextWord {
  /** Where it stands in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** 32 bits of what the word says, whatever its case and accents. */
  readonly hash: number;
}

/** A placeholder of a template, words that were masked, or a word; a combining accent belongs to its letter. */
const wordPattern = /\{[^{}\n]{1,60}\}|\[masqué\]|[\p{L}\p{N}\p{M}]+/gu;

/** What stands for any placeholder and anything masked: a filled-in template is read as the template. */
const placeholder = "{}";

/** The words of a text in their order; spaces, punctuation, case and accents do not count. */
export function wordsOf(text: string): TextWord[] {
  const words: TextWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match;
    const first = word.charCodeAt(0);
    const isPlaceholder = first === 0x7b || first === 0x5b;
    words.push({
      start: match.index,
      end: match.index + word.length,
      hash: hashText(isPlaceholder ? placeholder : plainWord(word)),
    });
  }
  return words;
}

/** A word without case and accents; ligatures as their letters. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain letters already, and normalising is what costs.
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
