/** How promises and problems stood at an instant of the past, by what is known of them now. */
import type { Commitment } from "./commitment.ts";
import type { Problem, ProblemState } from "./problem.ts";

/** Promises that were made, due and neither kept nor missed at an instant. */
export function overdueAt(commitments: readonly Commitment[], atMs: number): Commitment[] {
  return commitments.filter(
    ({ madeAtMs, dueAtMs, keptAtMs, missedAtMs }) =>
      madeAtMs <= atMs &&
      dueAtMs < atMs &&
      Math.min(keptAtMs ?? Number.POSITIVE_INFINITY, missedAtMs ?? Number.POSITIVE_INFINITY) > atMs,
  );
}

/** Problems that were reported and not solved at an instant. */
export function openProblemsAt(problems: readonly Problem[], atMs: number): Problem[] {
  return problems.filter((problem) => problem.createdAtMs <= atMs && stateAt(problem, atMs) !== "solved");
}

function stateAt({ history }: Problem, atMs: number): ProblemState {
  return history.findLast((change) => change.atMs <= atMs)?.state ?? "open";
}
