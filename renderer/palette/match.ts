/** Whether every word that was typed begins a word of the text; accents and case don't matter. */
export function matches(text: string, query: string): boolean {
  const words = plain(text).split(/[\s·:’'(),–-]+/u);
  return plain(query)
    .split(/\s+/u)
    .filter((part) => part !== "")
    .every((part) => words.some((word) => word.startsWith(part)));
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
