/**
 * What people did about the queues, as marks on a chart: how often, at each of its points. Nobody is
 * named, and of coaching only the number of notes and of sessions is told.
 */
import { z } from "zod";
import type { Alert } from "./alert.ts";
import type { BackupCall } from "./backup.ts";
import { chartQuestionSchema } from "./chart.ts";
import type { CoachingSession } from "./coaching-session.ts";
import type { TakenAction } from "./taken-action.ts";

export const interventionQuerySchema = chartQuestionSchema.pick({
  firstDate: true,
  lastDate: true,
  step: true,
  siteId: true,
  serviceId: true,
});
export type InterventionQuery = z.infer<typeof interventionQuerySchema>;

const count = z.int().min(0);

export const interventionCountsSchema = z.object({
  /** Reassignments that stand: those that were taken back are left out. */
  reassignments: count,
  reassignedCases: count,
  /** People asked to come as backup, and people who came. */
  backupAsked: count,
  backupArrived: count,
  alerts: count,
  /** Coaching notes of the whole house that others than their author may read. */
  notes: count,
  /** Coaching sessions of the whole house that were held, at the time for which they were planned. */
  sessions: count,
});
export type InterventionCounts = z.infer<typeof interventionCountsSchema>;

export const interventionMarkSchema = interventionCountsSchema.extend({
  /** Start of the chart's point, ms since 1970 UTC. */
  fromMs: z.number(),
});
export type InterventionMark = z.infer<typeof interventionMarkSchema>;

/** What happened, each with its instant, before it is counted. */
export interface Interventions {
  readonly actions: readonly TakenAction[];
  readonly backupCalls: readonly BackupCall[];
  readonly alerts: readonly Alert[];
  readonly notesAtMs: readonly number[];
  readonly sessions: readonly Pick<CoachingSession, "startsAtMs" | "state">[];
}

/**
 * What of all that is about a site and a service; null is any. Notes and sessions are about an agent and
 * so about neither: those of the whole house are kept.
 */
export function interventionsAt(
  { actions, backupCalls, alerts, notesAtMs, sessions }: Interventions,
  siteId: string | null,
  serviceId: string | null,
): Interventions {
  const atSite = (site: string) => siteId === null || site === siteId;
  return {
    actions: actions.filter(
      (action) => atSite(action.siteId) && (serviceId === null || action.serviceIds.includes(serviceId)),
    ),
    backupCalls: backupCalls.filter(
      (call) => atSite(call.siteId) && (serviceId === null || call.serviceId === serviceId),
    ),
    alerts: alerts.filter(({ subject }) => {
      if (subject.kind === "feed") return serviceId === null;
      if (!atSite(subject.siteId)) return false;
      return serviceId === null || (subject.kind === "service" && subject.serviceId === serviceId);
    }),
    notesAtMs,
    sessions,
  };
}

/**
 * The points of a chart at which something was done, in order.
 *
 * @param startsMs starts of the chart's points, ascending
 * @param endMs end of the last point, exclusive
 */
export function interventionMarks(
  { actions, backupCalls, alerts, notesAtMs, sessions }: Interventions,
  startsMs: readonly number[],
  endMs: number,
): InterventionMark[] {
  const marks = new Map<number, InterventionMark>();
  const add = (atMs: number | null, change: Partial<InterventionCounts>) => {
    if (atMs === null || atMs >= endMs) return;
    const fromMs = lastUpTo(startsMs, atMs);
    if (fromMs === undefined) return;
    marks.set(fromMs, sum(marks.get(fromMs) ?? { fromMs, ...nothing }, change));
  };
  const undone = new Set(actions.flatMap(({ undoes }) => undoes ?? []));
  for (const action of actions) {
    if (action.kind !== "reassign" || undone.has(action.id)) continue;
    add(action.atMs, { reassignments: 1, reassignedCases: action.caseCount });
  }
  for (const call of backupCalls) {
    add(call.requestedAtMs, { backupAsked: 1 });
    add(call.arrivedAtMs, { backupArrived: 1 });
  }
  for (const alert of alerts) add(alert.raisedAtMs, { alerts: 1 });
  for (const atMs of notesAtMs) add(atMs, { notes: 1 });
  for (const session of sessions) if (session.state === "held") add(session.startsAtMs, { sessions: 1 });
  return [...marks.values()].sort((a, b) => a.fromMs - b.fromMs);
}

const nothing: InterventionCounts = {
  reassignments: 0,
  reassignedCases: 0,
  backupAsked: 0,
  backupArrived: 0,
  alerts: 0,
  notes: 0,
  sessions: 0,
};

function sum(mark: InterventionMark, change: Partial<InterventionCounts>): InterventionMark {
  return {
    fromMs: mark.fromMs,
    reassignments: mark.reassignments + (change.reassignments ?? 0),
    reassignedCases: mark.reassignedCases + (change.reassignedCases ?? 0),
    backupAsked: mark.backupAsked + (change.backupAsked ?? 0),
    backupArrived: mark.backupArrived + (change.backupArrived ?? 0),
    alerts: mark.alerts + (change.alerts ?? 0),
    notes: mark.notes + (change.notes ?? 0),
    sessions: mark.sessions + (change.sessions ?? 0),
  };
}

/** The greatest of ascending numbers that is not beyond a limit. */
function lastUpTo(ascending: readonly number[], limit: number): number | undefined {
  let from = 0;
  let until = ascending.length;
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((ascending[middle] ?? 0) <= limit) from = middle + 1;
    else until = middle;
  }
  return ascending[from - 1];
}
