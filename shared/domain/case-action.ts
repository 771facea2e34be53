/**
 * What a person does to one or many cases at once: who acts, what became of each case, and why some
 * stayed as they were. Pure: what is, in; events, out.
 */
import { z } from "zod";
import { type Case, currentLeg } from "./case.ts";
import type { EventData, EventOf, EventType, VigieEvent } from "./event.ts";

/** How long an action can be taken back, as long as nothing else happened to the case. */
export const undoWindowMs = 10 * 60 * 1000;

/** The `source` of everything that is done in the console. */
export const consoleSource = "urn:vigie:console";

/** Who acts, when, and under which id the action can be taken back. */
export interface Action {
  readonly id: string;
  readonly by: string;
  readonly atMs: number;
}

/** The cases, with the version that the person saw. */
export const seenCasesSchema = z
  .array(z.object({ id: z.string(), version: z.number() }))
  .min(1)
  .max(500);
export type SeenCases = z.infer<typeof seenCasesSchema>;

/** Why a person does it, in their words; null where they did not say. */
export const spareReasonSchema = z.string().trim().min(1).max(500).nullable();

export const refusalCodes = [
  "not_found",
  "case_not_waiting",
  "case_suspended",
  "case_not_suspended",
  "case_not_returnable",
  "case_changed",
  "undo_expired",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refusalSchema = z.object({
  caseId: z.string(),
  code: z.enum(refusalCodes),
  message: z.string(),
  /** Where the case is now, for the sentence on screen. */
  ticket: z.string().nullable(),
  state: z.string().nullable(),
  agentId: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusalSchema>;

export const caseActionResultSchema = z.object({
  /** Takes the action back, with `case.undo`. */
  actionId: z.string(),
  changed: z.array(z.string()),
  /** Cases that stayed as they were, each with its reason. */
  refused: z.array(refusalSchema),
});
export type CaseActionResult = z.infer<typeof caseActionResultSchema>;

/** What an action comes to: the events to keep, and what the person is told. */
export interface CaseDecision {
  readonly events: readonly VigieEvent[];
  readonly result: CaseActionResult;
}

const messages: Record<RefusalCode, string> = {
  not_found: "The case is not known.",
  case_not_waiting: "The case has been called meanwhile; it stays where it is.",
  case_suspended: "The case is suspended; resume it first.",
  case_not_suspended: "The case is not suspended; it stays as it is.",
  case_not_returnable: "The case is not called and not on hold; it stays where it is.",
  case_changed: "Somebody changed the case meanwhile; look at it again.",
  undo_expired: "The case has moved on since; it stays as it is.",
};

/** The reason that a case is left as it is. */
export function refusal(caseId: string, record: Case | undefined, code: RefusalCode): Refusal {
  return {
    caseId,
    code,
    message: messages[code],
    ticket: record?.ticket ?? null,
    state: record?.state ?? null,
    agentId: record === undefined ? null : currentLeg(record).agentId,
  };
}

/**
 * Decides case by case: each gets its event, or its reason to stay as it is.
 *
 * @param seen the cases as the person saw them; one that changed since is refused
 * @param decide the event for a case, or why there is none
 */
export function decideEach(
  cases: ReadonlyMap<string, Case>,
  seen: SeenCases,
  action: Action,
  decide: (record: Case) => VigieEvent | RefusalCode,
): CaseDecision {
  const events: VigieEvent[] = [];
  const refused: Refusal[] = [];
  for (const { id, version } of seen) {
    const record = cases.get(id);
    const decided = record === undefined ? "not_found" : decide(record);
    if (typeof decided === "string") refused.push(refusal(id, record, decided));
    else if (record?.version !== version) refused.push(refusal(id, record, "case_changed"));
    else events.push(decided);
  }
  return { events, result: { actionId: action.id, changed: events.map(({ subject }) => subject), refused } };
}

/**
 * An event of the console about a case. It happens after everything that is known of the case, or a
 * feed whose clock is ahead would seem to have answered it before it was done.
 */
export function caseEvent<T extends EventType>(
  record: Case,
  { id, atMs }: Pick<Action, "id" | "atMs">,
  type: T,
  data: EventData<T>,
): EventOf<T> {
  const happensAtMs = Math.max(atMs, record.lastEventAtMs + 1);
  return {
    id: `${id}:${record.id}`,
    source: consoleSource,
    type,
    subject: record.id,
    time: new Date(happensAtMs).toISOString(),
    atMs: happensAtMs,
    data,
  };
}

/** What every event of an action says of it. */
export function doneIn(action: Action, reason: string | null = null) {
  return { by: action.by, action: action.id, ...(reason === null ? {} : { reason }) };
}
