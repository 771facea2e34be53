/** Agents: move them to services, correct their state, and see who could help. */
import { z } from "zod";
import { agentMoveResultSchema, agentMoveSchema, stateCorrectionSchema } from "../domain/agent-move.ts";
import { helperSchema } from "../domain/helper.ts";
import { procedure } from "./procedure.ts";

export const agentContract = {
  /** Says which services an agent serves from now on. */
  move: procedure.input(agentMoveSchema).output(agentMoveResultSchema),
  /** Takes a move back, as long as the agent was not moved again. */
  undoMove: procedure
    .input(z.object({ agentId: z.string(), actionId: z.string() }))
    .output(agentMoveResultSchema),
  /** Corrects the state of someone who has no case at hand. */
  setState: procedure.input(stateCorrectionSchema).output(z.object({ agentId: z.string() })),
  /** People of the site who are trained for a service and don't serve it now, the soonest there first. */
  helpers: procedure
    .input(z.object({ siteId: z.string(), serviceId: z.string() }))
    .output(z.array(helperSchema)),
};
