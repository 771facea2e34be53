/** When a source of events counts as silent, and what to call it. */

import { type FeedHealth, isHistory } from "../../shared/domain/feed.ts";
import type { Level } from "../ui/level.ts";

/** No event for this long is worth saying. */
export const staleAfterMs = 10 * 60 * 1_000;

/** Whether a feed has been silent for too long. */
export function isStale(feed: FeedHealth, nowMs: number): boolean {
  return !isHistory(feed) && nowMs - feed.lastReceivedAtMs > staleAfterMs;
}

/** How much a feed's silence needs a person. */
export function ageLevel(stale: boolean, isLive: boolean): Level {
  return stale || !isLive ? "warn" : "ok";
}

/** The last part of a source's address: `urn:vigie:demo` → demo, `https://tickets.example/qms` → qms. */
export function sourceName(source: string): string {
  return source.split(/[:/#]/).filter(Boolean).at(-1) ?? source;
}
