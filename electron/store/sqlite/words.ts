/** Words as the full-text index sees them: hostile input never reaches its query language. */

/** The text to index: accents in one form, and the French ligatures as people type them. */
export function searchableText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/œ/g, "oe")
    .replace(/Œ/g, "OE")
    .replace(/æ/g, "ae")
    .replace(/Æ/g, "AE");
}

/**
 * The query that finds all words of a text, the last one as a prefix; null where it has no word.
 * Only letters and digits go in, each word between quotation marks.
 */
export function searchExpression(text: string): string | null {
  const words = searchableText(text).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu);
  return words === null ? null : `${words.map((word) => `"${word}"`).join(" AND ")} *`;
}
