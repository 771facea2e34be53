/** Text that goes into files which other programs open: nothing in it may be taken for a command. */

/** Controls and halves of characters that no XML may hold; kept are tab, line feed and carriage return. */
const unprintable = /[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu;
const kept = new Set(["\t", "\n", "\r"]);

/**
 * What makes a spreadsheet read a cell as a formula: one of `= + - @` (full-width ones too), the bar
 * and per cent of old exchange formats, also behind white space that some programs cut off.
 */
const startsFormula = /^[\s\u{feff}\u{200b}-\u{200f}]*[=+\-@|%＝＋－＠﹢﹣−⁺₊]|^[\t\r\n]/u;

/** The text without what can't be shown. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => (kept.has(character) ? character : ""));
}

/** The text as a cell that no spreadsheet takes for a formula: an apostrophe stands before what it might. */
export function plainCell(text: string): string {
  const shown = printable(text);
  return startsFormula.test(shown) ? `'${shown}` : shown;
}
