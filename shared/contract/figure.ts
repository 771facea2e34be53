/** Figures over a time: what the trends, the exports and the command line show. */
import { z } from "zod";
import { figureQuerySchema, figureRowSchema } from "../domain/figure.ts";
import { procedure } from "./procedure.ts";

export const figureContract = {
  query: procedure.input(figureQuerySchema).output(
    z.object({
      definitionsVersion: z.number(),
      definitions: z.record(z.string(), z.string()),
      rows: z.array(figureRowSchema),
    }),
  ),
};
