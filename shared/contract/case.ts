/** Cases: look at one, hand some on, take that back. */
import { z } from "zod";
import { caseSchema } from "../domain/case.ts";
import { reassignmentSchema, reassignResultSchema } from "../domain/reassign.ts";
import { procedure } from "./procedure.ts";

/** Someone who could take cases of a service, or why they can't. */
export const assigneeSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  /** Level for the service, 1–3; null where there is no skill. */
  level: z.number().nullable(),
  state: z.string(),
  /** Cases that already wait for this very person. */
  assignedCases: z.number(),
  /** Null where the case may be offered at once. */
  unsuitableBecause: z.enum(["not_qualified", "not_present"]).nullable(),
});
export type Assignee = z.infer<typeof assigneeSchema>;

export const caseContract = {
  get: procedure.input(z.object({ id: z.string() })).output(caseSchema),
  /** People of the site for a service: qualified and present first, then the others with the reason. */
  assignees: procedure
    .input(z.object({ siteId: z.string(), serviceId: z.string() }))
    .output(z.array(assigneeSchema)),
  /** Hands waiting cases on. Each case is either reassigned or refused with its reason. */
  reassign: procedure.input(reassignmentSchema).output(reassignResultSchema),
  /** Takes a reassignment back, for those of its cases to which nothing happened since. */
  undo: procedure.input(z.object({ actionId: z.string() })).output(reassignResultSchema),
};
