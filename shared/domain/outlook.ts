/** What the coming intervals hold for a service, and how much backup would keep it within its target. */
import { z } from "zod";
import { intervalMs } from "../queueing/intervals.ts";
import { type Band, type ComingInterval, type IntervalOutlook, outlook } from "../queueing/outlook.ts";
import { agentsAt, paceAt, type Staffing, type Stretch } from "../queueing/passage.ts";
import { type QueueState, withAgents } from "../queueing/preview.ts";
import { bandSchema } from "./prediction.ts";

export const intervalForeseenSchema = z.object({
  startMs: z.number(),
  endMs: z.number(),
  arrivals: bandSchema,
  /** Planned agents for it when the interval begins, in whole people's time: 1.5 is one and a half. */
  agents: z.number(),
  /** 0–1: of those who arrive in the interval, who will be served within the target. */
  serviceLevel: bandSchema,
  /** Null: nobody is planned to serve. */
  meanWaitSeconds: z.number().nullable(),
  queueAtEnd: z.number(),
});
export type IntervalForeseen = z.infer<typeof intervalForeseenSchema>;

export const backupAdviceSchema = z.object({
  /** How many people. */
  agents: z.number(),
  untilMs: z.number(),
  /** The interval that would go worst without them. */
  worstAtMs: z.number(),
  without: bandSchema,
  /** The same interval with them. */
  withBackup: bandSchema,
  /** Whether the target is reached with them. */
  isEnough: z.boolean(),
});
/** How many to call, until when, and what happens without. */
export type BackupAdvice = z.infer<typeof backupAdviceSchema>;

export const serviceOutlookSchema = z.object({
  siteId: z.string(),
  serviceId: z.string(),
  /** Whether arrivals are forecast from past days, or from the last hour alone. */
  basis: z.enum(["profile", "last_hour"]),
  targetShare: z.number(),
  /** None where the doors are closed for today. */
  intervals: z.array(intervalForeseenSchema),
  /** When the doors close for today; null where no opening hours were entered, or they are closed already. */
  closesAtMs: z.number().nullable(),
  /** Null where the target is kept without help. */
  advice: backupAdviceSchema.nullable(),
});
export type ServiceOutlook = z.infer<typeof serviceOutlookSchema>;

/** A planned change of staff: a break that ends, a backup that comes or goes. */
export interface StaffChange {
  readonly atMs: number;
  /** +1 or −1. */
  readonly agents: number;
}

/** A coming interval and when it begins. */
export type DatedInterval = ComingInterval & { readonly startMs: number };

export interface OutlookCourse {
  readonly state: QueueState;
  readonly nowMs: number;
  readonly intervals: readonly DatedInterval[];
  readonly changes: readonly StaffChange[];
}

/** Fewer arrivals than this in an interval, and its level is no reason to call anybody. */
const leastArrivals = 1;
/** A level this close below the target is within it: nobody is called for a rounding. */
const tolerance = 0.02;
const mostBackup = 6;

/** Planned agents from now on, in seconds from now. */
export function plannedStaffing({ state, nowMs, changes }: Omit<OutlookCourse, "intervals">): Staffing {
  let more = 0;
  const staffing: Stretch[] = [];
  for (const change of [...changes].sort((a, b) => a.atMs - b.atMs)) {
    const atSeconds = Math.max(0, change.atMs - nowMs) / 1000;
    if (atSeconds > 0) staffing.push({ untilSeconds: atSeconds, ...withAgents(state, more) });
    more += change.agents;
  }
  return [...staffing, { untilSeconds: Number.POSITIVE_INFINITY, ...withAgents(state, more) }];
}

/** What the coming intervals hold. */
export function foresee(course: OutlookCourse): IntervalForeseen[] {
  const { state, nowMs, intervals } = course;
  const staffing = plannedStaffing(course);
  const foreseen = outlook({
    inSystem: state.agentsServing + state.waiting.length,
    staffing,
    handleSeconds: state.handleSeconds,
    patienceSeconds: state.patienceSeconds,
    targetSeconds: state.targetSeconds,
    intervals,
  });
  return intervals.map((interval, index) => toForeseen(interval, foreseen[index], staffing, nowMs));
}

