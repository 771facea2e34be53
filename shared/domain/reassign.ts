/** The decision to hand waiting cases on, and to take that back. Pure: what is, in; events, out. */
import { z } from "zod";
import { type Case, currentLeg } from "./case.ts";
import type { EventOf } from "./event.ts";

/** How long a reassignment can be taken back, as long as nothing else happened to the case. */
export const undoWindowMs = 10 * 60 * 1000;

export const reassignmentSchema = z
  .object({
    /** The cases, with the version that the person saw. */
    cases: z
      .array(z.object({ id: z.string(), version: z.number() }))
      .min(1)
      .max(500),
    toServiceId: z.string().nullable(),
    toAgentId: z.string().nullable(),
    reason: z.string().trim().min(1).max(500),
  })
  .refine((value) => value.toServiceId !== null || value.toAgentId !== null, {
    message: "toServiceId or toAgentId is needed",
  });
export type Reassignment = z.infer<typeof reassignmentSchema>;

export const reassignResultSchema = z.object({
  /** Takes the action back, with `case.undo`. */
  actionId: z.string(),
  reassigned: z.array(z.string()),
  /** Cases that stayed as they were, each with its reason. */
  refused: z.array(
    z.object({
      caseId: z.string(),
      code: z.enum(["not_found", "case_not_waiting", "case_changed", "undo_expired"]),
      message: z.string(),
      /** Where the case is now, for the sentence on screen. */
      ticket: z.string().nullable(),
      state: z.string().nullable(),
      agentId: z.string().nullable(),
    }),
  ),
});
export type ReassignResult = z.infer<typeof reassignResultSchema>;

export type Refusal = ReassignResult["refused"][number];

/** Who acts, when, and under which id the action can be taken back. */
export interface Action {
  readonly id: string;
  readonly by: string;
  readonly atMs: number;
}

/** The `source` of everything that a person does in the console. */
export const consoleSource = "urn:vigie:console";

/** The events that reassign those cases that may be, and the reason for each that may not. */
export function decideReassign(
  cases: ReadonlyMap<string, Case>,
  request: Reassignment,
  action: Action,
): { events: EventOf<"case.reassigned">[]; result: ReassignResult } {
  const events: EventOf<"case.reassigned">[] = [];
  const refused: Refusal[] = [];
  for (const { id, version } of request.cases) {
    const record = cases.get(id);
    const refusal = refuse(id, record, version);
    if (refusal !== undefined || record === undefined) {
      if (refusal !== undefined) refused.push(refusal);
      continue;
    }
    events.push(
      reassignEvent(record, action, {
        ...(request.toServiceId === null ? {} : { toService: request.toServiceId }),
        ...(request.toAgentId === null ? {} : { toAgent: request.toAgentId }),
        reason: request.reason,
      }),
    );
  }
  return { events, result: { actionId: action.id, reassigned: events.map((e) => e.subject), refused } };
}

/**
 * The events that put cases back where an action took them from.
 *
 * @param undone events of the action that is taken back, with the cases as they are now
 */
export function decideUndo(
  cases: ReadonlyMap<string, Case>,
  undone: readonly EventOf<"case.reassigned">[],
  action: Action,
): { events: EventOf<"case.reassigned">[]; result: ReassignResult } {
  const events: EventOf<"case.reassigned">[] = [];
  const refused: Refusal[] = [];
  for (const event of undone) {
    const record = cases.get(event.subject);
    if (record === undefined) {
      refused.push(refusal(event.subject, undefined, "not_found", "The case is not known any more."));
      continue;
    }
    if (action.atMs - event.atMs > undoWindowMs || record.lastActionId !== event.data.action) {
      refused.push(
        refusal(event.subject, record, "undo_expired", "The case has moved on since; it stays where it is."),
      );
      continue;
    }
    events.push(reassignEvent(record, action, { ...originOf(event), undoes: event.data.action }));
  }
  return { events, result: { actionId: action.id, reassigned: events.map((e) => e.subject), refused } };
}

function originOf(event: EventOf<"case.reassigned">) {
  const { fromService, fromAgent } = event.data;
  return {
    ...(fromService === undefined ? {} : { toService: fromService }),
    ...(fromAgent === undefined ? {} : { toAgent: fromAgent }),
    reason: "undo",
  };
}

function refuse(id: string, record: Case | undefined, seenVersion: number): Refusal | undefined {
  if (record === undefined) return refusal(id, undefined, "not_found", "The case is not known.");
  if (record.state !== "waiting") {
    return refusal(
      id,
      record,
      "case_not_waiting",
      "The case has been called meanwhile; it stays where it is.",
    );
  }
  if (record.version !== seenVersion) {
    return refusal(id, record, "case_changed", "Somebody changed the case meanwhile; look at it again.");
  }
  return undefined;
}

function refusal(caseId: string, record: Case | undefined, code: Refusal["code"], message: string): Refusal {
  return {
    caseId,
    code,
    message,
    ticket: record?.ticket ?? null,
    state: record?.state ?? null,
    agentId: record === undefined ? null : currentLeg(record).agentId,
  };
}

function reassignEvent(
  record: Case,
  action: Action,
  data: { toService?: string; toAgent?: string; reason: string; undoes?: string | undefined },
): EventOf<"case.reassigned"> {
  const { serviceId, agentId } = currentLeg(record);
  return {
    id: `${action.id}:${record.id}`,
    source: consoleSource,
    type: "case.reassigned",
    subject: record.id,
    time: new Date(action.atMs).toISOString(),
    atMs: action.atMs,
    data: {
      ...data,
      fromService: serviceId,
      ...(agentId === null ? {} : { fromAgent: agentId }),
      by: action.by,
      action: action.id,
    },
  };
}
