/** Trainings, who came, and what they granted. */
import { z } from "zod";
import { trainingDraftSchema, trainingSchema } from "../domain/training.ts";
import { procedure } from "./procedure.ts";

export const trainingContract = {
  /** The newest first. */
  list: procedure.output(z.array(trainingSchema)),
  /** Adds a training (id null), or replaces one that is not confirmed yet. */
  put: procedure
    .input(z.object({ id: z.string().nullable(), draft: trainingDraftSchema }))
    .output(trainingSchema),
  /** Makes attendance final and writes the granted skills into the matrix. */
  confirm: procedure.input(z.object({ id: z.string() })).output(trainingSchema),
};
