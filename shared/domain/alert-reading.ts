/** What the rules of alerts read on the floor. */
import { overdueBreakSeconds } from "./agent.ts";
import type { AlertSubject } from "./alert.ts";
import { type AlertRule, measureKinds } from "./alert-rule.ts";
import { consoleSource } from "./case-action.ts";
import { type FeedHealth, isHistory } from "./feed.ts";
import type { FloorService, FloorSnapshot } from "./floor.ts";

/** The parts of the floor that rules look at. */
export type AlertView = Pick<FloorSnapshot, "services" | "agents" | "feeds">;

/** One value of one subject; null where it is not known. */
export interface AlertReading {
  readonly subject: AlertSubject;
  readonly value: number | null;
}

/** Shares of fewer cases than this say nothing. */
export const fewestCases = 5;

/** Longer than a weekend: whoever speaks no more by then was taken away. */
const unpluggedAfterMs = 3 * 24 * 60 * 60 * 1_000;

/** Every value that a rule looks at, at this moment. */
export function readingsOf(rule: AlertRule, view: AlertView, nowMs: number): AlertReading[] {
  switch (measureKinds[rule.measure].about) {
    case "service":
      return view.services
        .filter((service) => isMeant(rule, service))
        .map((service) => ({
          subject: { kind: "service", siteId: service.siteId, serviceId: service.serviceId },
          value: serviceValue(rule, service, nowMs),
        }));
    case "agent":
      return view.agents
        .filter((agent) => rule.siteId === null || agent.siteId === rule.siteId)
        .map((agent) => ({
          subject: { kind: "agent", siteId: agent.siteId, agentId: agent.id },
          value: overdueBreakSeconds(agent, nowMs),
        }));
    case "feed":
      return view.feeds
        .filter((feed) => feed.source !== consoleSource)
        .map((feed) => ({
          subject: { kind: "feed", source: feed.source },
          value: silentSeconds(feed, nowMs),
        }));
  }
}

/** A mailbox may wait for days: a rule for every service means those with people in front of them. */
function isMeant(rule: AlertRule, service: FloorService): boolean {
  if (rule.siteId !== null && service.siteId !== rule.siteId) return false;
  if (rule.serviceId !== null) return service.serviceId === rule.serviceId;
  return (
    service.channels.length === 0 ||
    service.channels.some((channel) => channel === "counter" || channel === "phone")
  );
}

function serviceValue(rule: AlertRule, service: FloorService, nowMs: number): number | null {
  switch (rule.measure) {
    case "queue_length":
      return service.queueLength;
    case "longest_wait":
      if (service.longestWaitSinceMs !== null) return (nowMs - service.longestWaitSinceMs) / 1_000;
      return service.queueLength === 0 ? 0 : null;
    case "expected_wait":
      return service.expectedWait?.p90Seconds ?? null;
    case "service_level":
      return service.levelNow.base < fewestCases ? null : service.levelNow.share;
    case "abandonment": {
      const ended = service.servedToday + service.abandonedToday;
      return ended < fewestCases ? null : service.abandonedToday / ended;
    }
    case "agents_available":
      return service.agentsAvailable;
    default:
      return null;
  }
}

/** An imported file is no feed that could fall silent, nor is a source that was unplugged days ago. */
function silentSeconds(feed: FeedHealth, nowMs: number): number | null {
  const silentMs = nowMs - feed.lastReceivedAtMs;
  if (isHistory(feed) || silentMs > unpluggedAfterMs) return null;
  return Math.max(0, silentMs) / 1_000;
}
