/**
 * The decision to put cases back in their queue that were called or are on hold. Pure: what is, in;
 * events, out.
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

export const requeueSchema = z.object({ cases: seenCasesSchema, reason: spareReasonSchema });
export type Requeue = z.infer<typeof requeueSchema>;

/**
 * The events that put cases back, and the reason for each that stays. Who was called in vain waits on as
 * if they had not been called; who was being served and is on hold begins another wait, added to the first.
 */
export function decideRequeue(
  cases: ReadonlyMap<string, Case>,
  { cases: seen, reason }: Requeue,
  action: Action,
): CaseDecision {
  return decideEach(cases, seen, action, (record) => {
    if (isSuspended(record)) return caseEvent(record, action, "case.resumed", doneIn(action));
    return record.state === "called" || record.state === "on_hold"
      ? caseEvent(record, action, "case.queued", doneIn(action, reason))
      : "case_not_returnable";
  });
}
