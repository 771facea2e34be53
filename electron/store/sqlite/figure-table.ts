/**
 * The two tables of figures: 15-minute intervals, and the local days of each site, so that questions
 * about years read a row per day.
 */
import type Database from "better-sqlite3";
import { startOfLocalDayMs } from "../../../shared/queueing/intervals.ts";
import { decodeSketch, type Sketch } from "../../../shared/queueing/sketch.ts";
import { BulkInsert } from "./bulk-insert.ts";
import type { DirectoryIndex } from "./directory-index.ts";

/** Everything that is counted; sums are in milliseconds. */
export const counts = [
  "arrivals",
  "transfers_in",
  "served",
  "abandoned",
  "no_shows",
  "served_in_target",
  "abandoned_late",
  "served_wait_ms",
  "abandoned_wait_ms",
  "handle_count",
  "handle_ms",
] as const;

export type Counts = Record<(typeof counts)[number], number>;

/** A row of `interval_figure` or `day_figure`. */
export interface FigureTableRow extends Counts {
  start_ms: number;
  queue: number;
  /** Encoded sketch of the waits of those who were served, in seconds. */
  served_waits: Uint8Array;
  /** The same of those who gave up. */
  abandoned_waits: Uint8Array;
}

const columns = ["start_ms", "queue", ...counts, "served_waits", "abandoned_waits"] as const;

/** What is to be done to a sketch of a row; null: nothing. */
export type SketchChange = ((waits: Sketch) => void) | null;

export interface SketchChanges {
  readonly served: SketchChange;
  readonly abandoned: SketchChange;
}

export class FigureTable {
  readonly #get: Database.Statement<[number, number], FigureTableRow>;
  readonly #put: BulkInsert;
  readonly #delete: Database.Statement<[number, number]>;

  constructor(db: Database.Database, table: "interval_figure" | "day_figure") {
    this.#get = db.prepare(`SELECT * FROM ${table} WHERE start_ms = ? AND queue = ?`);
    this.#put = new BulkInsert(db, `INSERT OR REPLACE INTO ${table} (${columns.join(", ")})`, columns.length);
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE start_ms = ? AND queue = ?`);
  }

  /** Adds to a row, which goes where nothing is left in it. Each row once before the next `flush`. */
  add(startMs: number, queue: number, added: Counts, change: SketchChanges): void {
    const row = this.#get.get(startMs, queue) ?? emptyRow(startMs, queue);
    for (const name of counts) row[name] += added[name];
    if (row.arrivals + row.transfers_in === 0) {
      this.#delete.run(startMs, queue);
      return;
    }
    row.served_waits = changed(row.served_waits, change.served);
    row.abandoned_waits = changed(row.abandoned_waits, change.abandoned);
    this.#put.add(...columns.map((column) => row[column]));
  }

  flush(): void {
    this.#put.flush();
  }

  /** Forgets what was not yet written, after a rollback. */
  clear(): void {
    this.#put.clear();
  }
}

/** Both tables, and which day an interval lies in. */
export class FigureTables {
  readonly interval: FigureTable;
  readonly day: FigureTable;
  readonly #directory: DirectoryIndex;
  readonly #dayStarts = new Map<string, Map<number, number>>();

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    this.interval = new FigureTable(db, "interval_figure");
    this.day = new FigureTable(db, "day_figure");
  }

  /** Start of the site's local day that an interval lies in. */
  dayStartMs(queue: number, startMs: number): number {
    const timeZone = this.#directory.timeZoneOf(this.#directory.queue(queue).siteId);
    let known = this.#dayStarts.get(timeZone);
    if (known === undefined) {
      known = new Map();
      this.#dayStarts.set(timeZone, known);
    }
    const dayStart = known.get(startMs) ?? startOfLocalDayMs(startMs, timeZone);
    if (known.size >= mostRemembered) known.clear();
    known.set(startMs, dayStart);
    return dayStart;
  }
}

const mostRemembered = 50_000;

/** Makes the days of a site anew from its intervals, after its time zone was changed. */
export function fillDays(db: Database.Database, tables: FigureTables, siteId: string): void {
  const ofSite = "queue IN (SELECT number FROM queue WHERE site_id = ?)";
  db.prepare<[string]>(`DELETE FROM day_figure WHERE ${ofSite}`).run(siteId);
  const intervals = db.prepare<[string], FigureTableRow>(`SELECT * FROM interval_figure WHERE ${ofSite}`);
  for (const interval of intervals.all(siteId)) {
    tables.day.add(tables.dayStartMs(interval.queue, interval.start_ms), interval.queue, interval, {
      served: (waits) => waits.merge(interval.served_waits),
      abandoned: (waits) => waits.merge(interval.abandoned_waits),
    });
    // Many intervals make one day: each must find what the one before has added.
    tables.day.flush();
  }
}

export function zeroCounts(): Counts {
  return {
    arrivals: 0,
    transfers_in: 0,
    served: 0,
    abandoned: 0,
    no_shows: 0,
    served_in_target: 0,
    abandoned_late: 0,
    served_wait_ms: 0,
    abandoned_wait_ms: 0,
    handle_count: 0,
    handle_ms: 0,
  };
}

const none = new Uint8Array(0);

function emptyRow(startMs: number, queue: number): FigureTableRow {
  return { start_ms: startMs, queue, ...zeroCounts(), served_waits: none, abandoned_waits: none };
}

function changed(bytes: Uint8Array, change: SketchChange): Uint8Array {
  if (change === null) return bytes;
  const sketch = decodeSketch(bytes);
  change(sketch);
  return sketch.encode();
}
