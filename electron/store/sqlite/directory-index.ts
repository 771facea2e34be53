/**
 * Sites, services and queues at hand while events are taken in.
 *
 * A queue is one site, service and channel; legs and figures name it by a number, so that rows stay
 * small. Everything here is also in the file, and read from there again after a rollback.
 */
import type Database from "better-sqlite3";
import type { Channel } from "../../../shared/domain/channel.ts";
import type { IsOpen } from "../../../shared/domain/figure.ts";
import { emptyCalendarBook, OpeningTimes } from "../../../shared/domain/opening-times.ts";
import { type Service, type Target, targetAt } from "../../../shared/domain/service.ts";
import { readCalendars } from "./calendar.ts";
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

/** Numbers under which figures of all queues of a site, and of a time zone, are kept. */
export interface Sums {
  readonly site: number;
  readonly zone: number;
}

export class DirectoryIndex {
  readonly #db: Database.Database;
  readonly #insertQueue: Database.Statement<[string, string, string]>;
  readonly #insertSite: Database.Statement<[string]>;
  readonly #insertService: Database.Statement<[string, string]>;
  readonly #numbers = new Map<string, number>();
  readonly #queues = new Map<number, Queue>();
  readonly #sums = new Map<string, number>();
  readonly #sumsOf = new Map<number, Sums>();
  readonly #seenSites = new Set<string>();
  readonly #seenServices = new Set<string>();
  readonly #timeZones = new Map<string, string>();
  readonly #days = new Map<string, LocalDays>();
  readonly #services = new Map<string, Service>();
  #openingTimes = new OpeningTimes(emptyCalendarBook, () => defaultTimeZone);

  constructor(db: Database.Database) {
    this.#db = db;
    this.#insertQueue = db.prepare("INSERT INTO queue (site_id, service_id, channel) VALUES (?, ?, ?)");
    this.#insertSite = db.prepare("INSERT INTO seen_site VALUES (?)");
    this.#insertService = db.prepare("INSERT INTO seen_service VALUES (?, ?)");
    this.load();
  }

  /** Reads everything from the file again. */
  load(): void {
    for (const map of [this.#numbers, this.#queues, this.#sums, this.#sumsOf]) map.clear();
    for (const seen of [this.#seenSites, this.#seenServices]) seen.clear();
    this.#timeZones.clear();
    this.#services.clear();
    const queues = this.#db.prepare<[], Omit<Queue, "channel"> & { readonly channel: Channel | "" }>(
      "SELECT number, site_id AS siteId, service_id AS serviceId, channel FROM queue",
    );
    for (const { number, siteId, serviceId, channel } of queues.all()) {
      if (channel === "") this.#sums.set(sumKey(siteId, serviceId), number);
      else this.#remember({ number, siteId, serviceId, channel });
    }
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
    // What was given away before goes on answering as it did: it is compared with what is read now.
    const timeZones = new Map(this.#timeZones);
    this.#openingTimes = new OpeningTimes(
      readCalendars(this.#db),
      (siteId) => timeZones.get(siteId) ?? defaultTimeZone,
    );
  }

  /** The number of a queue, which it gets now where it has none. */
  queueNumber(siteId: string, serviceId: string, channel: Channel): number {
    const known = this.#numbers.get(`${channel}\n${serviceId}\n${siteId}`);
    if (known !== undefined) return known;
    const number = Number(this.#insertQueue.run(siteId, serviceId, channel).lastInsertRowid);
    this.#remember({ number, siteId, serviceId, channel });
    return number;
  }

  /** The number under which figures of all queues of a site are kept. */
  siteSum(siteId: string): number {
    return this.#sum(siteId, "");
  }

  /** The number under which figures of all sites of a time zone are kept. */
  zoneSum(timeZone: string): number {
    return this.#sum("", timeZone);
  }

  /** Sums of the sites of a time zone. */
  siteSumsIn(timeZone: string): number[] {
    const sites = new Set([...this.#queues.values()].map((queue) => queue.siteId));
    return [...sites].filter((id) => this.timeZoneOf(id) === timeZone).map((id) => this.siteSum(id));
  }

  /** The sums that figures of a queue count in beside its own. */
  sumsOf(queue: number): Sums {
    const known = this.#sumsOf.get(queue);
    if (known !== undefined) return known;
    const { siteId } = this.queue(queue);
    const sums = { site: this.siteSum(siteId), zone: this.zoneSum(this.timeZoneOf(siteId)) };
    this.#sumsOf.set(queue, sums);
    return sums;
  }

  /** Numbers of the queues of a site. */
  queuesOf(siteId: string): number[] {
    return [...this.#queues.values()].filter((queue) => queue.siteId === siteId).map(({ number }) => number);
  }

  /** A sum is kept among the queues, without a channel: of a site by its id, of a time zone by its name. */
  #sum(siteId: string, timeZone: string): number {
    const known = this.#sums.get(sumKey(siteId, timeZone));
    if (known !== undefined) return known;
    const number = Number(this.#insertQueue.run(siteId, timeZone, "").lastInsertRowid);
    this.#sums.set(sumKey(siteId, timeZone), number);
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
    return this.daysIn(this.timeZoneOf(siteId));
  }

  /** The local days of a time zone. */
  daysIn(timeZone: string): LocalDays {
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

  get openingTimes(): OpeningTimes {
    return this.#openingTimes;
  }

  /** Whether the interval of an instant counts for a queue: always, where its channel has no opening hours. */
  readonly isOpen: IsOpen = (siteId, serviceId, channel, atMs) =>
    this.#openingTimes.isJudged(siteId, serviceId, channel, atMs);

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

function sumKey(siteId: string, timeZone: string): string {
  return `${timeZone}\n${siteId}`;
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
