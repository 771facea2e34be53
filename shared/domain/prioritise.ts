/** The decision to call waiting cases sooner or later. Pure: what is, in; events, out. */
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

/** The priorities that a person chooses from. Feeds may send others, 0 to 9: higher is called sooner. */
export const priorities = { normal: 0, high: 1, urgent: 2 } as const;

export const prioritisationSchema = z.object({
  cases: seenCasesSchema,
  priority: z.int().min(0).max(9),
  reason: spareReasonSchema,
});
export type Prioritisation = z.infer<typeof prioritisationSchema>;

/** The events that give waiting or suspended cases the priority, and the reason for each other one. */
export function decidePrioritise(
  cases: ReadonlyMap<string, Case>,
  { cases: seen, priority, reason }: Prioritisation,
  action: Action,
): CaseDecision {
  return decideEach(cases, seen, action, (record) =>
    record.state === "waiting" || isSuspended(record)
      ? caseEvent(record, action, "case.prioritised", { priority, ...doneIn(action, reason) })
      : "case_not_waiting",
  );
}
