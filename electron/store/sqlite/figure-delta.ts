/** What a transaction adds to and takes from the figures, gathered leg by leg and written once per row. */
import { intervalMs, intervalStartMs } from "../../../shared/queueing/intervals.ts";
import { bucketOf } from "../../../shared/queueing/sketch-mapping.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { type Counts, counts, periods, place } from "./figure-columns.ts";
import type { Figures } from "./figure-table.ts";
import type { FigureTables } from "./figure-tables.ts";
import type { LegRow } from "./leg.ts";

/** What changes in one queue and interval: the smallest part, which all larger ones are made of. */
class Delta {
  readonly startMs: number;
  /** In the order of `counts`. */
  readonly #sums: number[] = counts.map(() => 0);
  readonly #legs: LegRow[] = [];
  readonly #buckets: number[] = [];
  readonly #signs: (1 | -1)[] = [];

  constructor(startMs: number) {
    this.startMs = startMs;
  }

  count(leg: LegRow, sign: 1 | -1): void {
    countLeg(this.#sums, leg, sign);
    if (leg.wait_ms === null) return;
    this.#legs.push(leg);
    this.#buckets.push(bucketOf(leg.wait_ms / 1000));
    this.#signs.push(sign);
  }

  applyTo({ sums, servedWaits, abandonedWaits }: Figures): void {
    for (let index = 0; index < sums.length; index += 1) {
      sums[index] = (sums[index] ?? 0) + (this.#sums[index] ?? 0);
    }
    for (let index = 0; index < this.#legs.length; index += 1) {
      const waits = this.#legs[index]?.served === 1 ? servedWaits : abandonedWaits;
      const bucket = this.#buckets[index] ?? 0;
      if (this.#signs[index] === 1) waits.addTo(bucket);
      else waits.removeFrom(bucket);
    }
  }
}

export class FigureDeltas {
  readonly #tables: FigureTables;
  readonly #directory: DirectoryIndex;
  /** By queue, then by the number of the interval. */
  readonly #deltas = new Map<number, Map<number, Delta>>();

  constructor(tables: FigureTables, directory: DirectoryIndex) {
    this.#tables = tables;
    this.#directory = directory;
  }

  /** Adds (1) or takes out (-1) what a leg contributes; a leg is only taken out after it was added. */
  count(leg: LegRow, sign: 1 | -1): void {
    this.#deltaOf(leg.queue, intervalStartMs(leg.arrived_at_ms)).count(leg, sign);
  }

  /** Writes what has been counted. */
  write(): void {
    for (const [queue, deltas] of this.#deltas) {
      const { siteId } = this.#directory.queue(queue);
      const { site, zone } = this.#directory.sumsOf(queue);
      for (const delta of deltas.values()) {
        const starts = this.#tables.startsOf(siteId, delta.startMs);
        for (const period of periods) {
          const table = this.#tables.of(period);
          const startMs = starts[period];
          delta.applyTo(table.change(queue, startMs));
          delta.applyTo(table.change(site, startMs));
          if (period !== "interval") delta.applyTo(table.change(zone, startMs));
        }
      }
    }
    this.#deltas.clear();
    this.#tables.write();
  }

  #deltaOf(queue: number, startMs: number): Delta {
    let ofQueue = this.#deltas.get(queue);
    if (ofQueue === undefined) {
      ofQueue = new Map();
      this.#deltas.set(queue, ofQueue);
    }
    const number = startMs / intervalMs;
    const known = ofQueue.get(number);
    if (known !== undefined) return known;
    const delta = new Delta(startMs);
    ofQueue.set(number, delta);
    return delta;
  }
}

/** Adds what a leg counts, times `sign`, to sums in the order of `counts`. */
export function countLeg(sums: Float64Array | number[], leg: LegRow, sign: 1 | -1): void {
  const put = (name: keyof Counts, value: number): void => {
    sums[place[name]] = (sums[place[name]] ?? 0) + sign * value;
  };
  put(leg.position === 0 ? "arrivals" : "transfers_in", 1);
  put("no_shows", leg.no_shows);
  if (leg.in_level === 1) {
    put("level_served", leg.served);
    put("level_abandoned", leg.abandoned);
    put("served_in_target", leg.served_in_target);
    put("abandoned_in_target", leg.abandoned_in_target);
    put("abandoned_late", leg.abandoned_late);
  }
  if (leg.handle_ms !== null) {
    put("handle_count", 1);
    put("handle_ms", leg.handle_ms);
  }
  if (leg.wait_ms === null) return;
  put(leg.served === 1 ? "served" : "abandoned", 1);
  put(leg.served === 1 ? "served_wait_ms" : "abandoned_wait_ms", leg.wait_ms);
}
