/** What a citizen comes for, and how soon the house means to serve them. */
import { z } from "zod";
import { channelSchema } from "./channel.ts";

/**
 * A target holds from `fromMs` on; earlier days keep the one that was in force then, so that
 * changing a target never rewrites history.
 */
export const targetSchema = z.object({
  fromMs: z.number(),
  /** T: a case served within it is served in time. */
  withinSeconds: z.number().positive(),
  /** The share that should be, 0–1. */
  share: z.number().min(0).max(1),
  /** Who gives up sooner than this is not held against the service. */
  shortAbandonSeconds: z.number().min(0),
});
export type Target = z.infer<typeof targetSchema>;

export const serviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  channels: z.array(channelSchema),
  /** Ascending by `fromMs`; may be empty (then the default target of the channel holds). */
  targets: z.array(targetSchema),
});
export type Service = z.infer<typeof serviceSchema>;

const minutes = 60;
const defaultTargets = {
  counter: { fromMs: 0, withinSeconds: 15 * minutes, share: 0.8, shortAbandonSeconds: 60 },
  phone: { fromMs: 0, withinSeconds: 60, share: 0.8, shortAbandonSeconds: 10 },
  email: { fromMs: 0, withinSeconds: 2 * 24 * 60 * minutes, share: 0.9, shortAbandonSeconds: 0 },
  online: { fromMs: 0, withinSeconds: 24 * 60 * minutes, share: 0.9, shortAbandonSeconds: 0 },
} as const satisfies Record<z.infer<typeof channelSchema>, Target>;

/** The target in force at an instant: the service's own, else the default of the channel. */
export function targetAt(
  service: Service | undefined,
  channel: z.infer<typeof channelSchema>,
  atMs: number,
): Target {
  const own = service?.targets.findLast((target) => target.fromMs <= atMs);
  return own ?? defaultTargets[channel];
}
