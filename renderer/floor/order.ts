/** In which order rows stand. Orders don't depend on what ticks, so that rows don't jump. */
import type { Channel } from "../../shared/domain/channel.ts";
import type { FloorAgent, FloorCase, FloorService } from "../../shared/domain/floor.ts";
import { type CaseStanding, standingOf } from "./case-standing.ts";

/** A suspended case keeps its place among those that wait. */
const standingOrder: Record<CaseStanding, number> = { waiting: 0, suspended: 0, called: 1, serving: 2 };

/** Who waits comes first, and of those who wait, who has waited longest. */
export function compareCases(a: FloorCase, b: FloorCase): number {
  return (
    standingOrder[standingOf(a)] - standingOrder[standingOf(b)] ||
    a.waitSinceMs - b.waitSinceMs ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const { compare: compareNames } = new Intl.Collator("fr");

const channelOrder: Record<Channel, number> = { counter: 0, phone: 1, email: 2, online: 3 };

function channelRank(service: FloorService): number {
  return Math.min(...service.channels.map((channel) => channelOrder[channel]), 4);
}

/** Site by site: counters first, then phones, then what may wait for days; by name within. */
export function compareServices(a: FloorService, b: FloorService): number {
  return (
    (a.siteId < b.siteId ? -1 : a.siteId > b.siteId ? 1 : 0) ||
    channelRank(a) - channelRank(b) ||
    compareNames(a.name, b.name) ||
    (a.serviceId < b.serviceId ? -1 : a.serviceId > b.serviceId ? 1 : 0)
  );
}

/** By name. */
export function compareAgents(a: FloorAgent, b: FloorAgent): number {
  return compareNames(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
