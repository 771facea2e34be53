/** The decision to let suspended cases be called again. Pure: what is, in; events, out. */
import { z } from "zod";
import { type Case, isSuspended } from "./case.ts";
import {
  type Action,
  type CaseDecision,
  caseEvent,
  decideEach,
  doneIn,
  seenCasesSchema,
} from "./case-action.ts";

export const resumptionSchema = z.object({ cases: seenCasesSchema });
export type Resumption = z.infer<typeof resumptionSchema>;

/** The events that resume those cases that are suspended, and the reason for each other one. */
export function decideResume(
  cases: ReadonlyMap<string, Case>,
  request: Resumption,
  action: Action,
): CaseDecision {
  return decideEach(cases, request.cases, action, (record) =>
    isSuspended(record) ? caseEvent(record, action, "case.resumed", doneIn(action)) : "case_not_suspended",
  );
}
