/** How citizens felt treated, together with how soon and how well they were served. */
import {
  type ExperienceQuery,
  type ExperienceRow,
  experienceDefinition,
  experienceRow,
} from "../../shared/domain/experience.ts";
import type { FigureStore } from "../store/store.ts";

export interface ExperienceService {
  query(
    query: ExperienceQuery,
  ): Promise<{ definitions: { experience: string }; rows: readonly ExperienceRow[] }>;
}

/** Makes the experience figures of a store: a row where somebody answered. */
export function createExperience(store: Pick<FigureStore, "answers" | "figures">): ExperienceService {
  return {
    async query(query) {
      const [answers, figures] = await Promise.all([
        store.answers(query),
        store.figures({ ...query, base: "served" }),
      ]);
      const levels = new Map(figures.map((row) => [row.key, row.serviceLevel]));
      return {
        definitions: { experience: experienceDefinition },
        rows: answers.map((row) => experienceRow(row, levels.get(row.key) ?? null)),
      };
    },
  };
}
