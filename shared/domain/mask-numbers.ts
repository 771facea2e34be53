/** Numbers and addresses by which a person can be found, as patterns in French and English texts. */

const before = "(?<![\\p{L}\\p{N}])";
const after = "(?![\\p{L}\\p{N}])";

function whole(pattern: string, flags = "gu"): RegExp {
  return new RegExp(`${before}(?:${pattern})${after}`, flags);
}

const plateLetter = "[A-HJ-NP-TV-Z]";
const capitalised = "\\p{Lu}[\\p{L}\\p{M}’'-]{0,40}";
const frenchStreet =
  "rue|avenue|av\\.?|boulevard|bd|bld|place|impasse|allées?|chemin|route|quai|cours|square|passage|villa|résidence|residence|sentier|venelle|faubourg|lotissement|hameau|esplanade|promenade|ruelle";
const englishStreet =
  "Street|St\\.?|Road|Rd|Avenue|Ave|Lane|Drive|Close|Way|Court|Square|Crescent|Gardens|Terrace|Grove|Mews";

/** Each whole match is masked; the longer numbers first, so that no part of one is taken for another. */
export const numberPatterns: readonly RegExp[] = [
  // E-mail, also with the at sign spelt out.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63} ?(?:@|[([] ?(?:at|arobase) ?[)\]]| arobase ) ?[\p{L}\p{N}-]{1,63}(?:(?:\.| (?:dot|point) )[\p{L}\p{N}-]{1,63}){1,5}/giu,
  // Bank account (IBAN).
  whole("[A-Z]{2}\\d{2}(?:[ \\u00a0]?[A-Z0-9]{4}){2,7}(?:[ \\u00a0]?[A-Z0-9]{1,3})?", "giu"),
  // Bank card.
  whole("\\d{4}(?:[ \\u00a0-]?\\d{4}){3}"),
  // French social security number, with or without its key.
  whole(
    "[1-478][ .\\u00a0]?\\d{2}[ .\\u00a0]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .\\u00a0]?(?:\\d{2}|2[AB])[ .\\u00a0]?\\d{3}[ .\\u00a0]?\\d{3}(?:[ .\\u00a0]?\\d{2})?",
  ),
  // British national insurance number.
  whole("[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]"),
  // Telephone: international, French, British.
  /(?<![\p{L}\p{N}+])(?:\+|00)\d{1,3}(?:[ .()/\u00a0-]{0,3}\d){6,12}(?!\d)/gu,
  whole("0[1-9](?:[ ./\\u00a0-]{0,2}\\d{2}){4}"),
  whole("0\\d{2,4}[ -]\\d{3,4}[ -]?\\d{3,4}"),
  // French passport.
  whole("\\d{2}[A-Z]{2}\\d{5}"),
  // Number plates: French of today and of before 2009, British.
  whole(`${plateLetter}{2}[ -]?\\d{3}[ -]?${plateLetter}{2}`, "giu"),
  whole("\\d{2,4}[ -][A-Z]{2,3}[ -](?:\\d{2}|2[AB])"),
  whole("[A-Z]{2}\\d{2} ?[A-Z]{3}"),
  // Street and number, with the town where it follows.
  whole(
    `\\d{1,4} ?(?:bis|ter|quater|[a-d])?,? (?:${frenchStreet}) [^\\n,.;:!?()]{2,60}(?:,? ?\\d{5} ${capitalised}(?:[ -]${capitalised}){0,3})?`,
    "giu",
  ),
  whole(
    `\\d{1,4}[A-Za-z]?,? (?:${capitalised} ){1,3}(?:${englishStreet})(?:,? ${capitalised})?(?:,? [A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})?`,
  ),
  whole("[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}"),
  whole(`(?:F-)?\\d{5},? ${capitalised}(?:[ -]${capitalised}){0,3}`),
];

/** What follows these words is masked up to the end of the date. */
export const birthDate =
  /((?<![\p{L}\p{N}])(?:née?s?(?: +\[masqué\])? +le|née?\(e\) +le|date +de +naissance ?:?|born +(?:on|in)|date +of +birth ?:?) *)(\d{1,4}(?:er)?[ ./-](?:\d{1,2}|\p{L}{3,10})(?:[ ./-]\d{1,4})?)/giu;
