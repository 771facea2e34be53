/** What of a reply is worth another wording; where, and never how: the words are those of whoever writes. */
import { z } from "zod";
import type { Passage, ReplyAnalysis } from "./reply.ts";

/** A shorter passage is a set phrase that nobody minds. */
export const passageWordsToReword = 12;
const mostPassages = 3;

export const replyAdviceSchema = z.discriminatedUnion("kind", [
  /** A long passage that others got word for word. */
  z.object({ kind: z.literal("passage"), index: z.number() }),
  /** Nobody is addressed. */
  z.object({ kind: z.literal("no_address") }),
  /** Nothing in the own words speaks of this case. */
  z.object({ kind: z.literal("no_reference") }),
]);
export type ReplyAdvice = z.infer<typeof replyAdviceSchema>;

/** The longest passages first, then what is missing. */
export function adviceOn({
  passages,
  addressing,
  references,
}: Pick<ReplyAnalysis, "passages" | "addressing" | "references">): ReplyAdvice[] {
  return [
    ...passages
      .map((passage, index) => ({ passage, index }))
      .filter(({ passage }) => isToReword(passage))
      .sort((a, b) => b.passage.words - a.passage.words || a.index - b.index)
      .slice(0, mostPassages)
      .map(({ index }): ReplyAdvice => ({ kind: "passage", index })),
    ...(addressing === "none" ? [{ kind: "no_address" } as const] : []),
    ...(references.length === 0 ? [{ kind: "no_reference" } as const] : []),
  ];
}

export function isToReword({ words }: Pick<Passage, "words">): boolean {
  return words >= passageWordsToReword;
}
