/** The decision to take an action back. Pure: what is, in; events, out. */
import type { Case } from "./case.ts";
import {
  type Action,
  type CaseDecision,
  caseEvent,
  type Refusal,
  refusal,
  undoWindowMs,
} from "./case-action.ts";
import { actionOf, type VigieEvent } from "./event.ts";

/**
 * The events that take an action back, for those of its cases to which nothing happened since. The case
 * is then what it would be if the action's event had not been told.
 *
 * @param done events of the action that is taken back
 * @param cases its cases, as they are now
 */
export function decideUndo(
  cases: ReadonlyMap<string, Case>,
  done: readonly VigieEvent[],
  action: Action,
): CaseDecision {
  const events: VigieEvent[] = [];
  const refused: Refusal[] = [];
  for (const event of done) {
    const record = cases.get(event.subject);
    const undoes = actionOf(event);
    if (record === undefined) refused.push(refusal(event.subject, undefined, "not_found"));
    else if (undoes === undefined || undoes !== record.lastActionId || isTooLate(event, action)) {
      refused.push(refusal(event.subject, record, "undo_expired"));
    } else events.push(caseEvent(record, action, "case.undone", { undoes, by: action.by }));
  }
  return { events, result: { actionId: action.id, changed: events.map(({ subject }) => subject), refused } };
}

function isTooLate(event: VigieEvent, action: Action): boolean {
  return action.atMs - event.atMs > undoWindowMs;
}
