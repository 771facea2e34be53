/** How people felt treated: what they answered, and the words they left, without who is named in them. */
import { z } from "zod";
import { leastAnswersShown } from "./experience.ts";

export const scores = [1, 2, 3, 4, 5] as const;

export const scoreQuerySchema = z.object({
  fromMs: z.number(),
  /** Exclusive. By when the case came, as in the citizen experience. */
  toMs: z.number(),
  siteId: z.string().nullable(),
});
export type ScoreQuery = z.infer<typeof scoreQuerySchema>;

export interface ScoreCount {
  readonly serviceId: string;
  /** 1 (badly) to 5 (very well). */
  readonly treated: number;
  readonly count: number;
}

export interface FeltWordsQuery extends ScoreQuery {
  /** Only words about these services. */
  readonly serviceIds: readonly string[];
  readonly treated: number | null;
  readonly limit: number;
}

export const feltWordsSchema = z.object({
  /** When they were written. */
  atMs: z.number(),
  serviceId: z.string(),
  treated: z.number(),
  words: z.string(),
});
export type FeltWords = z.infer<typeof feltWordsSchema>;

export const distributionSchema = z.object({
  /** Null: all services together. */
  serviceId: z.string().nullable(),
  /** Answers 1, 2, 3, 4 and 5; null where fewer than five people answered. */
  counts: z.array(z.number()).length(scores.length).nullable(),
});
export type Distribution = z.infer<typeof distributionSchema>;

/** The distribution of all services together, then of each, by its key; those of fewer than five answers are hidden. */
export function distributionsOf(counts: readonly ScoreCount[]): Distribution[] {
  const serviceIds = [...new Set(counts.map(({ serviceId }) => serviceId))].sort();
  const of = (serviceId: string | null): Distribution => {
    const sums = scores.map((score) =>
      counts
        .filter((one) => one.treated === score && (serviceId === null || one.serviceId === serviceId))
        .reduce((sum, { count }) => sum + count, 0),
    );
    const answers = sums.reduce((sum, count) => sum + count, 0);
    return { serviceId, counts: answers < leastAnswersShown ? null : sums };
  };
  return [of(null), ...serviceIds.map(of)];
}
