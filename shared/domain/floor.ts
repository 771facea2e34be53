/**
 * The floor as a supervisor sees it: one snapshot, then deltas. Clocks tick on the screen, so
 * everything that runs is sent as the moment it began.
 */

import { z } from "zod";
import { agentSchema } from "./agent.ts";
import { backupCallSchema } from "./backup.ts";
import { caseStateSchema } from "./case.ts";
import { channelSchema } from "./channel.ts";
import { feedHealthSchema } from "./feed.ts";

/** An open case, as a row of the floor. */
export const floorCaseSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  serviceId: z.string(),
  channel: channelSchema,
  ticket: z.string().nullable(),
  state: caseStateSchema,
  priority: z.number(),
  /** When its wait alone raised the priority; null where it never did. */
  agedAtMs: z.number().nullable(),
  flags: z.array(z.string()),
  visit: z.number(),
  appointmentAtMs: z.number().nullable(),
  /** Who is asked to take it, or has it. */
  agentId: z.string().nullable(),
  /** When it joined the queue that it is in, or was called from. */
  queuedAtMs: z.number(),
  /** now − this = the citizen's whole wait while it waits (earlier queues are already counted in). */
  waitSinceMs: z.number(),
  /** The citizen's whole wait once it has ended, in seconds; null while waiting. */
  waitedSeconds: z.number().nullable(),
  startedAtMs: z.number().nullable(),
  /** Since when it is on hold; null where it is not. On hold while waitedSeconds is null: suspended. */
  heldSinceMs: z.number().nullable(),
  handOffs: z.number(),
  /** The service it came from last; null where it was never handed on. */
  fromServiceId: z.string().nullable(),
  version: z.number(),
});
export type FloorCase = z.infer<typeof floorCaseSchema>;

const levelSchema = z.object({
  inTarget: z.number(),
  base: z.number(),
  /** 0–1; null where nobody counts. */
  share: z.number().nullable(),
});
export type Level = z.infer<typeof levelSchema>;

const waitRangeSchema = z.object({ p50Seconds: z.number(), p90Seconds: z.number() });

export const expectedWaitSchema = waitRangeSchema.extend({
  /** From now until the call, for each place in line, first one first; at most 30. */
  places: z.array(waitRangeSchema),
  /** Share of the last announced waits that were at or below their p90; null before the first. */
  withinP90: z.number().nullable(),
  medianErrorSeconds: z.number().nullable(),
  /** How many announced waits that is about. */
  accuracyCount: z.number(),
});
/** The wait of someone who joins now, as a range, with how right such ranges have been. */
export type ExpectedWait = z.infer<typeof expectedWaitSchema>;

export const floorServiceSchema = z.object({
  siteId: z.string(),
  serviceId: z.string(),
  name: z.string(),
  channels: z.array(channelSchema),
  queueLength: z.number(),
  /** now − this = the longest wait; null where nobody waits, or where the feed knows no cases. */
  longestWaitSinceMs: z.number().nullable(),
  inService: z.number(),
  /** Null where too little is known to say. */
  expectedWait: expectedWaitSchema.nullable(),
  /** Agents on the floor who serve it: assigned to it, else trained for it. */
  agentsOn: z.number(),
  agentsAvailable: z.number(),
  targetSeconds: z.number(),
  targetShare: z.number(),
  /** Of the legs that arrived in the last 30 minutes. Whoever waits beyond the target counts as missed. */
  levelNow: levelSchema,
  levelToday: levelSchema,
  servedToday: z.number(),
  abandonedToday: z.number(),
  /** Queue length every five minutes over the last two hours, oldest first. */
  queueHistory: z.array(z.number()),
  /** p90 of today's measured handling in seconds; null below 5 values. */
  usualHandleSeconds: z.number().nullable(),
  /** From a feed that knows no cases: when it last spoke, and open counters. */
  observedAtMs: z.number().nullable(),
  openCounters: z.number().nullable(),
});
export type FloorService = z.infer<typeof floorServiceSchema>;

export const floorAgentSchema = agentSchema.extend({
  /** The case at hand. */
  caseId: z.string().nullable(),
  backupCallId: z.string().nullable(),
});
export type FloorAgent = z.infer<typeof floorAgentSchema>;

const floorPartsSchema = z.object({
  /** Grows by one with each message; a gap means: ask for a new snapshot. */
  sequence: z.number(),
  /** The server's clock when the message was made. */
  atMs: z.number(),
  /** When the newest event happened; null while there is none. */
  lastEventAtMs: z.number().nullable(),
  /** In a delta: those that changed. Keyed by siteId and serviceId. */
  services: z.array(floorServiceSchema),
  agents: z.array(floorAgentSchema),
  cases: z.array(floorCaseSchema),
  backupCalls: z.array(backupCallSchema),
  feeds: z.array(feedHealthSchema),
});

export const floorSnapshotSchema = floorPartsSchema.extend({ kind: z.literal("snapshot") });
export type FloorSnapshot = z.infer<typeof floorSnapshotSchema>;

export const floorDeltaSchema = floorPartsSchema.extend({
  kind: z.literal("delta"),
  /** Cases that are no longer open. */
  closedCaseIds: z.array(z.string()),
});
export type FloorDelta = z.infer<typeof floorDeltaSchema>;

export type FloorMessage = FloorSnapshot | FloorDelta;

/** The floor as it was at an instant. */
export const floorAtSchema = z.object({
  at: z.string(),
  total: z.object({
    queueLength: z.number(),
    longestWaitSeconds: z.number().nullable(),
    inService: z.number(),
  }),
  services: z.array(
    z.object({
      service: z.string(),
      queueLength: z.number(),
      longestWaitSeconds: z.number().nullable(),
      inService: z.number(),
      /** Only where a feed observes the queue without knowing its cases. */
      openCounters: z.number().nullable(),
      observedAt: z.string().nullable(),
    }),
  ),
});
export type FloorAt = z.infer<typeof floorAtSchema>;
