/** What an action is foreseen to do to the queues it touches, in a form that can be stored with it. */
import { z } from "zod";
import type { PreviewSide, Prospect, WaitRange } from "../queueing/preview.ts";

/** Null: nobody is there to serve, so no wait can be named. */
const waitSecondsSchema = z.number().min(0).nullable();

export const foreseenWaitSchema = z.object({ p50Seconds: waitSecondsSchema, p90Seconds: waitSecondsSchema });
/** A remaining wait from the moment of the action on. */
export type ForeseenWait = z.infer<typeof foreseenWaitSchema>;

export const bandSchema = z.object({
  expected: z.number(),
  /** If as few come as one time in ten. */
  ifFew: z.number(),
  /** If as many come as one time in ten. */
  ifMany: z.number(),
});

export const foreseenSchema = z.object({
  nextArrival: foreseenWaitSchema,
  /** The last one in line; null where nobody waits. */
  lastWaiting: foreseenWaitSchema.nullable(),
  /** 0–1, of those who wait and those who arrive within the horizon. */
  serviceLevel: bandSchema,
});
/** What lies ahead of one queue. */
export type Foreseen = z.infer<typeof foreseenSchema>;

export const predictionSchema = z.object({
  /** Arrivals within this time count towards the service level. */
  horizonSeconds: z.number().positive(),
  /** One per queue that changes. */
  sides: z.array(z.object({ serviceId: z.string(), before: foreseenSchema, after: foreseenSchema })).max(20),
});
/** Expected wait and service level of both sides of an action, before → after. */
export type Prediction = z.infer<typeof predictionSchema>;

/** The prediction that a preview makes. */
export function toPrediction(sides: readonly PreviewSide[], horizonSeconds: number): Prediction {
  return {
    horizonSeconds,
    sides: sides.map(({ serviceId, before, after }) => ({
      serviceId,
      before: toForeseen(before),
      after: toForeseen(after),
    })),
  };
}

function toForeseen({ nextArrival, lastWaiting, serviceLevel }: Prospect): Foreseen {
  return {
    nextArrival: toWait(nextArrival),
    lastWaiting: lastWaiting === null ? null : toWait(lastWaiting),
    serviceLevel,
  };
}

function toWait({ p50Seconds, p90Seconds }: WaitRange): ForeseenWait {
  return { p50Seconds: finite(p50Seconds), p90Seconds: finite(p90Seconds) };
}

function finite(seconds: number): number | null {
  return Number.isFinite(seconds) ? Math.round(seconds) : null;
}
