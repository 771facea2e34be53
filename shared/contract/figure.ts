/** Figures over a time: what the trends show; never agent by agent. */
import { z } from "zod";
import { figureRowSchema, houseFigureQuerySchema } from "../domain/figure.ts";
import { procedure } from "./procedure.ts";

export const figureContract = {
  query: procedure.input(houseFigureQuerySchema).output(
    z.object({
      definitionsVersion: z.number(),
      definitions: z.record(z.string(), z.string()),
      rows: z.array(figureRowSchema),
    }),
  ),
};
