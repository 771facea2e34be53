/** Near duplicates on a corpus of public texts: precision and recall; and how long 10,000 sent replies take. */
import { maskNames } from "../shared/domain/mask-names.ts";
import { ReplyCorpus } from "../shared/domain/reply-corpus.ts";
import { jaccard, shinglesOf } from "../shared/similarity/shingles.ts";
import { nearDuplicate, similarPairs } from "../shared/similarity/similar-texts.ts";
import { type Judged, judge, makeCorpus } from "../tests/shared/similarity/near-duplicates.ts";
import { publicParagraphs, withManual } from "../tests/shared/similarity/public-texts.ts";
import { sentReplies, templates } from "./replies/sent-replies.ts";
import type { BenchResult } from "./run.ts";

const seed = 20261124;
const gates = { precision: 0.9, recall: 0.9, analysisSeconds: 10 };
const replyCount = 10_000;

export async function bench(): Promise<BenchResult> {
  const paragraphs = publicParagraphs(1_500, withManual);
  return { name: "replies", lines: [...nearDuplicates(paragraphs), ...analysis(paragraphs)] };
}

function nearDuplicates(paragraphs: readonly string[]): string[] {
  const corpus = makeCorpus(paragraphs, seed);
  const startedMs = performance.now();
  const pairs = similarPairs(corpus.texts);
  const tookMs = performance.now() - startedMs;
  const chosen = judge(corpus, pairs);
  const reached = chosen.precision >= gates.precision && chosen.recall >= gates.recall;
  return [
    `near duplicates: ${corpus.texts.length} texts from ${paragraphs.length} paragraphs, ${chosen.wanted} pairs to find`,
    `  at ${nearDuplicate}: ${shares(chosen)} in ${Math.round(tookMs)} ms (gate: both ≥ ${gates.recall}) ${verdict(reached)}`,
    ...[0.25, 0.3, 0.35, 0.4].map(
      (threshold) => `  at ${threshold}: ${shares(judge(corpus, similarPairs(corpus.texts, threshold)))}`,
    ),
    "  words per shingle, all compared with all, at the threshold that is best for each:",
    ...[1, 2, 3, 4].map((length) => `  ${bestOf(length)}`),
  ];
}

/** On a part of the corpus: comparing all with all is what the signatures are there to avoid. */
function bestOf(length: number): string {
  const corpus = makeCorpus(publicParagraphs(300), seed);
  const shingles = corpus.texts.map((text) => shinglesOf(text, length));
  const measured = shingles.flatMap((own, second) =>
    shingles.slice(0, second).map((other, first) => ({ first, second, similarity: jaccard(other, own) })),
  );
  const judged = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((threshold) => ({
    threshold,
    ...judge(
      corpus,
      measured.filter(({ similarity }) => similarity >= threshold),
    ),
  }));
  const [best] = judged.sort((a, b) => f1(b) - f1(a));
  return best === undefined ? "" : `${length}: at ${best.threshold} ${shares(best)}`;
}

function analysis(paragraphs: readonly string[]): string[] {
  const replies = sentReplies(paragraphs, replyCount);
  const startedMs = performance.now();
  const corpus = new ReplyCorpus(templates.map((text, index) => ({ id: `t${index}`, version: 1, text })));
  let words = 0;
  const personal: number[] = [];
  for (const reply of replies) {
    corpus.add(reply);
    const { wordCount, personalShare } = corpus.analyse(reply, ["Passeports", "État civil"]);
    words += wordCount;
    personal.push(personalShare ?? 1);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const maskedMs = timeOf(() => replies.slice(0, 1_000).map(({ text }) => maskNames(text)));
  personal.sort((a, b) => a - b);
  return [
    `${replyCount} replies of ${Math.round(words / replyCount)} words, each analysed as it comes: ${seconds.toFixed(1)} s (gate: < ${gates.analysisSeconds} s) ${verdict(seconds < gates.analysisSeconds)}`,
    `  median personal share ${((personal[replyCount / 2] ?? 0) * 100).toFixed(0)} %, lowest ${((personal[0] ?? 0) * 100).toFixed(0)} %`,
    `masking: ${(maskedMs / 1_000).toFixed(2)} ms per reply`,
  ];
}

function timeOf(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

function f1({ precision, recall }: Judged): number {
  return (2 * precision * recall) / (precision + recall);
}

function shares({ precision, recall }: Judged): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
}

function verdict(reached: boolean): string {
  return reached ? "reached" : "MISSED";
}
