/** The decision to hand waiting cases on. Pure: what is, in; events, out. */
import { z } from "zod";
import { type Case, currentLeg, isSuspended } from "./case.ts";
import {
  type Action,
  type CaseDecision,
  caseEvent,
  decideEach,
  doneIn,
  seenCasesSchema,
} from "./case-action.ts";
import type { VigieEvent } from "./event.ts";

export const reassignmentSchema = z
  .object({
    cases: seenCasesSchema,
    toServiceId: z.string().nullable(),
    toAgentId: z.string().nullable(),
    reason: z.string().trim().min(1).max(500),
  })
  .refine((value) => value.toServiceId !== null || value.toAgentId !== null, {
    message: "toServiceId or toAgentId is needed",
  });
export type Reassignment = z.infer<typeof reassignmentSchema>;

/** The events that reassign those cases that may be, and the reason for each that may not. */
export function decideReassign(
  cases: ReadonlyMap<string, Case>,
  request: Reassignment,
  action: Action,
): CaseDecision {
  return decideEach(cases, request.cases, action, (record) => {
    if (isSuspended(record)) return "case_suspended";
    return record.state === "waiting" ? reassignEvent(record, request, action) : "case_not_waiting";
  });
}

function reassignEvent(
  record: Case,
  { toServiceId, toAgentId, reason }: Reassignment,
  action: Action,
): VigieEvent {
  const { serviceId, agentId } = currentLeg(record);
  return caseEvent(record, action, "case.reassigned", {
    ...(toServiceId === null ? {} : { toService: toServiceId }),
    ...(toAgentId === null ? {} : { toAgent: toAgentId }),
    fromService: serviceId,
    ...(agentId === null ? {} : { fromAgent: agentId }),
    ...doneIn(action),
    reason,
  });
}
