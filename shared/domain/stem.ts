/** Words as they are compared: without accents, capitals and endings, in French and in English. */
import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer as frenchStem } from "@orama/stemmers/french";

/** A word without accents and capitals, ligatures written out. */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** The words of a text in their order, as they were written. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * What a word comes down to in either language, folded. French endings are taken off the word as it was
 * written and off the word without its accents, since people search without typing them.
 */
export function stemsOf(word: string): readonly string[] {
  const written = word.normalize("NFC").toLowerCase();
  const folded = foldWord(word);
  return [...new Set([foldWord(frenchStem(written)), frenchStem(folded), englishStem(folded)])];
}
