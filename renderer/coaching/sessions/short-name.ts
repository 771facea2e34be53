/** A name for a place that is too narrow for it. */

/**
 * “D. Morel” for “David Morel”, “J.-L. Petit” for “Jean-Luc Petit”. A name of one word stays, and so does one whose
 * family name is cut short already: “Amina B.”.
 */
export function shortName(name: string): string {
  const [given = "", ...family] = name.trim().split(/\s+/);
  const last = family.at(-1);
  if (last === undefined || /^\p{L}\.?$/u.test(last)) return name.trim();
  const initials = given.split("-").map((part) => `${Array.from(part)[0] ?? ""}.`);
  return [initials.join("-"), ...family].join(" ");
}
