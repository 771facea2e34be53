/** Whether every word that was typed begins a word of the text; accents and case don't matter. */
export function matches(text: string, query: string): boolean {
  const words = plain(text).split(/[\s·:’'(),–-]+/u);
  return plain(query)
    .split(/\s+/u)
    .filter((part) => part !== "")
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** What begins with what was typed stands before what holds it further on; otherwise the order stays. */
export function beginningFirst<T>(items: readonly T[], textOf: (item: T) => string, query: string): T[] {
  const sought = plain(query.trim());
  const later = (item: T) => Number(!plain(textOf(item)).startsWith(sought));
  return items.toSorted((a, b) => later(a) - later(b));
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
