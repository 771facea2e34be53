/** The directory: what people entered, with what events name beside it. */
import type Database from "better-sqlite3";
import { type Channel, channels } from "../../../shared/domain/channel.ts";
import { backupPersonSchema, type Directory, type DirectoryDraft } from "../../../shared/domain/directory.ts";
import type { Service } from "../../../shared/domain/service.ts";
import type { Site } from "../../../shared/domain/site.ts";
import { judgedOtherwiseFromMs } from "../../../shared/domain/target-change.ts";
import { Fault } from "../../../shared/faults.ts";
import type { CalendarTable } from "./calendar.ts";
import type { Changes } from "./changes.ts";
import { defaultTimeZone, toService } from "./directory-index.ts";
import { FigureDeltas } from "./figure-delta.ts";
import type { Projector } from "./projector.ts";
import { all, run, sql } from "./query.ts";

export class DirectoryTable {
  readonly #db: Database.Database;
  readonly #projector: Projector;
  readonly #calendars: CalendarTable;

  constructor(db: Database.Database, projector: Projector, calendars: CalendarTable) {
    this.#db = db;
    this.#projector = projector;
    this.#calendars = calendars;
  }

  /** Everything by id. A channel that has cases is part of its service, whatever was entered. */
  read(): Directory {
    const roster = all(this.#db, sql.selectFrom("backup_person").select("record").orderBy("agent_id"));
    return {
      sites: this.#sites(),
      services: this.#services(),
      roster: roster.map(({ record }) => backupPersonSchema.parse(JSON.parse(record))),
    };
  }

  /**
   * Adds or replaces entries. A target counts for the legs that came from its `fromMs` on, so the
   * cases that a new or changed target touches are projected again, and the days of a site whose
   * zone changes are cut anew: figures are always those that a rebuild would give.
   *
   * @throws Fault `invalid_input` for a time zone that does not exist
   */
  put(directory: DirectoryDraft, changes: Changes): void {
    changes.directory = true;
    for (const site of directory.sites) this.#putSite(site, changes);
    for (const service of directory.services) this.#putService(service, changes);
    for (const person of directory.roster) {
      run(
        this.#db,
        sql
          .insertInto("backup_person")
          .values({ agent_id: person.agentId, record: JSON.stringify(person) })
          .onConflict((conflict) =>
            conflict.column("agent_id").doUpdateSet({ record: JSON.stringify(person) }),
          ),
      );
    }
  }

  removePerson(agentId: string, changes: Changes): void {
    const removed = run(this.#db, sql.deleteFrom("backup_person").where("agent_id", "=", agentId));
    if (removed > 0) changes.directory = true;
  }

  #putSite(site: Site, changes: Changes): void {
    refuseUnknownZone(site);
    const before = this.#projector.directory.timeZoneOf(site.id);
    const opening = this.#projector.directory.openingTimes;
    const row = { name: site.name, time_zone: site.timeZone };
    run(
      this.#db,
      sql
        .insertInto("site")
        .values({ id: site.id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row)),
    );
    this.#projector.directory.load();
    if (before === site.timeZone) return;
    this.#projector.figures.cutAnew(site.id, before);
    this.#calendars.judgeSiteAgain(site.id, opening, changes);
  }

  #putService(service: Service, changes: Changes): void {
    const { directory, cases, legs, figures } = this.#projector;
    const targets = service.targets.toSorted((a, b) => a.fromMs - b.fromMs);
    const fromMs = judgedOtherwiseFromMs(directory.targetsOf(service.id), targets);
    const row = {
      name: service.name,
      channels: JSON.stringify(service.channels),
      targets: JSON.stringify(targets),
    };
    run(
      this.#db,
      sql
        .insertInto("service")
        .values({ id: service.id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row)),
    );
    directory.load();
    if (fromMs === null) return;
    const deltas = new FigureDeltas(figures, directory);
    for (const queue of directory.queues()) {
      if (queue.serviceId === service.id) cases.projectAgain(queue.number, fromMs, deltas, changes);
    }
    legs.flush();
    deltas.write();
  }

  #sites(): Site[] {
    const sites = new Map<string, Site>();
    for (const { id } of all(this.#db, sql.selectFrom("seen_site").select("id"))) {
      sites.set(id, { id, name: id, timeZone: defaultTimeZone });
    }
    for (const row of all(this.#db, sql.selectFrom("site").selectAll())) {
      sites.set(row.id, { id: row.id, name: row.name, timeZone: row.time_zone });
    }
    return [...sites.values()].sort(byId);
  }

  #services(): Service[] {
    const services = new Map<string, Service>();
    for (const row of all(this.#db, sql.selectFrom("service").selectAll())) {
      services.set(row.id, toService(row));
    }
    for (const { id, channel } of all(this.#db, sql.selectFrom("seen_service").selectAll())) {
      const service = services.get(id) ?? { id, name: id, channels: [], targets: [] };
      services.set(id, { ...service, channels: withChannel(service.channels, channel) });
    }
    return [...services.values()].sort(byId);
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function withChannel(known: readonly Channel[], added: string): Channel[] {
  return channels.filter((channel) => channel === added || known.includes(channel));
}

function refuseUnknownZone(site: Site): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: site.timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault(
      "invalid_input",
      `"${site.timeZone}" is not a time zone. The site ${site.id} stays as it was; use a name such as Europe/Paris.`,
      { field: "timeZone", siteId: site.id },
    );
  }
}
