/**
 * Where in the log a stretch of time is found. The log is in the order in which it was written, which
 * is nearly the order in which things happened, so it is enough to know of every few hundred rows the
 * first and the last instant: an index of every event by time costs an import a third of its speed.
 * A log that was written in any other order is read right too, only from more blocks.
 */
import type Database from "better-sqlite3";
import { levelOf } from "./time-span.ts";

/** Rows of the log that one block speaks of. */
export const blockRows = 256;

/** First and last instant by block. */
type Spans = Map<number, { minAtMs: number; maxAtMs: number }>;

/** Gathers what is written to the log, so that each block is written once. */
export class WrittenBlocks {
  readonly spans: Spans = new Map();

  /** The row of this number happened at an instant. */
  note(number: number, atMs: number): void {
    const block = Math.floor(number / blockRows);
    const known = this.spans.get(block);
    if (known === undefined) {
      this.spans.set(block, { minAtMs: atMs, maxAtMs: atMs });
    } else {
      known.minAtMs = Math.min(known.minAtMs, atMs);
      known.maxAtMs = Math.max(known.maxAtMs, atMs);
    }
  }
}

interface BlockRow {
  readonly min_at_ms: number;
  readonly max_at_ms: number;
}

export class EventBlockTable {
  readonly #get: Database.Statement<[number], BlockRow>;
  readonly #put: Database.Statement<[number, number, number, number]>;

  constructor(db: Database.Database) {
    this.#get = db.prepare("SELECT min_at_ms, max_at_ms FROM event_block WHERE block = ?");
    this.#put = db.prepare("INSERT OR REPLACE INTO event_block VALUES (?, ?, ?, ?)");
  }

  /** Widens the blocks to what was written. */
  widen({ spans }: WrittenBlocks): void {
    for (const [block, { minAtMs, maxAtMs }] of spans) {
      const known = this.#get.get(block);
      const min = Math.min(minAtMs, known?.min_at_ms ?? minAtMs);
      const max = Math.max(maxAtMs, known?.max_at_ms ?? maxAtMs);
      this.#put.run(block, min, max, levelOf(max - min));
    }
  }
}
