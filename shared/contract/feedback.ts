/** How citizens felt treated. */
import { z } from "zod";
import { distributionSchema, feltWordsSchema, scoreQuerySchema } from "../domain/feedback.ts";
import { procedure } from "./procedure.ts";

const experienceRowSchema = z.object({
  key: z.string(),
  fromMs: z.number().nullable(),
  experience: z.number().nullable(),
  treatedScore: z.number().nullable(),
  serviceLevel: z.number().nullable(),
  solvedShare: z.number().nullable(),
  solvedKnownCount: z.number().nullable(),
  answerCount: z.number().nullable(),
});

export const feedbackContract = {
  /** Fewer than five answers are hidden: they would tell of one person. */
  overview: procedure.input(scoreQuerySchema.extend({ serviceId: z.string().nullable() })).output(
    z.object({
      definition: z.string(),
      /** By month of the site's clock, of the chosen service or of all. */
      months: z.array(experienceRowSchema),
      services: z.array(experienceRowSchema),
      /** All services together first. */
      distributions: z.array(distributionSchema),
    }),
  ),
  /** Newest first, at most 100, only of services that at least five people answered about. */
  words: procedure
    .input(
      scoreQuerySchema.extend({
        serviceId: z.string().nullable(),
        treated: z.int().min(1).max(5).nullable(),
      }),
    )
    .output(z.object({ words: z.array(feltWordsSchema) })),
};
