/** What the store knows of how people felt treated: never to be shown as it is, small groups are hidden by the service. */
import type { FeltWords, FeltWordsQuery, ScoreCount, ScoreQuery } from "../../shared/domain/feedback.ts";

export interface FeedbackStore {
  /** How often each answer was given, by service. */
  scoreCounts(query: ScoreQuery): Promise<ScoreCount[]>;
  /** What people wrote, by when they wrote it, newest first. */
  feltWords(query: FeltWordsQuery): Promise<FeltWords[]>;
}
