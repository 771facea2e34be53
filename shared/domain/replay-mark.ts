/** What stands out in a day: alerts, and what people did about the floor. */
import { z } from "zod";
import { type ActionKind, actionKindSchema } from "./action-kind.ts";
import { type Alert, alertSchema } from "./alert.ts";
import { consoleSource } from "./case-action.ts";
import type { EventOf, VigieEvent } from "./event.ts";

const moment = z.object({ id: z.string(), atMs: z.number() });

export const replayMarkSchema = z.discriminatedUnion("kind", [
  moment.extend({ kind: z.literal("alert"), alert: alertSchema }),
  moment.extend({ kind: z.literal("taken_back"), by: z.string(), caseCount: z.number() }),
  moment.extend({
    kind: z.literal("action"),
    /** What else was done: everything but reassignments and calls for backup, which have marks of their own. */
    actionKind: actionKindSchema,
    by: z.string(),
    caseCount: z.number(),
    agentIds: z.array(z.string()),
  }),
  moment.extend({
    kind: z.literal("reassigned"),
    by: z.string(),
    caseCount: z.number(),
    /** Where to; null where the cases stayed in their service. */
    toServiceId: z.string().nullable(),
    toAgentId: z.string().nullable(),
    reason: z.string(),
  }),
  moment.extend({
    kind: z.enum(["backup_requested", "backup_arrived"]),
    serviceId: z.string(),
    agentIds: z.array(z.string()),
  }),
]);
export type ReplayMark = z.infer<typeof replayMarkSchema>;

/**
 * The marks of a day, in order of time.
 *
 * @param events of the day, in order
 * @param alerts raised in the day
 * @param requests of calls for backup that were made before the day and answered in it
 */
export function replayMarks(
  events: readonly VigieEvent[],
  alerts: readonly Alert[],
  requests: readonly EventOf<"backup.requested">[],
): ReplayMark[] {
  const marks: ReplayMark[] = alerts.map((alert) => ({
    kind: "alert",
    id: alert.id,
    atMs: alert.raisedAtMs,
    alert,
  }));
  const requestOf = new Map(requests.map((request) => [request.subject, request]));
  const reassigned = new Map<string, EventOf<"case.reassigned">[]>();
  const undone = new Map<string, EventOf<"case.undone">[]>();
  const requested = new Map<string, EventOf<"backup.requested">[]>();
  for (const event of events) {
    if (event.type === "case.reassigned" && event.source === consoleSource) {
      addTo(reassigned, event.data.action ?? event.id, event);
    } else if (event.type === "case.undone") {
      addTo(undone, event.data.undoes, event);
    } else if (event.type === "action.taken") {
      marks.push(...actionMark(event));
    } else if (event.type === "backup.requested") {
      requestOf.set(event.subject, event);
      addTo(requested, JSON.stringify([event.atMs, event.data.service, event.data.by]), event);
    } else if (event.type === "backup.arrived") {
      const request = requestOf.get(event.subject);
      if (request === undefined) continue;
      const { service, agent } = request.data;
      marks.push({
        kind: "backup_arrived",
        id: event.id,
        atMs: event.atMs,
        serviceId: service,
        agentIds: [agent],
      });
    }
  }
  for (const [id, moved] of reassigned) marks.push(...reassignMark(id, moved));
  for (const [id, taken] of undone) marks.push(...undoneMark(id, taken));
  for (const together of requested.values()) marks.push(...requestMark(together));
  return marks.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

function reassignMark(id: string, moved: readonly EventOf<"case.reassigned">[]): ReplayMark[] {
  const [first] = moved;
  if (first === undefined) return [];
  const { by, reason, toService, toAgent, fromService } = first.data;
  return [
    {
      kind: "reassigned",
      id,
      atMs: first.atMs,
      by,
      caseCount: moved.length,
      toServiceId: toService === undefined || toService === fromService ? null : toService,
      toAgentId: toAgent ?? null,
      reason,
    },
  ];
}

function undoneMark(undoes: string, taken: readonly EventOf<"case.undone">[]): ReplayMark[] {
  const [first] = taken;
  if (first === undefined) return [];
  const { atMs, data } = first;
  return [{ kind: "taken_back", id: `${undoes}:undone`, atMs, by: data.by, caseCount: taken.length }];
}

/** Kinds that other marks tell already. */
const toldElsewhere: ReadonlySet<ActionKind> = new Set(["reassign", "call_backup", "undo"]);

function actionMark({ subject, atMs, data }: EventOf<"action.taken">): ReplayMark[] {
  if (toldElsewhere.has(data.kind)) return [];
  const { kind: actionKind, by, cases: caseCount, agents: agentIds } = data;
  return [{ kind: "action", id: subject, atMs, actionKind, by, caseCount, agentIds }];
}

function requestMark(together: readonly EventOf<"backup.requested">[]): ReplayMark[] {
  const [first] = together;
  if (first === undefined) return [];
  return [
    {
      kind: "backup_requested",
      id: first.id,
      atMs: first.atMs,
      serviceId: first.data.service,
      agentIds: together.map((event) => event.data.agent),
    },
  ];
}

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
