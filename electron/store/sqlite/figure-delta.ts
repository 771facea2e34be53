/** What a transaction adds to and takes from the figures, gathered leg by leg and written once per row. */
import { intervalStartMs } from "../../../shared/queueing/intervals.ts";
import { bucketOf } from "../../../shared/queueing/sketch.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { type Counts, counts, periods, place } from "./figure-columns.ts";
import type { Figures } from "./figure-table.ts";
import type { FigureTables } from "./figure-tables.ts";
import type { LegRow } from "./leg.ts";

export class FigureDeltas {
  readonly #tables: FigureTables;
  readonly #directory: DirectoryIndex;
  /** What the leg at hand adds, in the order of `counts`. */
  readonly #added = new Float64Array(counts.length);

  constructor(tables: FigureTables, directory: DirectoryIndex) {
    this.#tables = tables;
    this.#directory = directory;
  }

  /** Adds (1) or takes out (-1) what a leg contributes; a leg is only taken out after it was added. */
  count(leg: LegRow, sign: 1 | -1): void {
    const bucket = bucketOf((leg.wait_ms ?? 0) / 1000);
    countLeg(this.#added, leg, sign);
    const { siteId } = this.#directory.queue(leg.queue);
    const starts = this.#tables.startsOf(siteId, intervalStartMs(leg.arrived_at_ms));
    const { site, zone } = this.#directory.sumsOf(leg.queue);
    for (const period of periods) {
      const table = this.#tables.of(period);
      const startMs = starts[period];
      this.#addTo(table.change(leg.queue, startMs), leg, bucket, sign);
      this.#addTo(table.change(site, startMs), leg, bucket, sign);
      if (period !== "interval") this.#addTo(table.change(zone, startMs), leg, bucket, sign);
    }
  }

  #addTo(figures: Figures, leg: LegRow, bucket: number, sign: 1 | -1): void {
    const { sums } = figures;
    const added = this.#added;
    for (let index = 0; index < sums.length; index += 1) {
      sums[index] = (sums[index] ?? 0) + (added[index] ?? 0);
    }
    if (leg.wait_ms === null) return;
    const waits = leg.served === 1 ? figures.servedWaits : figures.abandonedWaits;
    if (sign === 1) waits.addTo(bucket);
    else waits.removeFrom(bucket);
  }

  /** Writes what has been counted. */
  write(): void {
    this.#tables.write();
  }
}

/** Puts what a leg adds to the figures, times `sign`, into a list in the order of `counts`. */
export function countLeg(sums: Float64Array, leg: LegRow, sign: 1 | -1): void {
  sums.fill(0);
  const put = (name: keyof Counts, value: number): void => {
    sums[place[name]] = sign * value;
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
