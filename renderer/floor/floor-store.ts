/**
 * The floor on this page: one snapshot, then deltas, kept outside React. A row that did not change
 * keeps its identity, so that only rows that changed are drawn again.
 */
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { FloorAgent, FloorCase, FloorMessage, FloorService } from "../../shared/domain/floor.ts";
import { compareAgents, compareServices } from "./order.ts";
import { OrderedRows } from "./ordered-rows.ts";
import { ServiceQueue } from "./service-queue.ts";
import { type SiteTotals, SiteTotalsTable } from "./site-totals.ts";

/** Key of a service at a site. */
export function serviceKeyOf(row: { readonly siteId: string; readonly serviceId: string }): string {
  return JSON.stringify([row.siteId, row.serviceId]);
}

const noIds: readonly string[] = [];
const noPlaces: ReadonlyMap<string, number> = new Map();

/** What is on the floor, for reading. Lists keep their identity until they change. */
export interface Floor {
  /** False until the first snapshot. */
  readonly isLoaded: boolean;
  /** Grows with each message. */
  readonly revision: number;
  readonly lastEventAtMs: number | null;
  readonly services: ReadonlyMap<string, FloorService>;
  readonly agents: ReadonlyMap<string, FloorAgent>;
  readonly cases: ReadonlyMap<string, FloorCase>;
  readonly backupCalls: ReadonlyMap<string, BackupCall>;
  readonly feeds: readonly FeedHealth[];
  /** Every service in the order of the table. */
  readonly serviceList: readonly FloorService[];
  /** Their keys; the same array until a service comes, goes or moves. */
  readonly serviceKeys: readonly string[];
  /** Every agent who is not away, in the order of the panel. */
  readonly agentList: readonly FloorAgent[];
  readonly backupCallList: readonly BackupCall[];
  /** A site as a whole; the same until one of its figures changes. */
  readonly siteTotalsOf: (siteId: string) => SiteTotals;
  /** The open cases of a service: who waits longest first, then those who have been called. */
  readonly caseIdsOf: (serviceKey: string) => readonly string[];
  /** Who is called next at a service: the first waiting cases with their places in line, from 0. */
  readonly placesOf: (serviceKey: string) => ReadonlyMap<string, number>;
}

export class FloorStore implements Floor {
  isLoaded = false;
  revision = 0;
  lastEventAtMs: number | null = null;
  readonly services = new Map<string, FloorService>();
  readonly agents = new Map<string, FloorAgent>();
  readonly cases = new Map<string, FloorCase>();
  readonly backupCalls = new Map<string, BackupCall>();
  feeds: readonly FeedHealth[] = [];
  backupCallList: readonly BackupCall[] = [];
  readonly #orderedServices = new OrderedRows<FloorService>(serviceKeyOf, compareServices);
  readonly #presentAgents = new OrderedRows<FloorAgent>((agent) => agent.id, compareAgents);
  readonly #siteTotals = new SiteTotalsTable();
  readonly #queues = new Map<string, ServiceQueue>();
  readonly #listeners = new Set<() => void>();
  #sequence = 0;

  get serviceList(): readonly FloorService[] {
    return this.#orderedServices.rows;
  }

  get serviceKeys(): readonly string[] {
    return this.#orderedServices.keys;
  }

  get agentList(): readonly FloorAgent[] {
    return this.#presentAgents.rows;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes in a message; false where one is missing before it and a new snapshot is needed. */
  apply(message: FloorMessage): boolean {
    if (message.kind === "delta" && message.sequence !== this.#sequence + 1) return false;
    this.#sequence = message.sequence;
    if (message.kind === "snapshot") this.#clear();
    this.isLoaded = true;
    this.revision += 1;
    this.lastEventAtMs = message.lastEventAtMs;
    for (const row of message.services) this.#putService(row);
    for (const row of message.agents) this.#putAgent(row);
    for (const row of message.backupCalls) this.backupCalls.set(row.id, row);
    for (const row of message.cases) this.#putCase(row);
    if (message.kind === "delta") for (const id of message.closedCaseIds) this.#dropCase(id);
    if (message.kind === "snapshot" || message.feeds.length > 0) {
      this.feeds = [...message.feeds].sort((a, b) => a.source.localeCompare(b.source));
    }
    if (message.kind === "snapshot" || message.backupCalls.length > 0) {
      this.backupCallList = [...this.backupCalls.values()].sort((a, b) => b.requestedAtMs - a.requestedAtMs);
    }
    for (const listener of this.#listeners) listener();
    return true;
  }

  siteTotalsOf = (siteId: string): SiteTotals =>
    this.#siteTotals.of(siteId, this.serviceList, this.agentList);

  caseIdsOf = (serviceKey: string): readonly string[] => this.#queues.get(serviceKey)?.ids ?? noIds;

  placesOf = (serviceKey: string): ReadonlyMap<string, number> =>
    this.#queues.get(serviceKey)?.places ?? noPlaces;

  #clear(): void {
    this.services.clear();
    this.agents.clear();
    this.cases.clear();
    this.backupCalls.clear();
    this.#orderedServices.clear();
    this.#presentAgents.clear();
    this.#queues.clear();
  }

  #putService(row: FloorService): void {
    this.services.set(serviceKeyOf(row), row);
    this.#orderedServices.put(row);
  }

  #putAgent(row: FloorAgent): void {
    this.agents.set(row.id, row);
    if (row.state === "offline") this.#presentAgents.drop(row.id);
    else this.#presentAgents.put(row);
  }

  #putCase(row: FloorCase): void {
    const before = this.cases.get(row.id);
    const key = serviceKeyOf(row);
    if (before !== undefined && serviceKeyOf(before) !== key) this.#dropCase(row.id);
    this.cases.set(row.id, row);
    const queue = this.#queues.get(key) ?? new ServiceQueue();
    this.#queues.set(key, queue);
    queue.put(row);
  }

  #dropCase(id: string): void {
    const row = this.cases.get(id);
    if (row === undefined) return;
    this.cases.delete(id);
    this.#queues.get(serviceKeyOf(row))?.drop(id);
  }
}
