/** The text without its Markdown signs, for two lines in a list. */
export function plainExcerpt(text: string): string {
  return text
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replaceAll(/[*_`~]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 240);
}
