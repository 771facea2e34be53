/**
 * What has been written before: standard texts and earlier replies, so that a reply can be compared with them.
 *
 * A standard text is compared with every reply. Of the earlier replies only those are, of which a sentence resembles
 * one of the reply's by its signature; what they share is then read off word for word. A reply is compared with
 * earlier ones only: whoever first found the words is not blamed for those who took them over, and the figure of a
 * month does not change with what is written in the next.
 */
import { LshIndex } from "../similarity/lsh-index.ts";
import { signatureOfShingles } from "../similarity/min-hash.ts";
import { shinglesOfWords } from "../similarity/shingles.ts";
import { hashText, wordsOf } from "../similarity/words.ts";
import type { Passage, Reply, ReplyAnalysis, ReplyTemplate } from "./reply.ts";
import { languageOf } from "./reply-language.ts";
import {
  claimPassages,
  ownedPassages,
  runPlaces,
  type SearchedText,
  searchedText,
  sentencesOf,
} from "./reply-passages.ts";
import { addressingOf, overlaps, referencesIn } from "./reply-references.ts";

/** Numbers in the signature of a sentence: with eight bands of two, of sentences at 0.5 nine in ten are found. */
const sentenceSignature = 16;
/** Earlier replies that a band gives at most, and that a reply is compared with. */
const mostPerBand = 3;
const mostCompared = 24;

type Written = Pick<Reply, "id" | "caseId" | "atMs">;

interface KnownReply extends Written {
  readonly text: SearchedText;
}

interface KnownTemplate {
  readonly from: Passage["from"];
  readonly text: SearchedText;
}

export class ReplyCorpus {
  readonly #templates: KnownTemplate[];
  readonly #replies: KnownReply[] = [];
  readonly #sentences = new LshIndex<number>();
  /** Sentences that many send word for word are in the index for the first few only. */
  readonly #copies = new Map<number, number>();

  /** @param templates every wording there ever was, the newest first */
  constructor(templates: readonly Pick<ReplyTemplate, "id" | "version" | "text">[]) {
    this.#templates = templates.map(({ id, version, text }) => ({
      from: { kind: "template", templateId: id, version },
      text: searchedText(wordsOf(text)),
    }));
  }

  /** Adds a reply, with which later ones are compared. */
  add({ id, caseId, atMs, text }: Written & Pick<Reply, "text">): void {
    const place = this.#replies.length;
    this.#replies.push({ id, caseId, atMs, text: searchedText(wordsOf(text)) });
    for (const signature of sentenceSignatures(text)) {
      const key = hashText(signature.join(" "));
      const copies = this.#copies.get(key) ?? 0;
      if (copies >= mostPerBand * 2) continue;
      this.#copies.set(key, copies + 1);
      this.#sentences.add(place, signature);
    }
  }

  /**
   * How personal a reply is.
   *
   * @param serviceNames what the services of the house are called
   */
  analyse(reply: Written & Pick<Reply, "text">, serviceNames: readonly string[]): ReplyAnalysis {
    const words = wordsOf(reply.text);
    const text = searchedText(words);
    const searched = { text, places: runPlaces(text) };
    const owners = new Int32Array(words.length);
    const sources: Passage["from"][] = [];
    const compare = (from: Passage["from"], other: SearchedText) => {
      sources.push(from);
      claimPassages(searched, other, owners, sources.length);
    };
    for (const template of this.#templates) compare(template.from, template.text);
    for (const known of this.#candidates(reply)) {
      compare({ kind: "reply", replyId: known.id }, known.text);
    }
    const passages = ownedPassages(words, owners).flatMap(({ owner, ...place }): Passage[] => {
      const from = sources[owner - 1];
      return from === undefined ? [] : [{ ...place, from }];
    });
    const standingWordCount = passages.reduce((sum, passage) => sum + passage.words, 0);
    return {
      language: languageOf(reply.text),
      wordCount: words.length,
      standingWordCount,
      personalShare: words.length === 0 ? null : 1 - standingWordCount / words.length,
      passages,
      addressing: addressingOf(reply.text),
      references: referencesIn(reply.text, serviceNames).filter(
        (reference) => !passages.some((passage) => overlaps(passage, reference)),
      ),
    };
  }

  /** Earlier replies to other cases that have a sentence like one of this one, those with most of them first. */
  #candidates(reply: Written & Pick<Reply, "text">): KnownReply[] {
    const isEarlier = (place: number) => {
      const known = this.#replies[place];
      return known !== undefined && known.caseId !== reply.caseId && isBefore(known, reply);
    };
    const shared = new Map<number, number>();
    for (const signature of sentenceSignatures(reply.text)) {
      for (const place of this.#sentences.candidates(signature, mostPerBand, isEarlier)) {
        shared.set(place, (shared.get(place) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([placeA, a], [placeB, b]) => b - a || placeA - placeB)
      .slice(0, mostCompared)
      .flatMap(([place]) => this.#replies[place] ?? []);
  }
}

/** The one order of replies: by time, then by id. */
export function isBefore(a: Written, b: Written): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.id < b.id);
}

function sentenceSignatures(text: string) {
  return sentencesOf(text).map((words) => signatureOfShingles(shinglesOfWords(words), sentenceSignature));
}
