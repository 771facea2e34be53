/** Services of several sites as groups, each with its subtotal. Levels are merged case by case, never averaged. */
import { isOnFloor } from "../../shared/domain/agent.ts";
import type { FloorAgent, FloorService, Level } from "../../shared/domain/floor.ts";
import { serviceKeyOf } from "./floor-store.ts";
import { abandonedShare, combineLevels, longestWaiting } from "./judge.ts";

const siteRowPrefix = "site:";

/** Key of the row that stands above the services of a site. */
export function siteRowKey(siteId: string): string {
  return siteRowPrefix + siteId;
}

/** Whether a row of the services table is about a whole site. */
export function isSiteRow(key: string | number): boolean {
  return String(key).startsWith(siteRowPrefix);
}

/** The site that such a row is about. */
export function siteOfRow(key: string): string {
  return key.slice(siteRowPrefix.length);
}

export interface SiteTotals {
  readonly siteId: string;
  /** People and letters that wait, in all queues. */
  readonly queueLength: number;
  /** Where the longest wait is, people who stand or hold the line first; undefined where nobody waits. */
  readonly longest: FloorService | undefined;
  readonly levelNow: Level;
  readonly levelToday: Level;
  /** The wanted share, 0–1, weighed by the cases of `levelNow` (else of `levelToday`); null where nobody counts. */
  readonly wantedShare: number | null;
  readonly abandonedShare: number | null;
  /** Agents of the site who serve the public now, each counted once however many services they serve. */
  readonly agentsOn: number;
}

/** One site as a whole. */
export function siteTotals(
  siteId: string,
  services: readonly FloorService[],
  agents: readonly FloorAgent[],
): SiteTotals {
  const own = services.filter((service) => service.siteId === siteId);
  const now = combineLevels(own, (service) => service.levelNow);
  const today = combineLevels(own, (service) => service.levelToday);
  return {
    siteId,
    queueLength: own.reduce((sum, service) => sum + service.queueLength, 0),
    longest: longestWaiting(own),
    levelNow: now.level,
    levelToday: today.level,
    wantedShare: now.wantedShare ?? today.wantedShare,
    abandonedShare: abandonedShare(own).share,
    agentsOn: agents.filter((agent) => agent.siteId === siteId && isOnFloor(agent.state)).length,
  };
}

/** The sites that services belong to, each once, in the order in which they first appear. */
export function siteIdsOf(services: readonly FloorService[]): string[] {
  return [...new Set(services.map((service) => service.siteId))];
}

export interface ServiceRowItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
}

/**
 * The rows of the services table in order. With several sites a row for each site stands above its
 * services.
 *
 * @param services sorted site by site
 * @param isGrouped whether sites have rows of their own, where fewer services are shown than there are
 */
export function serviceRows(
  services: readonly FloorService[],
  siteNameOf: (siteId: string) => string,
  isGrouped = siteIdsOf(services).length > 1,
): ServiceRowItem[] {
  const siteIds = siteIdsOf(services);
  return siteIds.flatMap((siteId) => {
    const own = services
      .filter((service) => service.siteId === siteId)
      .map((service) => ({ id: serviceKeyOf(service), label: service.name }));
    return !isGrouped ? own : [{ id: siteRowKey(siteId), label: siteNameOf(siteId) }, ...own];
  });
}
