/** A run of words with capitals, and what of it is somebody's name rather than that of an office. */
import { plainWord } from "../similarity/words.ts";
import { ambiguousNames, givenNames, noGreeted, noNames } from "./mask-words.ts";

/** What stands for each thing that was left out. */
export const masked = "[masqué]";

export const before = "(?<![\\p{L}\\p{N}’'-])";
export const after = "(?![\\p{L}\\p{N}])";
export const letters = "[\\p{L}\\p{M}’']";
const capital = `\\p{Lu}${letters}{0,40}(?:-\\p{Lu}${letters}{0,40}){0,3}`;
const particle = "(?:de la|de|du|des|d[’']|le|la|el|al|ben|bin|van|von|der|da|dos)";
/** Words with capitals on one line, with particles between them. */
export const name = `${capital}(?:[ \\u00a0](?:${particle} ?){0,2}${capital}){0,4}`;
export const title =
  "(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|MONSIEUR|MADAME|M\\.|MM\\.|M|[Mm]mes?\\.?|MME|[Mm]lles?\\.?|[Mm]rs?\\.?|MR|[Mm]s\\.?|[Mm]iss|[Dd]r\\.?|[Dd]octeur|[Mm]aître|Me|[Pp]rof(?:esseure?|essor)?\\.?)";
const firstRun = new RegExp(`^${name}`, "u");

/** Whether a text begins with a word with a capital. */
export function startsWithRun(text: string): boolean {
  return firstRun.test(text);
}

/** Masks the run that a text begins with. */
export function maskFirstRun(rest: string): string {
  return rest.replace(firstRun, maskRun);
}

/** Masks a run of words with capitals, but for what an office is called at its start or end. */
export function maskRun(run: string): string {
  const words = run.split(/[ \u00a0]/);
  const first = words.findIndex((word) => !isOffice(word));
  if (first < 0) return run;
  // "Le Goff" begins with an article, "Monsieur Martin" does not.
  let from = first;
  while (from > 0 && isArticle(words[from - 1] ?? "")) from -= 1;
  const rest = words.slice(first).findIndex((word) => isOffice(word) && !isArticle(word));
  const to = rest < 0 ? words.length : first + rest;
  return [...words.slice(0, from), masked, ...words.slice(to)].join(" ");
}

/** Whether a word joins the parts of a name: small in "Jean de la Tour", large in "DE LA TOUR". */
function isArticle(word: string): boolean {
  return /^\p{Ll}/u.test(word) || /^(?:les?|la|des?|du)$/i.test(word);
}

/** Whether a word is a common given name. */
export function isGiven(word: string): boolean {
  return bareWord(word)
    .split("-")
    .some((part) => givenNames.has(part));
}

/** Whether a word is a given name and an ordinary word as well. */
export function isAmbiguous(word: string): boolean {
  return ambiguousNames.has(bareWord(word));
}

/** Whether a word with a capital is no name: an office, a day, the first word of a sentence. */
export function isOffice(word: string): boolean {
  const bare = bareWord(word);
  return (
    bare.length < 2 ||
    /^\p{Ll}/u.test(withoutElision(word)) ||
    bare.split("-").some((part) => noNames.has(part))
  );
}

/** Whether a word that follows a greeting or a title is no name. */
export function isOrdinary(word: string): boolean {
  const bare = bareWord(word);
  return noGreeted.has(bare) || noNames.has(bare) || bare.length < 2;
}

function bareWord(word: string): string {
  return plainWord(withoutElision(word).replace(/[’']s$/u, ""));
}

function withoutElision(word: string): string {
  return word.replace(/^(?:[ldjnmstc]|qu|i)[’']/iu, "");
}
