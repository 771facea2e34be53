/** Where knowledge of a service seems to be missing. */
import { z } from "zod";
import { knowledgeGapQuerySchema, knowledgeGapSchema } from "../domain/knowledge-gap.ts";
import { procedure } from "./procedure.ts";

export const knowledgeGapContract = {
  /** Of a period of at most 92 days. */
  find: procedure.input(knowledgeGapQuerySchema).output(
    z.object({
      definitions: z.record(z.string(), z.string()),
      baselineFromMs: z.number(),
      gaps: z.array(knowledgeGapSchema),
    }),
  ),
};
