/** A corpus of which it is known which texts were made from the same one: the judge of precision and recall. */
import { mulberry } from "../queueing/random.ts";

export interface Corpus {
  readonly texts: readonly string[];
  /** The base text of each text: two of the same base are near duplicates. */
  readonly bases: readonly number[];
}

type Random = () => number;
type Edit = (text: string, others: readonly string[], random: Random) => string;

/**
 * Every third base is rewritten twice in two different ways, and another third is quoted: a stranger that carries one
 * of its sentences is no duplicate of it. Two texts in five open and close with one of a few set phrases.
 */
export function makeCorpus(bases: readonly string[], seed: number): Corpus {
  const random = mulberry(seed);
  const made: { text: string; base: number }[] = [];
  for (const [base, text] of bases.entries()) {
    const framed = (words: string) =>
      random() < 0.4 ? `${pick(openings, random)} ${words} ${pick(closings, random)}` : words;
    made.push({ text: framed(text), base });
    if (base % 3 === 0) {
      for (let copy = 0; copy < 2; copy += 1) {
        const [first, second] = [pick(edits, random), pick(edits, random)];
        const once = first(text, bases, random);
        made.push({ text: framed(random() < 0.5 ? once : second(once, bases, random)), base });
      }
    }
    if (base % 3 === 1) {
      const sentence = pick(sentencesOf(bases[base - 1] ?? ""), random);
      // A quotation that is most of the text would make it a duplicate.
      const isShort = sentence.split(" ").length < text.split(" ").length * 0.4;
      if (isShort) made.push({ text: framed(`${text} ${sentence}`), base });
    }
  }
  return { texts: made.map(({ text }) => text), bases: made.map(({ base }) => base) };
}

export interface Judged {
  readonly precision: number;
  readonly recall: number;
  /** Pairs of the same base. */
  readonly wanted: number;
}

/** Judges pairs of places by what the corpus knows. */
export function judge(
  { bases }: Corpus,
  pairs: readonly { readonly first: number; readonly second: number }[],
): Judged {
  const counts = new Map<number, number>();
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1);
  const wanted = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const right = pairs.filter(({ first, second }) => bases[first] === bases[second]).length;
  return { precision: right / pairs.length, recall: right / wanted, wanted };
}

const openings = [
  "Bonjour, nous avons bien reçu votre message et vous en remercions.",
  "Madame, Monsieur, je reviens vers vous au sujet de votre demande.",
  "Hello, thank you for contacting the town hall.",
];
const closings = [
  "Nous restons à votre disposition pour tout renseignement complémentaire. Cordialement",
  "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
  "Please do not hesitate to contact us again. Kind regards",
];

const edits: readonly Edit[] = [
  // One word in ten is another one.
  (text, others, random) => {
    const strange = pick(others, random).split(" ");
    return words(text, (word) => (random() < 0.1 ? pick(strange, random) : word));
  },
  // One word in ten is left out.
  (text, _others, random) => words(text, (word) => (random() < 0.1 ? "" : word)),
  // A sentence of another text is put in.
  (text, others, random) => {
    const own = sentencesOf(text);
    const strange = pick(sentencesOf(pick(others, random)), random)
      .split(" ")
      .slice(0, 20)
      .join(" ");
    return own.toSpliced(Math.floor(random() * (own.length + 1)), 0, strange).join(" ");
  },
  // The sentences stand in another order.
  (text, _others, random) =>
    sentencesOf(text)
      .map((sentence) => ({ sentence, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ sentence }) => sentence)
      .join(" "),
  // Typed in a hurry: no accents, no capitals.
  (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase(),
];

function words(text: string, change: (word: string) => string): string {
  return text
    .split(" ")
    .map(change)
    .filter((word) => word !== "")
    .join(" ");
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;]) /);
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}
