/** Whether words that were typed are found in a text, whatever their accents and capitals. */
export function fits(typed: string, text: string): boolean {
  const within = plain(text);
  return plain(typed)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
