/**
 * The decision to suspend waiting cases: the person has gone to fetch something, keeps their place, and
 * their wait goes on. Pure: what is, in; events, out.
 */
import { z } from "zod";
import { type Case, isSuspended } from "./case.ts";
import {
  type Action,
  type CaseDecision,
  caseEvent,
  decideEach,
  doneIn,
  seenCasesSchema,
  spareReasonSchema,
} from "./case-action.ts";

export const holdSchema = z.object({ cases: seenCasesSchema, reason: spareReasonSchema });
export type Hold = z.infer<typeof holdSchema>;

/** The events that suspend those cases that wait, and the reason for each other one. */
export function decideHold(
  cases: ReadonlyMap<string, Case>,
  { cases: seen, reason }: Hold,
  action: Action,
): CaseDecision {
  return decideEach(cases, seen, action, (record) => {
    if (isSuspended(record)) return "case_suspended";
    return record.state === "waiting"
      ? caseEvent(record, action, "case.held", doneIn(action, reason))
      : "case_not_waiting";
  });
}
