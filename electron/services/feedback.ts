/** How citizens felt treated: the experience by month and service, the answers 1–5, and the words they left. */
import { type ExperienceRow, experienceDefinition } from "../../shared/domain/experience.ts";
import {
  type Distribution,
  distributionsOf,
  type FeltWords,
  type ScoreQuery,
} from "../../shared/domain/feedback.ts";
import type { FeedbackStore } from "../store/feedback-store.ts";
import type { ExperienceService } from "./experience.ts";

const mostWords = 100;

export interface FeedbackOverview {
  readonly definition: string;
  readonly months: ExperienceRow[];
  readonly services: ExperienceRow[];
  readonly distributions: Distribution[];
}

export interface FeedbackService {
  overview(query: ScoreQuery & { readonly serviceId: string | null }): Promise<FeedbackOverview>;
  words(
    query: ScoreQuery & { readonly serviceId: string | null; readonly treated: number | null },
  ): Promise<{ words: FeltWords[] }>;
}

/** Makes the feedback service. Nothing it gives names an agent, and nothing tells of fewer than five people. */
export function createFeedback(store: FeedbackStore, experience: ExperienceService): FeedbackService {
  return {
    async overview({ serviceId, ...query }) {
      const [months, services, counts] = await Promise.all([
        experience.query({ ...query, by: "month", serviceId, channel: null }),
        experience.query({ ...query, by: "service", serviceId: null, channel: null }),
        store.scoreCounts(query),
      ]);
      return {
        definition: experienceDefinition,
        months: [...months.rows],
        services: [...services.rows],
        distributions: distributionsOf(counts),
      };
    },
    async words({ serviceId, treated, ...query }) {
      const shown = distributionsOf(await store.scoreCounts(query)).flatMap((one) =>
        one.serviceId === null || one.counts === null ? [] : one.serviceId,
      );
      const serviceIds = shown.filter((id) => serviceId === null || id === serviceId);
      return { words: await store.feltWords({ ...query, serviceIds, treated, limit: mostWords }) };
    },
  };
}