function toForeseen(
  { startMs, seconds, arrivals }: DatedInterval,
  foreseen: IntervalOutlook | undefined,
  staffing: Staffing,
  nowMs: number,
): IntervalForeseen {
  const at = (startMs - nowMs) / 1000;
  const meanWaitSeconds = foreseen?.meanWaitSeconds.expected ?? 0;
  return {
    startMs,
    endMs: startMs + seconds * 1000,
    arrivals,
    agents: agentsAt(staffing, at) * paceAt(staffing, at),
    serviceLevel: foreseen?.serviceLevel ?? { expected: 1, ifFew: 1, ifMany: 1 },
    meanWaitSeconds: Number.isFinite(meanWaitSeconds) ? Math.round(meanWaitSeconds) : null,
    queueAtEnd: foreseen?.queueAtEnd.expected ?? 0,
  };
}

/**
 * The fewest backup people with whom every coming interval that would miss the target reaches it, from one
 * interval after they arrive on (a backlog is not gone at once); six at most. Null where none would miss it.
 *
 * @param targetShare share that should be served within the target, 0–1
 * @param travelSeconds until the nearest of them serves
 * @param closesAtMs nobody is wanted for longer
 */
export function adviseBackup(
  course: OutlookCourse,
  without: readonly IntervalForeseen[],
  targetShare: number,
  travelSeconds: number,
  closesAtMs: number = Number.POSITIVE_INFINITY,
): BackupAdvice | null {
  const arriveMs = course.nowMs + travelSeconds * 1000;
  const missed = without.filter((one) => one.startMs >= arriveMs && misses(one, targetShare));
  const [worst] = [...missed].sort((a, b) => a.serviceLevel.expected - b.serviceLevel.expected);
  const last = missed.at(-1);
  if (worst === undefined || last === undefined) return null;
  // Whoever came last in the peak is still waiting when it ends.
  const untilMs = Math.min((Math.ceil(last.endMs / intervalMs) + 1) * intervalMs, closesAtMs);
  const settledMs = arriveMs + intervalMs;
  for (let agents = 1; ; agents += 1) {
    const withBackup = foresee({
      ...course,
      changes: [
        ...course.changes,
        ...Array.from({ length: agents }, () => [
          { atMs: arriveMs, agents: 1 },
          { atMs: untilMs, agents: -1 },
        ]).flat(),
      ],
    });
    const isEnough = withBackup.every(
      (one) => one.startMs < settledMs || one.endMs > untilMs || !misses(one, targetShare),
    );
    if (!isEnough && agents < mostBackup) continue;
    return {
      agents,
      untilMs,
      worstAtMs: worst.startMs,
      without: worst.serviceLevel,
      withBackup: withBackup.find((one) => one.startMs === worst.startMs)?.serviceLevel ?? worst.serviceLevel,
      isEnough,
    };
  }
}

function misses({ arrivals, serviceLevel }: IntervalForeseen, targetShare: number): boolean {
  return arrivals.expected >= leastArrivals && serviceLevel.expected < targetShare - tolerance;
}

/** Arrivals per hour over the coming hour. */
export function arrivalsPerHour(intervals: readonly ComingInterval[]): Band {
  const hour = intervals.slice(0, 5);
  const seconds = hour.reduce((sum, interval) => sum + interval.seconds, 0);
  const perHour = (pick: (band: Band) => number) =>
    seconds === 0 ? 0 : (hour.reduce((sum, { arrivals }) => sum + pick(arrivals), 0) * 3600) / seconds;
  return {
    expected: perHour((band) => band.expected),
    ifFew: perHour((band) => band.ifFew),
    ifMany: perHour((band) => band.ifMany),
  };
}
