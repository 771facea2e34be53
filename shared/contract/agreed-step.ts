/** Steps that a team lead and an agent agreed on. */
import { z } from "zod";
import { agreedStepDraftSchema, agreedStepOutcomeSchema, agreedStepSchema } from "../domain/agreed-step.ts";
import { procedure } from "./procedure.ts";

export const agreedStepContract = {
  /** Those of the own team, or the own ones, by due date; settled ones of the last year. */
  list: procedure.output(z.array(agreedStepSchema)),
  add: procedure.input(agreedStepDraftSchema).output(agreedStepSchema),
  edit: procedure.input(z.object({ id: z.string(), draft: agreedStepDraftSchema })).output(agreedStepSchema),
  /** An agent may say that an own step is done; the rest is for the team lead. */
  settle: procedure.input(agreedStepOutcomeSchema).output(agreedStepSchema),
};
