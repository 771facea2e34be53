/** The gaps of an ICU message: names in braces and numbered tags, each once, sorted. */
export function placeholdersOf(message: string): readonly string[] {
  const names = [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? "");
  const tags = [...message.matchAll(/<(\d+)\/?>/g)].map((match) => `<${match[1] ?? ""}>`);
  return [...new Set([...names, ...tags])].sort();
}
