/**
 * The two tables of figures: 15-minute intervals, and the local days of each site, so that questions
 * about years read a row per day. Rows that were written lately stay in memory, ready to be changed
 * again.
 */
import type Database from "better-sqlite3";
import { intervalMs } from "../../../shared/queueing/intervals.ts";
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
  readonly start_ms: number;
  readonly queue: number;
  /** Encoded sketch of the waits of those who were served, in seconds. */
  readonly served_waits: Uint8Array;
  /** The same of those who gave up. */
  readonly abandoned_waits: Uint8Array;
}

const columnCount = counts.length + 4;

/** A row as it is kept in memory. */
export interface Figures extends Counts {
  readonly startMs: number;
  readonly queue: number;
  readonly servedWaits: Waits;
  readonly abandonedWaits: Waits;
}

/** A sketch with its bytes, as long as these still say the same. */
export class Waits {
  readonly #sketch: Sketch;
  #bytes: Uint8Array | null;

  constructor(bytes: Uint8Array) {
    this.#sketch = decodeSketch(bytes);
    this.#bytes = bytes;
  }

  add(seconds: number): void {
    this.#sketch.add(seconds);
    this.#bytes = null;
  }

  remove(seconds: number): void {
    this.#sketch.remove(seconds);
    this.#bytes = null;
  }

  merge(bytes: Uint8Array): void {
    this.#sketch.merge(bytes);
    this.#bytes = null;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= this.#sketch.encode();
    return this.#bytes;
  }
}

const mostRemembered = 8_000;

export class FigureTable {
  readonly #get: Database.Statement<[number, number], FigureTableRow>;
  readonly #put: BulkInsert;
  readonly #delete: Database.Statement<[number, number]>;
  readonly #remembered = new Map<number, Figures>();
  readonly #changed = new Set<Figures>();

  constructor(db: Database.Database, table: "interval_figure" | "day_figure") {
    this.#get = db.prepare(`SELECT * FROM ${table} WHERE start_ms = ? AND queue = ?`);
    const columns = `start_ms, queue, ${counts.join(", ")}, served_waits, abandoned_waits`;
    this.#put = new BulkInsert(db, `INSERT OR REPLACE INTO ${table} (${columns})`, columnCount);
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE start_ms = ? AND queue = ?`);
  }

  /** The figures of a row, to be changed; they are in the file after the next `write`. */
  change(startMs: number, queue: number): Figures {
    const key = figureKey(startMs, queue);
    const known = this.#remembered.get(key);
    const figures = known ?? toFigures(startMs, queue, this.#get.get(startMs, queue));
    if (known === undefined) this.#remembered.set(key, figures);
    this.#changed.add(figures);
    return figures;
  }

  /** Writes what was changed; a row goes where nothing is left in it. */
  write(): void {
    for (const figures of this.#changed) {
      if (figures.arrivals + figures.transfers_in > 0) this.#put.add(...toValues(figures));
      else this.#delete.run(figures.startMs, figures.queue);
    }
    this.#put.flush();
    this.#changed.clear();
    if (this.#remembered.size > mostRemembered) this.#remembered.clear();
  }

  /** Remembers nothing, after a rollback or a change in the file. */
  clear(): void {
    this.#put.clear();
    this.#changed.clear();
    this.#remembered.clear();
  }
}

/** Both tables, and which day an interval lies in. */
export class FigureTables {
  readonly interval: FigureTable;
  readonly day: FigureTable;
  readonly #db: Database.Database;
  readonly #directory: DirectoryIndex;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#db = db;
    this.#directory = directory;
    this.interval = new FigureTable(db, "interval_figure");
    this.day = new FigureTable(db, "day_figure");
  }

  clear(): void {
    this.interval.clear();
    this.day.clear();
  }

  /** Start of the site's local day that an interval lies in. */
  dayStartMs(queue: number, startMs: number): number {
    return this.#directory.daysOf(this.#directory.queue(queue).siteId).at(startMs).fromMs;
  }

  /** Makes the days of a site anew from its intervals, after its time zone was changed. */
  fillDays(siteId: string): void {
    const ofSite = "queue IN (SELECT number FROM queue WHERE site_id = ?)";
    this.#db.prepare<[string]>(`DELETE FROM day_figure WHERE ${ofSite}`).run(siteId);
    this.day.clear();
    const intervals = this.#db.prepare<[string], FigureTableRow>(
      `SELECT * FROM interval_figure WHERE ${ofSite}`,
    );
    for (const interval of intervals.all(siteId)) {
      const day = this.day.change(this.dayStartMs(interval.queue, interval.start_ms), interval.queue);
      for (const name of counts) day[name] += interval[name];
      day.servedWaits.merge(interval.served_waits);
      day.abandonedWaits.merge(interval.abandoned_waits);
    }
    this.day.write();
  }
}

/** The intervals from 1970 to 2448 are fewer, so that queue and interval make one number. */
const startsPerQueue = 2 ** 24;

/** One number for a queue and an interval or a day. */
export function figureKey(startMs: number, queue: number): number {
  return queue * startsPerQueue + startMs / intervalMs;
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

function toFigures(startMs: number, queue: number, row: FigureTableRow | undefined): Figures {
  const figures = {
    startMs,
    queue,
    ...zeroCounts(),
    servedWaits: new Waits(row?.served_waits ?? none),
    abandonedWaits: new Waits(row?.abandoned_waits ?? none),
  };
  if (row !== undefined) for (const name of counts) figures[name] = row[name];
  return figures;
}

function toValues(figures: Figures): (number | Uint8Array)[] {
  return [
    figures.startMs,
    figures.queue,
    ...counts.map((name) => figures[name]),
    figures.servedWaits.bytes,
    figures.abandonedWaits.bytes,
  ];
}
