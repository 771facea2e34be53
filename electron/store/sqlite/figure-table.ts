/** One table of figures. Rows that were written lately stay in memory, ready to be changed again. */
import type Database from "better-sqlite3";
import { intervalMs } from "../../../shared/queueing/intervals.ts";
import { Sketch } from "../../../shared/queueing/sketch.ts";
import { BulkInsert, type Value } from "./bulk-insert.ts";
import { counts, type FigureTableRow, figureColumns, type Period, place, tableOf } from "./figure-columns.ts";

/** A row as it is kept in memory. */
export interface Figures {
  readonly queue: number;
  readonly startMs: number;
  /** In the order of `counts`. */
  readonly sums: Float64Array;
  readonly servedWaits: Waits;
  readonly abandonedWaits: Waits;
  /** Whether the file says something else. */
  isChanged: boolean;
}

/** A sketch that is only decoded when it changes. */
export class Waits {
  /** Null while the bytes alone say it. */
  #sketch: Sketch | null = null;
  #bytes: Uint8Array | null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  addTo(bucket: number): void {
    this.#changed().addTo(bucket);
  }

  removeFrom(bucket: number): void {
    this.#changed().removeFrom(bucket);
  }

  merge(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#changed().merge(bytes);
  }

  get bytes(): Uint8Array {
    this.#bytes ??= this.#sketch?.encode() ?? none;
    return this.#bytes;
  }

  #changed(): Sketch {
    this.#sketch ??= decoded(this.#bytes ?? none);
    this.#bytes = null;
    return this.#sketch;
  }
}

const none = new Uint8Array(0);

function decoded(bytes: Uint8Array): Sketch {
  const sketch = new Sketch();
  sketch.merge(bytes);
  return sketch;
}

const mostRemembered = 8_000;

export class FigureTable {
  readonly #get: Database.Statement<[number, number], FigureTableRow>;
  readonly #put: BulkInsert;
  readonly #delete: Database.Statement<[number, number]>;
  /** By queue, then by the number of the interval that a row begins with: small numbers are found fastest. */
  readonly #remembered = new Map<number, Map<number, Figures>>();
  #rememberedCount = 0;
  #changed: Figures[] = [];

  constructor(db: Database.Database, period: Period) {
    const table = tableOf(period);
    this.#get = db.prepare(`SELECT * FROM ${table} WHERE queue = ? AND start_ms = ?`);
    const head = `INSERT OR REPLACE INTO ${table} (${figureColumns.join(", ")})`;
    this.#put = new BulkInsert(db, head, figureColumns.length);
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE queue = ? AND start_ms = ?`);
  }

  /** The figures of a row, to be changed; they are in the file after the next `write`. */
  change(queue: number, startMs: number): Figures {
    const figures = this.#find(queue, startMs);
    if (!figures.isChanged) {
      figures.isChanged = true;
      this.#changed.push(figures);
    }
    return figures;
  }

  /** Adds what a stored row says; `write` brings it into the file. */
  merge(queue: number, startMs: number, row: FigureTableRow): void {
    const { sums, servedWaits, abandonedWaits } = this.change(queue, startMs);
    for (const name of counts) sums[place[name]] = (sums[place[name]] ?? 0) + row[name];
    servedWaits.merge(row.served_waits);
    abandonedWaits.merge(row.abandoned_waits);
  }

  /** Writes what was changed; a row goes where nothing is left in it. */
  write(): void {
    // In the order of the table: rows that lie together in the file are written together.
    this.#changed.sort((a, b) => a.queue - b.queue || a.startMs - b.startMs);
    for (const figures of this.#changed) {
      figures.isChanged = false;
      if (isEmpty(figures)) this.#delete.run(figures.queue, figures.startMs);
      else this.#put.add(toValues(figures));
    }
    this.#put.flush();
    this.#changed = [];
    if (this.#rememberedCount > mostRemembered) this.#forget();
  }

  /** Remembers nothing, after a rollback or a change in the file. */
  clear(): void {
    this.#put.clear();
    this.#changed = [];
    this.#forget();
  }

  #find(queue: number, startMs: number): Figures {
    let ofQueue = this.#remembered.get(queue);
    if (ofQueue === undefined) {
      ofQueue = new Map();
      this.#remembered.set(queue, ofQueue);
    }
    const start = startMs / intervalMs;
    const known = ofQueue.get(start);
    if (known !== undefined) return known;
    const figures = toFigures(queue, startMs, this.#get.get(queue, startMs));
    ofQueue.set(start, figures);
    this.#rememberedCount += 1;
    return figures;
  }

  #forget(): void {
    this.#remembered.clear();
    this.#rememberedCount = 0;
  }
}

function isEmpty({ sums }: Figures): boolean {
  return sums[place.arrivals] === 0 && sums[place.transfers_in] === 0;
}

function toFigures(queue: number, startMs: number, row: FigureTableRow | undefined): Figures {
  const sums = new Float64Array(counts.length);
  if (row !== undefined) for (const name of counts) sums[place[name]] = row[name];
  return {
    queue,
    startMs,
    sums,
    servedWaits: new Waits(row?.served_waits ?? none),
    abandonedWaits: new Waits(row?.abandoned_waits ?? none),
    isChanged: false,
  };
}

function toValues({ queue, startMs, sums, servedWaits, abandonedWaits }: Figures): Value[] {
  const values: Value[] = [queue, startMs];
  for (let index = 0; index < sums.length; index += 1) values.push(sums[index] ?? 0);
  values.push(servedWaits.bytes, abandonedWaits.bytes);
  return values;
}
