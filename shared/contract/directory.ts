/** Sites, services, agents and the backup roster. */
import { z } from "zod";
import { agentSchema } from "../domain/agent.ts";
import { directorySchema } from "../domain/directory.ts";
import { procedure } from "./procedure.ts";

export const directoryContract = {
  get: procedure.output(directorySchema.extend({ agents: z.array(agentSchema) })),
  /** Adds or replaces what is given; leaves the rest alone. */
  put: procedure.input(directorySchema).output(directorySchema),
  /** Takes somebody off the backup roster; calls that were made stay as they are. */
  removePerson: procedure.input(z.object({ agentId: z.string() })).output(directorySchema),
};
