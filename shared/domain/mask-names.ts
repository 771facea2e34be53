/**
 * Leaves out of a text what tells who somebody is: names, telephone numbers, e-mail and postal addresses, bank
 * accounts, number plates, social security numbers. French and English.
 *
 * A name is known by what stands around it: a title, a greeting, a closing, "je m’appelle …", a given name that is
 * common, or two words with capitals inside a sentence. What a service or an office is called stays. Rules of this
 * kind miss some names (docs/decisions names which): this makes texts fit to be read, not anonymous.
 */

import { birthDate, numberPatterns } from "./mask-numbers.ts";
import {
  after,
  before,
  isAmbiguous,
  isGiven,
  isOffice,
  isOrdinary,
  letters,
  masked,
  maskFirstRun,
  maskRun,
  name,
  startsWithRun,
  title,
} from "./mask-run.ts";
import { maskSignatures } from "./mask-signature.ts";

export { masked } from "./mask-run.ts";

const greeting =
  "(?:bonjour|bonsoir|salut|coucou|ch[eè]re?s?|hello|hi|hey|dear|good (?:morning|afternoon|evening)|merci|thanks|thank you)";
const introduction =
  "(?:je m[’']appelle|je suis(?! (?:épouse|époux|veuve|née?) )|mon nom est|nom ?:|prénom ?:|au nom de|de la part de|dénommée?s?|nommée?s?|signée? ?:?|(?:je suis )?(?:épouse|époux|veuve|née?)|my name is|i am|i[’']m|on behalf of|signed(?: by)? ?:?|name ?:)";

const titledPattern = new RegExp(`(${before}${title}[ \\u00a0]+)(${name})`, "gu");
const shortTitlePattern = new RegExp(
  `(${before}(?:mme|mlle|mr|mrs)\\.?[ \\u00a0]+)(\\p{Ll}${letters}{1,40})${after}`,
  "gu",
);
const greetedPattern = new RegExp(`(${before}${greeting}[ \\u00a0]+)(\\p{L}[^\\n,.!;:?[\\]]{0,80})`, "giu");
const introducedPattern = new RegExp(
  `(${before}${introduction}[ \\u00a0]+)(\\p{L}[^\\n,.!;?[\\]]{0,80})`,
  "giu",
);
const initialPattern = /(?<![\p{L}\p{N}])((?:\p{Lu}\.[ -]?){1,3})(\p{Lu}[\p{L}’'-]{2,40})/gu;
const trailingInitial = /\[masqué\] \p{Lu}(?:\.|(?![\p{L}\p{N}’']))/gu;
const saysOwnName = /appelle|nom|name/iu;
const runPattern = new RegExp(`${before}${name}`, "gu");

/** The text with `masked` in place of what tells who somebody is; doing it again changes nothing. */
export function maskNames(text: string): string {
  // Masking one name can uncover another, which is caught by the next round.
  for (let last = text; ; ) {
    const next = maskOnce(last);
    if (next === last) return next;
    last = next;
  }
}

function maskOnce(text: string): string {
  let left = text;
  for (const pattern of numberPatterns) left = left.replaceAll(pattern, masked);
  left = left.replaceAll(birthDate, `$1${masked}`);
  left = left.replaceAll(titledPattern, (_whole, lead: string, run: string) => lead + maskRun(run));
  left = left.replaceAll(shortTitlePattern, (whole, lead: string, word: string) =>
    isOrdinary(word) ? whole : lead + masked,
  );
  left = left.replaceAll(
    greetedPattern,
    (_whole, lead: string, rest: string) => lead + maskGreeted(rest, /^(?:merci|thank|ch)/iu.test(lead)),
  );
  left = left.replaceAll(
    introducedPattern,
    (_whole, lead: string, rest: string) => lead + maskIntroduced(rest, saysOwnName.test(lead)),
  );
  left = maskSignatures(left);
  left = left.replaceAll(initialPattern, (whole, _initials, word: string) =>
    isOffice(word) ? whole : masked,
  );
  left = left.replaceAll(runPattern, (run, at: number, whole: string) => maskKnown(run, whole.slice(0, at)));
  return left.replaceAll(trailingInitial, masked);
}

/** What a person is greeted by: a run with capitals, or one word alone. */
function maskGreeted(rest: string, onlyCapitals: boolean): string {
  if (startsWithRun(rest)) return maskFirstRun(rest);
  const alone = rest.trim();
  const isName = !onlyCapitals && /^[\p{L}’'-]+$/u.test(alone) && !isOrdinary(alone);
  return isName || isGiven(alone) ? rest.replace(alone, masked) : rest;
}

/** What follows "my name is …" is a name even without a capital. */
function maskIntroduced(rest: string, isName: boolean): string {
  if (startsWithRun(rest)) return maskFirstRun(rest);
  if (!isName) return rest;
  const words = rest.split(" ");
  const end = words.slice(0, 2).findIndex((word) => isOrdinary(word));
  const count = end < 0 ? Math.min(2, words.length) : end;
  return count === 0 ? rest : [masked, ...words.slice(count)].join(" ");
}

/** Masks in a run that nothing announces: a given name with what belongs to it, or two names inside a sentence. */
function maskKnown(run: string, textBefore: string): string {
  const words = run.split(/[ \u00a0]/);
  const isShouted = words.length > 3 && run === run.toUpperCase();
  if (isShouted) return words.map((word) => (isGiven(word) && !isAmbiguous(word) ? masked : word)).join(" ");
  const isInside = /[\p{L}\p{N},’'][ \u00a0]+$/u.test(textBefore);
  const names = words.filter((word) => !isOffice(word));
  const isName = names.some((word) => isGiven(word) || (isAmbiguous(word) && (isInside || names.length > 1)));
  return isName || (isInside && names.length > 1) ? maskRun(run) : run;
}
