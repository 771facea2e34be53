/**
 * Figures: what each counts, and how the legs of cases add up to them.
 *
 * Every leg contributes to exactly one interval: the one in which it came to its service (for the
 * first leg, the arrival of the case). So a row says what became of those who came in that time.
 */
import { z } from "zod";
import { intervalStartMs } from "../queueing/intervals.ts";
import { type Case, type Leg, legHandleMs, legWaitMs } from "./case.ts";
import { type Channel, channelSchema } from "./channel.ts";
import type { Target } from "./service.ts";
import { defaultLevelVariant, levelDefinitions } from "./service-level.ts";

/** Bumped whenever a figure starts to mean something else. */
export const definitionsVersion = 2;

export const figureBases = ["served", "all"] as const;
export const figureBaseSchema = z.enum(figureBases);
/** Whose waits count: of those who were served, or also of those who gave up. */
export type FigureBase = z.infer<typeof figureBaseSchema>;

export const figureGroupings = [
  "total",
  "interval",
  "hour",
  "day",
  "week",
  "month",
  "year",
  "weekday-hour",
  "service",
  "channel",
  "agent",
] as const;
export const figureGroupingSchema = z.enum(figureGroupings);
export type FigureGrouping = z.infer<typeof figureGroupingSchema>;

export const figureQuerySchema = z.object({
  fromMs: z.number(),
  /** Exclusive. */
  toMs: z.number(),
  by: figureGroupingSchema,
  base: figureBaseSchema,
  siteId: z.string().nullable(),
  serviceId: z.string().nullable(),
  channel: channelSchema.nullable(),
});
export type FigureQuery = z.infer<typeof figureQuerySchema>;

/**
 * As `figureQuerySchema`, without the figures of each agent: a page gets those of one agent only, beside
 * coaching notes and for a purpose that is written down.
 */
export const houseFigureQuerySchema = figureQuerySchema.extend({
  by: figureGroupingSchema.exclude(["agent"]),
});
export type HouseFigureQuery = z.infer<typeof houseFigureQuerySchema>;

export const figureRowSchema = z.object({
  /** What the row is about: a local date, an interval's local start, `1-09` (Mondays at nine), a service … */
  key: z.string(),
  /** Start of the time that the row covers, where it covers one stretch of time; else null. */
  fromMs: z.number().nullable(),
  arrivals: z.number(),
  transfersIn: z.number(),
  served: z.number(),
  abandoned: z.number(),
  noShows: z.number(),
  waitP50Seconds: z.number().nullable(),
  waitP90Seconds: z.number().nullable(),
  waitMeanSeconds: z.number().nullable(),
  waitCount: z.number(),
  /** 0–1, in the variant that the definitions name; null where nobody counts. */
  serviceLevel: z.number().nullable(),
  /** Numerator and denominator of the service level. */
  inTarget: z.number(),
  targetBase: z.number(),
  /** What the variants of the service level are made of; see `LevelCounts`. */
  levelServed: z.number(),
  levelAbandoned: z.number(),
  servedInTarget: z.number(),
  abandonedInTarget: z.number(),
  abandonedLate: z.number(),
  handleMeanSeconds: z.number().nullable(),
  handleCount: z.number(),
});
export type FigureRow = z.infer<typeof figureRowSchema>;

/** What each figure of a row means, in one sentence; goes with every answer and export. */
export const figureDefinitions = {
  arrivals: "cases whose first arrival falls in the row's time (and whose first leg is in its service)",
  transfersIn: "legs that came to the row's service by a hand-off in the row's time",
  served: "legs that arrived in the row's time and whose service was completed",
  abandoned: "legs that arrived in the row's time and whose citizen gave up waiting",
  noShows: "legs that arrived in the row's time and whose citizen did not come when called",
  wait: "joining the queue → first call of the leg (a call after which the case went back to the queue ends no wait), with what unserved earlier legs left over; p50 and p90 by nearest rank, exact up to 200 values, else within 1 %",
  serviceLevel: levelDefinitions[defaultLevelVariant],
  handle: "start → completion, holds included, plus wrap-up; mean over legs whose handling was measured",
} as const;

/** What one leg adds to its interval. Times in milliseconds; counts are 0 or 1. */
export interface LegContribution {
  readonly siteId: string;
  readonly serviceId: string;
  readonly channel: Channel;
  readonly agentId: string | null;
  readonly intervalStartMs: number;
  readonly arrivedAtMs: number;
  readonly arrivals: number;
  readonly transfersIn: number;
  readonly served: number;
  readonly abandoned: number;
  readonly noShows: number;
  readonly servedInTarget: number;
  readonly abandonedInTarget: number;
  /** Abandoned after the short-abandon limit: counts against the service level. */
  readonly abandonedLate: number;
  /** 0 for who came outside opening hours: counted everywhere but in the service level. */
  readonly inLevel: number;
  /** Null while the leg waits, or where its wait counts in no base. */
  readonly waitMs: number | null;
  readonly handleMs: number | null;
}

/** Whether a queue is open in the interval of an instant. */
export type IsOpen = (siteId: string, serviceId: string, channel: Channel, atMs: number) => boolean;

/** Of a house whose hours nobody entered. */
export const alwaysOpen: IsOpen = () => true;

/**
 * What each leg of a case adds to its interval.
 *
 * @param targetOf the target in force for a service when the leg arrived
 * @param isOpen whether the leg arrived in opening hours, and is judged by the service level
 */
export function contributionsOf(
  record: Case,
  targetOf: (serviceId: string, channel: Channel, atMs: number) => Target,
  isOpen: IsOpen = alwaysOpen,
): LegContribution[] {
  return record.legs.map((leg, index) => {
    const target = targetOf(leg.serviceId, record.channel, leg.arrivedAtMs);
    const inLevel = isOpen(record.siteId, leg.serviceId, record.channel, leg.arrivedAtMs) ? 1 : 0;
    return contributionOf(record, leg, { isFirst: index === 0, target, inLevel });
  });
}

interface Judged {
  readonly isFirst: boolean;
  readonly target: Target;
  readonly inLevel: number;
}

function contributionOf(record: Case, leg: Leg, { isFirst, target, inLevel }: Judged): LegContribution {
  const served = leg.outcome === "served" || leg.outcome === "transferred";
  const abandoned = leg.outcome === "abandoned";
  const waitMs = served || abandoned ? legWaitMs(leg, leg.endedAtMs ?? leg.queuedAtMs) : null;
  const waitSeconds = (waitMs ?? 0) / 1000;
  return {
    siteId: record.siteId,
    serviceId: leg.serviceId,
    channel: record.channel,
    agentId: leg.agentId,
    intervalStartMs: intervalStartMs(leg.arrivedAtMs),
    arrivedAtMs: leg.arrivedAtMs,
    arrivals: isFirst ? 1 : 0,
    transfersIn: isFirst ? 0 : 1,
    served: served ? 1 : 0,
    abandoned: abandoned ? 1 : 0,
    noShows: leg.outcome === "no_show" ? 1 : 0,
    servedInTarget: served && waitSeconds <= target.withinSeconds ? 1 : 0,
    abandonedInTarget: abandoned && waitSeconds <= target.withinSeconds ? 1 : 0,
    abandonedLate: abandoned && waitSeconds > target.shortAbandonSeconds ? 1 : 0,
    inLevel,
    waitMs,
    handleMs: served ? legHandleMs(leg) : null,
  };
}
