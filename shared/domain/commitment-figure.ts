/** How many commitments were kept in time, by the month or the service that they fall due in. */
import { z } from "zod";
import type { Commitment } from "./commitment.ts";

/** Fewer commitments than this are never shown as a share: they would tell of one person. */
export const leastCommitmentsShown = 5;

/** What the figure means; goes with every answer. */
export const commitmentDefinition =
  "kept in time ÷ (kept + missed + overdue), of the commitments that fell due in the time; fewer than five are not shown";

export const commitmentFigureSchema = z.object({
  /** A service, a month such as `2026-11`, or `total`. */
  key: z.string(),
  /** 0–1; null where fewer than five fell due. */
  keptInTimeShare: z.number().nullable(),
  /** How many fell due: kept, missed and overdue; null where they are fewer than five. */
  count: z.number().nullable(),
  keptInTime: z.number().nullable(),
  keptLate: z.number().nullable(),
  missed: z.number().nullable(),
  overdue: z.number().nullable(),
});
export type CommitmentFigure = z.infer<typeof commitmentFigureSchema>;

/** The figure of some commitments. One that is neither settled nor due counts nowhere. */
export function commitmentFigure(
  key: string,
  commitments: readonly Commitment[],
  nowMs: number,
): CommitmentFigure {
  let [keptInTime, keptLate, missed, overdue] = [0, 0, 0, 0];
  for (const { keptAtMs, missedAtMs, dueAtMs } of commitments) {
    if (keptAtMs !== null && keptAtMs <= dueAtMs) keptInTime += 1;
    else if (keptAtMs !== null) keptLate += 1;
    else if (missedAtMs !== null) missed += 1;
    else if (nowMs > dueAtMs) overdue += 1;
  }
  const count = keptInTime + keptLate + missed + overdue;
  if (count < leastCommitmentsShown) {
    const hidden = { keptInTime: null, keptLate: null, missed: null, overdue: null };
    return { key, keptInTimeShare: null, count: null, ...hidden };
  }
  return { key, keptInTimeShare: keptInTime / count, count, keptInTime, keptLate, missed, overdue };
}

/** One figure per key, in ascending order of the keys. */
export function commitmentFigures(
  commitments: readonly Commitment[],
  keyOf: (commitment: Commitment) => string | null,
  nowMs: number,
): CommitmentFigure[] {
  const groups = new Map<string, Commitment[]>();
  for (const commitment of commitments) {
    const key = keyOf(commitment);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), commitment]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => commitmentFigure(key, group, nowMs));
}
