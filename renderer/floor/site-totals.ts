/** A site as a whole: the sums of its services. Levels are merged case by case, never averaged. */
import { isOnFloor } from "../../shared/domain/agent.ts";
import type { FloorAgent, FloorService, Level } from "../../shared/domain/floor.ts";
import { abandonedShare, combineLevels, longestWaiting } from "./judge.ts";

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
  return new SiteTotalsTable().of(siteId, services, agents);
}

interface Kept {
  readonly own: readonly FloorService[];
  readonly totals: SiteTotals;
}

const noServices: readonly FloorService[] = [];

/**
 * The totals of all sites, worked out once for each state of the floor however many cells show them. Those
 * of a site keep their identity until one of its services, or the number of its agents, changes.
 */
export class SiteTotalsTable {
  #services: readonly FloorService[] | null = null;
  #agents: readonly FloorAgent[] | null = null;
  #servicesOf = new Map<string, FloorService[]>();
  #agentsOn = new Map<string, number>();
  readonly #kept = new Map<string, Kept>();

  /**
   * The totals of a site.
   *
   * @param services of all sites; the same array until one of them changes
   * @param agents of all sites; likewise
   */
  of(siteId: string, services: readonly FloorService[], agents: readonly FloorAgent[]): SiteTotals {
    this.#take(services, agents);
    const own = this.#servicesOf.get(siteId) ?? noServices;
    const agentsOn = this.#agentsOn.get(siteId) ?? 0;
    const kept = this.#kept.get(siteId);
    if (kept !== undefined && kept.totals.agentsOn === agentsOn && isSameList(kept.own, own)) {
      return kept.totals;
    }
    const totals = totalsOf(siteId, own, agentsOn);
    this.#kept.set(siteId, { own, totals });
    return totals;
  }

  #take(services: readonly FloorService[], agents: readonly FloorAgent[]): void {
    if (services !== this.#services) {
      this.#services = services;
      this.#servicesOf = Map.groupBy(services, ({ siteId }) => siteId);
    }
    if (agents === this.#agents) return;
    this.#agents = agents;
    this.#agentsOn = new Map();
    for (const { siteId, state } of agents) {
      if (isOnFloor(state)) this.#agentsOn.set(siteId, (this.#agentsOn.get(siteId) ?? 0) + 1);
    }
  }
}

function isSameList(a: readonly FloorService[], b: readonly FloorService[]): boolean {
  return a === b || (a.length === b.length && a.every((service, index) => service === b[index]));
}

function totalsOf(siteId: string, own: readonly FloorService[], agentsOn: number): SiteTotals {
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
    agentsOn,
  };
}
