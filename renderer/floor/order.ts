/** In which order rows stand. Orders don't depend on what ticks, so that rows don't jump. */
import type { CaseState } from "../../shared/domain/case.ts";
import type { Channel } from "../../shared/domain/channel.ts";
import type { FloorCase, FloorService } from "../../shared/domain/floor.ts";

const stateOrder: Partial<Record<CaseState, number>> = { waiting: 0, on_hold: 1, called: 2, serving: 3 };

/** Who waits comes first, and of those who wait, who has waited longest. */
export function compareCases(a: FloorCase, b: FloorCase): number {
  return (
    (stateOrder[a.state] ?? 4) - (stateOrder[b.state] ?? 4) ||
    a.waitSinceMs - b.waitSinceMs ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const channelOrder: Record<Channel, number> = { counter: 0, phone: 1, email: 2, online: 3 };

function channelRank(service: FloorService): number {
  return Math.min(...service.channels.map((channel) => channelOrder[channel]), 4);
}

/** Site by site: counters first, then phones, then what may wait for days; by name within. */
export function compareServices(a: FloorService, b: FloorService): number {
  return (
    (a.siteId < b.siteId ? -1 : a.siteId > b.siteId ? 1 : 0) ||
    channelRank(a) - channelRank(b) ||
    a.name.localeCompare(b.name, "fr") ||
    (a.serviceId < b.serviceId ? -1 : a.serviceId > b.serviceId ? 1 : 0)
  );
}
