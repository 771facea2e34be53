/** Who can serve what. */
import { z } from "zod";
import {
  enteredSkillDraftSchema,
  enteredSkillSchema,
  serviceCoverSchema,
  skillRowSchema,
} from "../domain/skill-matrix.ts";
import { procedure } from "./procedure.ts";

export const skillMatrixContract = {
  get: procedure.input(z.object({ siteId: z.string().nullable() })).output(
    z.object({
      /** Local date that expiry was judged by. */
      today: z.string(),
      /** People of the own team; all of them for a manager. */
      rows: z.array(skillRowSchema),
      /** Over everybody, whose rows are shown or not. */
      cover: z.array(serviceCoverSchema),
    }),
  ),
  put: procedure.input(enteredSkillDraftSchema).output(enteredSkillSchema),
  /** Leaves what was signalled alone. */
  remove: procedure
    .input(z.object({ agentId: z.string(), serviceId: z.string() }))
    .output(z.object({ removed: z.boolean() })),
};
