/** How a reply addresses somebody, and what in it speaks of this one case. */
import { masked } from "./mask-names.ts";
import type { addressings, Place, Reference, ReferenceKind } from "./reply.ts";

const months =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december";
const weekDays =
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const spans =
  "(?:\\d{1,3}|un|une|deux|trois|quatre|cinq|six|huit|dix|quinze|one|two|three|four|five|six|ten) (?:working |business )?(?:heures?|jours?|semaines?|mois|hours?|days?|weeks?|months?)(?: ouvrés| ouvrables| francs)?";
const documents =
  "passeports?|passports?|cartes? (?:nationales? )?d[’']identité|identity cards?|titres? de séjour|permis de (?:construire|conduire|louer)|planning permission|driving licen[cs]es?|actes? de (?:naissance|mariage|décès)|(?:birth|marriage|death) certificates?|livrets? de famille|certificats? d[’'](?:urbanisme|hébergement)|déclarations? (?:préalable|de travaux)|council tax|factures?|invoices?|inscriptions? (?:scolaire|sur les listes électorales)|justificatifs? de domicile|proof of address";

/** In this order: what is a deadline is not counted as a date as well. */
const patterns: readonly (readonly [ReferenceKind, RegExp])[] = [
  [
    "deadline",
    pattern(
      `(?:sous|dans(?: un délai de)?|d[’']ici|avant|au plus tard|within|by|before|no later than|in) (?:le |la |au |the )?(?:${spans}|(?:(?:${weekDays}) )?\\d{1,2}(?:er|st|nd|rd|th)? (?:${months})(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|(?:${weekDays}))`,
    ),
  ],
  [
    "date",
    pattern(
      `(?:(?:${weekDays}) )?(?:\\d{1,2}(?:er|st|nd|rd|th)? (?:${months})|(?:${months}) \\d{1,2})(?:,? \\d{4})?|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|(?:${weekDays})(?: (?:matin|après-midi|prochain|dernier|morning|afternoon))?|\\d{1,2} ?(?:h|heures)(?: ?\\d{2})?`,
    ),
  ],
  [
    "number",
    pattern(
      "(?:(?:dossier|demande|ticket|référence|réf\\.?|case|reference|ref\\.?|file)(?: (?:n°|nº|no\\.?|numéro|number))? ?:? ?)?(?:[A-Z]{1,4}[ -]?\\d{2,}[A-Z0-9/-]*|\\d{2,}[/-][A-Z0-9/-]*\\d|n° ?\\d{2,}|\\d{5,})",
    ),
  ],
  ["document", pattern(documents)],
];

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");
}

/**
 * What a text says of one case: dates, deadlines, numbers of a case or ticket, documents, services.
 *
 * @param serviceNames what the services of the house are called
 * @returns in the order of the text, not overlapping
 */
export function referencesIn(text: string, serviceNames: readonly string[]): Reference[] {
  const found: Reference[] = [];
  const add = (kind: ReferenceKind, start: number, end: number) => {
    if (!found.some((known) => overlaps(known, { start, end }))) found.push({ kind, start, end });
  };
  for (const [kind, one] of patterns) {
    for (const match of text.matchAll(one)) add(kind, match.index, match.index + match[0].length);
  }
  const lower = text.toLowerCase();
  for (const name of serviceNames) {
    if (name.length < 4) continue;
    const at = lower.indexOf(name.toLowerCase());
    if (at >= 0) add("service", at, at + name.length);
  }
  return found.sort((a, b) => a.start - b.start);
}

export function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}

const greeting =
  /^(?:bonjour|bonsoir|ch[eè]re?s?|hello|hi|dear|good (?:morning|afternoon|evening))(?!\p{L})/iu;
const formal =
  /^(?:(?:bonjour|bonsoir|dear|ch[eè]re?s?)[ ,]*)?(?:madame|monsieur|mesdames|messieurs|mme|mr|m\.|sir|madam)(?!\p{L})/iu;

/** How a reply begins. A name was masked before anything was kept, so that it is known by what stands for it. */
export function addressingOf(text: string): (typeof addressings)[number] {
  const [line = ""] = text.trimStart().split("\n");
  const opening = line.slice(0, 60);
  if (!greeting.test(opening) && !formal.test(opening)) return "none";
  // A name far from the greeting is somebody else's.
  if (opening.slice(0, 32).includes(masked)) return "by_name";
  return formal.test(opening) ? "formal" : "greeting";
}
