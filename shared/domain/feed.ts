/** Where events come from, and whether they still come. */
import { z } from "zod";

export const feedHealthSchema = z.object({
  /** The events' `source`. */
  source: z.string(),
  /** When the last event of this source was taken in, ms since 1970 UTC. */
  lastReceivedAtMs: z.number(),
  /** When that event happened, by the source's own clock. */
  lastEventAtMs: z.number(),
  eventCount: z.number(),
});
export type FeedHealth = z.infer<typeof feedHealthSchema>;

/** What was this old when it came was brought in as history. */
const historyAfterMs = 60 * 60 * 1_000;

/** Whether a source was last heard through a file of the past: its silence means nothing. */
export function isHistory({ lastReceivedAtMs, lastEventAtMs }: FeedHealth): boolean {
  return lastReceivedAtMs - lastEventAtMs > historyAfterMs;
}
