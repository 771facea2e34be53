/** What a team lead reads before a session. */
import { z } from "zod";
import { preparationSchema } from "../domain/preparation.ts";
import { procedure } from "./procedure.ts";

export const preparationContract = {
  /** Opening it is written into the audit, where the agent can read it. */
  open: procedure.input(z.object({ sessionId: z.string() })).output(preparationSchema),
};
