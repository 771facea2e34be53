/**
 * Words about what must not stand in a note: health, origin, opinions, family.
 *
 * The lists hold words whose everyday use is about a person. Ambiguous ones are left out or tied to a
 * neighbour, since a warning that is often wrong is soon overlooked.
 */
import { foldWord, wordsOf } from "./stem.ts";

export const sensitiveTopics = ["health", "origin", "opinions", "family"] as const;
export type SensitiveTopic = (typeof sensitiveTopics)[number];

export interface SensitiveWord {
  readonly topic: SensitiveTopic;
  /** As it was written. */
  readonly word: string;
}

/** Beginnings that make a whole family of words: `maladi` for maladie and maladies. */
const beginnings: Readonly<Record<SensitiveTopic, readonly string[]>> = {
  health: [
    ...["malad", "depressi", "handicap", "cancer", "medicament", "medecin", "hospitalis", "enceinte"],
    ...["grossesse", "alcool", "psychiatr", "psycholog", "diabet", "burnout", "migraine", "chirurg"],
    ...["sickness", "illness", "disab", "pregnan", "alcohol", "surgery", "doctor", "medication"],
  ],
  origin: ["immigr", "ethni", "racial", "maghreb", "african", "arabe", "asiatique", "gitan", "roms"],
  opinions: [
    ...["syndica", "syndiqu", "greviste", "religi", "musulman", "catholi", "juif", "juive", "voilee"],
    ...["militant", "ramadan", "muslim", "jewish", "unionist"],
  ],
  family: [
    ...["divorc", "celibataire", "epoux", "epouse", "homosexu", "lesbien", "veuf", "veuve", "husband"],
    ...["wife", "boyfriend", "girlfriend", "widow"],
  ],
};

/** Whole words and phrases, for which a beginning would say too much. */
const phrases: Readonly<Record<SensitiveTopic, readonly string[]>> = {
  health: ["arret de travail", "burn out", "sick", "ill", "mi temps therapeutique", "sa sante", "his health"],
  origin: [
    ...["son origine", "ses origines", "son accent", "sa nationalite", "est etranger", "est etrangere"],
    ...["her accent", "his accent", "her nationality", "his nationality", "foreigner"],
  ],
  opinions: ["trade union", "ses opinions", "vote pour", "en greve", "on strike"],
  family: [
    ...["son mari", "sa femme", "sa famille", "ses enfants", "son fils", "sa fille", "sa mere", "son pere"],
    ...["conjoint", "conjointe", "belle mere", "vie privee", "her family", "his family", "her children"],
    ...["his children", "private life"],
  ],
};

/** Beginnings as short as these would catch innocent words, so they stand for the word and its plural only. */
const shortestBeginning = 5;

/** The sensitive words of a text, each of them once, in the order of the text. */
export function findSensitiveWords(text: string): SensitiveWord[] {
  const written = wordsOf(text);
  const folded = written.map(foldWord);
  const found = new Map<string, SensitiveWord>();
  for (const [index, word] of folded.entries()) {
    for (const topic of sensitiveTopics) {
      const length = lengthFoundAt(folded, index, word, topic);
      if (length === 0) continue;
      const shown = written.slice(index, index + length).join(" ");
      if (!found.has(foldWord(shown))) found.set(foldWord(shown), { topic, word: shown });
    }
  }
  return [...found.values()];
}

/** How many words from an index on are sensitive; 0 where none is. */
function lengthFoundAt(words: readonly string[], index: number, word: string, topic: SensitiveTopic): number {
  if (beginnings[topic].some((beginning) => beginsWith(word, beginning))) return 1;
  const phrase = phrases[topic]
    .map((one) => one.split(" "))
    .find((parts) => parts.every((part, offset) => words[index + offset] === part));
  return phrase?.length ?? 0;
}

function beginsWith(word: string, beginning: string): boolean {
  if (beginning.length >= shortestBeginning) return word.startsWith(beginning);
  return word === beginning || word === `${beginning}s`;
}
