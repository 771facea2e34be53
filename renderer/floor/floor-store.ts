/**
 * The floor on this page: one snapshot, then deltas, kept outside React. A row that did not change
 * keeps its identity, so that only rows that changed are drawn again.
 */
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import type { FloorAgent, FloorCase, FloorMessage, FloorService } from "../../shared/domain/floor.ts";
import { compareCases, compareServices } from "./order.ts";

/** Key of a service at a site. */
export function serviceKeyOf(row: { readonly siteId: string; readonly serviceId: string }): string {
  return JSON.stringify([row.siteId, row.serviceId]);
}

const noIds: readonly string[] = [];

/** What is on the floor, for reading. Lists keep their identity until they change. */
export interface Floor {
  /** False until the first snapshot. */
  readonly isLoaded: boolean;
  readonly lastEventAtMs: number | null;
  readonly services: ReadonlyMap<string, FloorService>;
  readonly agents: ReadonlyMap<string, FloorAgent>;
  readonly cases: ReadonlyMap<string, FloorCase>;
  readonly backupCalls: ReadonlyMap<string, BackupCall>;
  readonly feeds: readonly FeedHealth[];
  /** Every service in the order of the table. */
  readonly serviceList: readonly FloorService[];
  /** Every agent who is not away, in the order of the panel. */
  readonly agentList: readonly FloorAgent[];
  readonly backupCallList: readonly BackupCall[];
  /** The open cases of a service: who waits longest first, then those who have been called. */
  readonly caseIdsOf: (serviceKey: string) => readonly string[];
}

export class FloorStore implements Floor {
  isLoaded = false;
  lastEventAtMs: number | null = null;
  readonly services = new Map<string, FloorService>();
  readonly agents = new Map<string, FloorAgent>();
  readonly cases = new Map<string, FloorCase>();
  readonly backupCalls = new Map<string, BackupCall>();
  feeds: readonly FeedHealth[] = [];
  serviceList: readonly FloorService[] = [];
  agentList: readonly FloorAgent[] = [];
  backupCallList: readonly BackupCall[] = [];
  readonly #members = new Map<string, Set<string>>();
  readonly #orders = new Map<string, readonly string[]>();
  readonly #listeners = new Set<() => void>();
  #sequence = 0;

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
    this.lastEventAtMs = message.lastEventAtMs;
    for (const row of message.services) this.services.set(serviceKeyOf(row), row);
    for (const row of message.agents) this.agents.set(row.id, row);
    for (const row of message.backupCalls) this.backupCalls.set(row.id, row);
    for (const row of message.cases) this.#putCase(row);
    if (message.kind === "delta") for (const id of message.closedCaseIds) this.#dropCase(id);
    if (message.kind === "snapshot" || message.feeds.length > 0) {
      this.feeds = [...message.feeds].sort((a, b) => a.source.localeCompare(b.source));
    }
    this.#relist(message);
    for (const listener of this.#listeners) listener();
    return true;
  }

  caseIdsOf = (serviceKey: string): readonly string[] => {
    const known = this.#orders.get(serviceKey);
    if (known !== undefined) return known;
    const ids = this.#members.get(serviceKey);
    if (ids === undefined || ids.size === 0) return noIds;
    const rows = [...ids].flatMap((id) => this.cases.get(id) ?? []);
    const order = rows.sort(compareCases).map((row) => row.id);
    this.#orders.set(serviceKey, order);
    return order;
  };

  #clear(): void {
    this.services.clear();
    this.agents.clear();
    this.cases.clear();
    this.backupCalls.clear();
    this.#members.clear();
    this.#orders.clear();
  }

  #putCase(row: FloorCase): void {
    const before = this.cases.get(row.id);
    const key = serviceKeyOf(row);
    const isNewHere = before === undefined || serviceKeyOf(before) !== key;
    if (isNewHere) this.#dropCase(row.id);
    this.cases.set(row.id, row);
    const members = this.#members.get(key) ?? new Set<string>();
    this.#members.set(key, members);
    members.add(row.id);
    if (isNewHere || compareCases(before, row) !== 0) this.#orders.delete(key);
  }

  #dropCase(id: string): void {
    const row = this.cases.get(id);
    if (row === undefined) return;
    const key = serviceKeyOf(row);
    this.cases.delete(id);
    this.#members.get(key)?.delete(id);
    this.#orders.delete(key);
  }

  #relist(message: FloorMessage): void {
    const isSnapshot = message.kind === "snapshot";
    if (isSnapshot || message.services.length > 0) {
      this.serviceList = [...this.services.values()].sort(compareServices);
    }
    if (isSnapshot || message.agents.length > 0) {
      this.agentList = [...this.agents.values()]
        .filter((agent) => agent.state !== "offline")
        .sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
    }
    if (isSnapshot || message.backupCalls.length > 0) {
      this.backupCallList = [...this.backupCalls.values()].sort((a, b) => b.requestedAtMs - a.requestedAtMs);
    }
  }
}
