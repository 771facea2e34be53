/** Dates in words, as the language writes them. */

/** What is needed of a format of dates; instants are milliseconds since 1970 UTC. */
export type DateWords = Pick<Intl.DateTimeFormat, "format" | "formatRange">;

/**
 * Intl's format of dates, and in French the first of a month as the ordinal that it is there ("1er décembre"), which
 * Intl does not know.
 *
 * @param locale BCP 47
 */
export function dateWords(locale: string, options: Intl.DateTimeFormatOptions): DateWords {
  const format = new Intl.DateTimeFormat(locale, options);
  if (!locale.startsWith("fr")) return format;
  return {
    format: (date) => joined(format.formatToParts(date)),
    formatRange: (first, last) => joined(format.formatRangeToParts(first, last)),
  };
}

function joined(parts: readonly Pick<Intl.DateTimeFormatPart, "type" | "value">[]): string {
  const isInWords = parts.some(({ type, value }) => type === "month" && /\p{L}/u.test(value));
  return parts
    .map(({ type, value }) => (isInWords && type === "day" && value === "1" ? "1er" : value))
    .join("");
}
