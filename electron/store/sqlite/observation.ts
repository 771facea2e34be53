/** What feeds without cases said of each queue, one row per queue and instant. */
import type Database from "better-sqlite3";
import type { EventOf } from "../../../shared/domain/event.ts";
import type { Observation } from "../../../shared/domain/observation.ts";
import type { Changes } from "./changes.ts";
import type { DirectoryIndex } from "./directory-index.ts";

interface ObservationRow {
  readonly queue: number;
  readonly at_ms: number;
  readonly people_waiting: number;
  readonly open_counters: number | null;
  readonly ticket_called: string | null;
}

export class ObservationTable {
  readonly #directory: DirectoryIndex;
  readonly #put: Database.Statement<[number, number, number, number | null, string | null, string, string]>;
  readonly #last: Database.Statement<[number], ObservationRow>;
  readonly #at: Database.Statement<[number], ObservationRow>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    // Two events of the same queue and millisecond: the later by source and id holds, whichever came first.
    this.#put = db.prepare(`
      INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (queue, at_ms) DO UPDATE SET
        people_waiting = excluded.people_waiting, open_counters = excluded.open_counters,
        ticket_called = excluded.ticket_called, source = excluded.source, event_id = excluded.event_id
      WHERE (excluded.source, excluded.event_id) > (source, event_id)
    `);
    this.#last = db.prepare("SELECT * FROM observation WHERE queue = ? ORDER BY at_ms DESC LIMIT 1");
    this.#at = db.prepare(`
      SELECT observation.* FROM queue JOIN observation ON queue = number AND at_ms =
        (SELECT max(at_ms) FROM observation WHERE queue = number AND at_ms <= ?)
      ORDER BY number
    `);
  }

  project(events: readonly EventOf<"queue.observed">[], changes: Changes): void {
    const touched = new Set<number>();
    for (const { data, atMs, source, id } of events) {
      this.#directory.seeSite(data.site, changes);
      this.#directory.seeService(data.service, data.channel, changes);
      const queue = this.#directory.queueNumber(data.site, data.service, data.channel);
      touched.add(queue);
      const { peopleWaiting, openCounters = null, ticketCalled = null } = data;
      this.#put.run(queue, atMs, peopleWaiting, openCounters, ticketCalled, source, id);
    }
    if (!changes.wanted) return;
    for (const queue of touched) {
      const row = this.#last.get(queue);
      if (row !== undefined) changes.observations.set(queue, this.#toObservation(row));
    }
  }

  /** The last observation of each queue at or before an instant. */
  at(atMs: number): Observation[] {
    return this.#at.all(atMs).map((row) => this.#toObservation(row));
  }

  #toObservation(row: ObservationRow): Observation {
    const { siteId, serviceId, channel } = this.#directory.queue(row.queue);
    return {
      siteId,
      serviceId,
      channel,
      atMs: row.at_ms,
      peopleWaiting: row.people_waiting,
      openCounters: row.open_counters,
      ticketCalled: row.ticket_called,
    };
  }
}
