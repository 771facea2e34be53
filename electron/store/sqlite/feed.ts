/** Health of each source, from what it sent. */
import type Database from "better-sqlite3";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { FeedHealth } from "../../../shared/domain/feed.ts";
import type { Changes } from "./changes.ts";

const columns = `source, last_received_at_ms AS lastReceivedAtMs, last_event_at_ms AS lastEventAtMs,
  event_count AS eventCount`;

export class FeedTable {
  readonly #put: Database.Statement<[string, number, number, number], FeedHealth>;
  readonly #all: Database.Statement<[], FeedHealth>;
  readonly #fill: Database.Statement<[]>;

  constructor(db: Database.Database) {
    this.#put = db.prepare(`
      INSERT INTO feed VALUES (?, ?, ?, ?)
      ON CONFLICT (source) DO UPDATE SET
        last_received_at_ms = max(last_received_at_ms, excluded.last_received_at_ms),
        last_event_at_ms = max(last_event_at_ms, excluded.last_event_at_ms),
        event_count = event_count + excluded.event_count
      RETURNING ${columns}
    `);
    this.#all = db.prepare(`SELECT ${columns} FROM feed ORDER BY source`);
    this.#fill = db.prepare(
      "INSERT INTO feed SELECT source, max(received_at_ms), max(at_ms), count(*) FROM event GROUP BY source",
    );
  }

  project(fresh: readonly VigieEvent[], receivedAtMs: number, changes: Changes): void {
    const bySource = new Map<string, { lastEventAtMs: number; eventCount: number }>();
    let sums = { lastEventAtMs: 0, eventCount: 0 };
    let last: string | undefined;
    for (const { source, atMs } of fresh) {
      // Most calls bring events of one source only.
      if (source !== last) {
        sums = bySource.get(source) ?? { lastEventAtMs: atMs, eventCount: 0 };
        bySource.set(source, sums);
        last = source;
      }
      sums.lastEventAtMs = Math.max(sums.lastEventAtMs, atMs);
      sums.eventCount += 1;
    }
    for (const [source, { lastEventAtMs, eventCount }] of bySource) {
      const health = this.#put.get(source, receivedAtMs, lastEventAtMs, eventCount);
      if (changes.wanted && health !== undefined) changes.feeds.set(source, health);
    }
  }

  /** Makes the table anew from the log. */
  fill(): void {
    this.#fill.run();
  }

  read(): FeedHealth[] {
    return this.#all.all();
  }
}
