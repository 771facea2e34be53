/** What became of ideas in a month. */
import type { Idea } from "./idea.ts";

export interface IdeaCounts {
  readonly proposed: number;
  /** Trials that began. */
  readonly tried: number;
  /** Adopted, answered or declined with a reason. */
  readonly settled: number;
  /** From the proposal to the first word or decision of somebody else, median in days; null where nobody was answered. */
  readonly firstAnswerDays: number | null;
  /** Ideas whose first answer came in the time. */
  readonly answered: number;
}

const dayMs = 86_400_000;
const settledStates = new Set(["adopted", "answered", "declined"]);

/** Counts what happened from an instant on and before another. */
export function ideaCounts(ideas: readonly Idea[], fromMs: number, toMs: number): IdeaCounts {
  const isThen = (atMs: number) => atMs >= fromMs && atMs < toMs;
  const moves = ideas.flatMap((idea) => idea.history.filter((move) => isThen(move.atMs)));
  const answers = ideas.flatMap((idea) => {
    const atMs = firstAnswerMs(idea);
    return atMs !== null && isThen(atMs) ? [(atMs - idea.createdAtMs) / dayMs] : [];
  });
  return {
    proposed: ideas.filter((idea) => isThen(idea.createdAtMs)).length,
    tried: moves.filter((move) => move.state === "trying").length,
    settled: moves.filter((move) => settledStates.has(move.state)).length,
    firstAnswerDays: median(answers),
    answered: answers.length,
  };
}

/** How many wait for a first word. */
export function unansweredIdeas(ideas: readonly Idea[]): number {
  return ideas.filter((idea) => idea.state === "proposed" && firstAnswerMs(idea) === null).length;
}

function firstAnswerMs({ author, comments, history }: Idea): number | null {
  const words = [...comments, ...history].filter(({ by }) => by !== author).map(({ atMs }) => atMs);
  return words.length === 0 ? null : Math.min(...words);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
