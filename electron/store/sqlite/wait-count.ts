/**
 * Counts waits by their length. Whole months, days and quarter hours come from their sketches, so that
 * years cost their months and not their cases.
 */
import type Database from "better-sqlite3";
import type { FigureQuery } from "../../../shared/domain/figure.ts";
import { Sketch } from "../../../shared/queueing/sketch.ts";
import type { DirectoryIndex, Queue } from "./directory-index.ts";
import { type Period, tableOf } from "./figure-columns.ts";
import { segmentsOf } from "./figure-segment.ts";

/** Up to this many waits are counted one by one. */
const mostExactWaits = 200;

export type WaitQuery = Omit<FigureQuery, "by">;

interface SketchRow {
  readonly served_waits: Uint8Array;
  readonly abandoned_waits: Uint8Array;
}

type Rows = Database.Statement<[number, number, number], SketchRow>;

export class WaitCounter {
  readonly #directory: DirectoryIndex;
  readonly #rows: Record<Period, Rows>;
  readonly #waits: Record<FigureQuery["base"], Database.Statement<[number, number, string], number>>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    const rows = (period: Period): Rows =>
      db.prepare(
        `SELECT served_waits, abandoned_waits FROM ${tableOf(period)}
         WHERE queue = ? AND start_ms >= ? AND start_ms < ?`,
      );
    this.#rows = { interval: rows("interval"), day: rows("day"), week: rows("week"), month: rows("month") };
    const waits = (more: string) =>
      db
        .prepare<[number, number, string], number>(
          `SELECT wait_ms FROM leg WHERE arrived_at_ms >= ? AND arrived_at_ms < ?
           AND queue IN (SELECT value FROM json_each(?)) AND wait_ms IS NOT NULL ${more}`,
        )
        .pluck();
    this.#waits = { served: waits("AND served = 1"), all: waits("") };
  }

  /** How many waits last at most as long as each bound, and how many there are. */
  read(query: WaitQuery, upToSeconds: readonly number[]): { counts: number[]; total: number } {
    const queues = this.#queuesOf(query);
    const sketch = new Sketch();
    for (const queue of queues) this.#addTo(sketch, query, queue);
    const total = sketch.count;
    if (total > mostExactWaits) {
      return { counts: upToSeconds.map((bound) => countUpTo(sketch, bound)), total };
    }
    const numbers = JSON.stringify(queues.map((queue) => queue.number));
    const waits = this.#waits[query.base].all(query.fromMs, query.toMs, numbers);
    return {
      counts: upToSeconds.map((bound) => waits.filter((waitMs) => waitMs <= bound * 1000).length),
      total,
    };
  }

  #addTo(sketch: Sketch, { fromMs, toMs, base }: WaitQuery, { number, siteId }: Queue): void {
    for (const segment of segmentsOf("total", fromMs, toMs, this.#directory.daysOf(siteId))) {
      if (segment.source === "leg") continue;
      for (const row of this.#rows[segment.source].all(number, segment.fromMs, segment.toMs)) {
        sketch.merge(row.served_waits);
        if (base === "all") sketch.merge(row.abandoned_waits);
      }
    }
  }

  #queuesOf({ siteId, serviceId, channel }: WaitQuery): Queue[] {
    return [...this.#directory.queues()].filter(
      (queue) =>
        (siteId === null || queue.siteId === siteId) &&
        (serviceId === null || queue.serviceId === serviceId) &&
        (channel === null || queue.channel === channel),
    );
  }
}

/** The highest rank whose value is not beyond the bound. */
function countUpTo(sketch: Sketch, boundSeconds: number): number {
  let least = 0;
  let most = sketch.count;
  while (least < most) {
    const rank = Math.ceil((least + most) / 2);
    // Half a rank back, so that rounding never turns the share into the next rank.
    const value = sketch.quantile((rank - 0.5) / sketch.count) ?? 0;
    if (value <= boundSeconds) least = rank;
    else most = rank - 1;
  }
  return least;
}
