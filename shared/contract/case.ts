/** Cases: look at one, change some, take that back. */
import { z } from "zod";
import { caseSchema } from "../domain/case.ts";
import { caseActionResultSchema } from "../domain/case-action.ts";
import { holdSchema } from "../domain/hold.ts";
import { prioritisationSchema } from "../domain/prioritise.ts";
import { reassignmentSchema } from "../domain/reassign.ts";
import { requeueSchema } from "../domain/requeue.ts";
import { resumptionSchema } from "../domain/resume.ts";
import { procedure } from "./procedure.ts";

/** Someone who could take cases of a service, or why they can't. */
export const assigneeSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  /** Level for the service, 1–3; null where there is no skill. */
  level: z.number().nullable(),
  state: z.string(),
  /** When they are to be back from a break; null where nothing is planned. */
  plannedEndMs: z.number().nullable(),
  /** Cases that already wait for this very person. */
  assignedCases: z.number(),
  /** Null where the case may be offered at once. */
  unsuitableBecause: z.enum(["not_qualified", "not_present"]).nullable(),
});
export type Assignee = z.infer<typeof assigneeSchema>;

export const caseContract = {
  get: procedure.input(z.object({ id: z.string() })).output(caseSchema),
  /**
   * People of the site for a service: qualified and present first, then the others with the reason. Of
   * those who are signed out, only the qualified.
   */
  assignees: procedure
    .input(z.object({ siteId: z.string(), serviceId: z.string() }))
    .output(z.array(assigneeSchema)),
  // Each of these changes every case that allows it, in one go, and says of each other one why it stayed.
  /** Hands waiting cases on. */
  reassign: procedure.input(reassignmentSchema).output(caseActionResultSchema),
  /** Says how soon waiting cases are to be called. */
  prioritise: procedure.input(prioritisationSchema).output(caseActionResultSchema),
  /** Suspends waiting cases: they keep their place, and their wait goes on. */
  hold: procedure.input(holdSchema).output(caseActionResultSchema),
  /** Lets suspended cases be called again. */
  resume: procedure.input(resumptionSchema).output(caseActionResultSchema),
  /** Puts cases back in their queue that were called or are on hold. */
  requeue: procedure.input(requeueSchema).output(caseActionResultSchema),
  /** Takes an action back, for those of its cases to which nothing happened since. */
  undo: procedure.input(z.object({ actionId: z.string() })).output(caseActionResultSchema),
};
