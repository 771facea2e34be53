/**
 * Sites, services and queues at hand while events are taken in.
 *
 * A queue is one site, service and channel; legs and figures name it by a number, so that rows stay
 * small. Everything here is also in the file, and read from there again after a rollback.
 */
import type Database from "better-sqlite3";
import type { Channel } from "../../../shared/domain/channel.ts";
import { type Service, type Target, targetAt } from "../../../shared/domain/service.ts";
import type { Changes } from "./changes.ts";
import { LocalDays } from "./local-days.ts";
import { all, sql } from "./query.ts";
import type { ServiceRow } from "./schema.ts";

/** The zone of a site that nobody entered. */
export const defaultTimeZone = "Europe/Paris";

export interface Queue {
  readonly number: number;
  readonly siteId: string;
  readonly serviceId: string;
  readonly channel: Channel;
}

export class DirectoryIndex {
  readonly #db: Database.Database;
  readonly #insertQueue: Database.Statement<[string, string, string]>;
  readonly #insertSite: Database.Statement<[string]>;
  readonly #insertService: Database.Statement<[string, string]>;
  readonly #numbers = new Map<string, number>();
  readonly #queues = new Map<number, Queue>();
  readonly #seenSites = new Set<string>();
  readonly #seenServices = new Set<string>();
  readonly #timeZones = new Map<string, string>();
  readonly #days = new Map<string, LocalDays>();
  readonly #services = new Map<string, Service>();

  constructor(db: Database.Database) {
    this.#db = db;
    this.#insertQueue = db.prepare("INSERT INTO queue (site_id, service_id, channel) VALUES (?, ?, ?)");
    this.#insertSite = db.prepare("INSERT INTO seen_site VALUES (?)");
    this.#insertService = db.prepare("INSERT INTO seen_service VALUES (?, ?)");
    this.load();
  }

  /** Reads everything from the file again. */
  load(): void {
    for (const map of [this.#numbers, this.#queues, this.#seenSites, this.#seenServices]) map.clear();
    this.#timeZones.clear();
    this.#services.clear();
    const queues = this.#db.prepare<[], Queue>(
      "SELECT number, site_id AS siteId, service_id AS serviceId, channel FROM queue",
    );
    for (const queue of queues.all()) this.#remember(queue);
    for (const { id } of all(this.#db, sql.selectFrom("seen_site").select("id"))) this.#seenSites.add(id);
    for (const seen of all(this.#db, sql.selectFrom("seen_service").selectAll())) {
      this.#seenServices.add(`${seen.channel}\n${seen.id}`);
    }
    for (const site of all(this.#db, sql.selectFrom("site").select(["id", "time_zone"]))) {
      this.#timeZones.set(site.id, site.time_zone);
    }
    for (const row of all(this.#db, sql.selectFrom("service").selectAll())) {
      this.#services.set(row.id, toService(row));
    }
  }

  /** The number of a queue, which it gets now where it has none. */
  queueNumber(siteId: string, serviceId: string, channel: Channel): number {
    const known = this.#numbers.get(`${channel}\n${serviceId}\n${siteId}`);
    if (known !== undefined) return known;
    const number = Number(this.#insertQueue.run(siteId, serviceId, channel).lastInsertRowid);
    this.#remember({ number, siteId, serviceId, channel });
    return number;
  }

  queue(number: number): Queue {
    const queue = this.#queues.get(number);
    if (queue === undefined) throw new Error(`there is no queue ${number}`);
    return queue;
  }

  queues(): IterableIterator<Queue> {
    return this.#queues.values();
  }

  timeZoneOf(siteId: string): string {
    return this.#timeZones.get(siteId) ?? defaultTimeZone;
  }

  /** The local days of a site. */
  daysOf(siteId: string): LocalDays {
    const timeZone = this.timeZoneOf(siteId);
    const known = this.#days.get(timeZone);
    if (known !== undefined) return known;
    const days = new LocalDays(timeZone);
    this.#days.set(timeZone, days);
    return days;
  }

  /** The targets that somebody entered for a service, ascending. */
  targetsOf(serviceId: string): readonly Target[] {
    return this.#services.get(serviceId)?.targets ?? [];
  }

  /** The target in force for a service at an instant. */
  readonly targetOf = (serviceId: string, channel: Channel, atMs: number): Target =>
    targetAt(this.#services.get(serviceId), channel, atMs);

  /** Notes that an event names a site. */
  seeSite(id: string, changes: Changes): void {
    if (this.#seenSites.has(id)) return;
    this.#insertSite.run(id);
    this.#seenSites.add(id);
    changes.directory = true;
  }

  /** Notes that an event names a service; `channel` is empty where the event knows none. */
  seeService(id: string, channel: Channel | "", changes: Changes): void {
    const key = `${channel}\n${id}`;
    if (this.#seenServices.has(key)) return;
    this.#insertService.run(id, channel);
    this.#seenServices.add(key);
    changes.directory = true;
  }

  #remember(queue: Queue): void {
    this.#queues.set(queue.number, queue);
    this.#numbers.set(`${queue.channel}\n${queue.serviceId}\n${queue.siteId}`, queue.number);
  }
}

/** The service that somebody entered. */
export function toService(row: ServiceRow): Service {
  return {
    id: row.id,
    name: row.name,
    channels: JSON.parse(row.channels) as Channel[],
    targets: JSON.parse(row.targets) as Target[],
  };
}
