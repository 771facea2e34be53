/** What a transaction adds to and takes from the figures, gathered leg by leg and written once per row. */
import { intervalStartMs } from "../../../shared/queueing/intervals.ts";
import type { Figures, FigureTables } from "./figure-table.ts";
import type { LegRow } from "./leg.ts";

export class FigureDeltas {
  readonly #tables: FigureTables;

  constructor(tables: FigureTables) {
    this.#tables = tables;
  }

  /** Adds (1) or takes out (-1) what a leg contributes; a leg is only taken out after it was added. */
  count(leg: LegRow, sign: 1 | -1): void {
    const startMs = intervalStartMs(leg.arrived_at_ms);
    countIn(this.#tables.interval.change(startMs, leg.queue), leg, sign);
    countIn(this.#tables.day.change(this.#tables.dayStartMs(leg.queue, startMs), leg.queue), leg, sign);
  }

  /** Writes what has been counted. */
  write(): void {
    this.#tables.interval.write();
    this.#tables.day.write();
  }
}

function countIn(figures: Figures, leg: LegRow, sign: 1 | -1): void {
  if (leg.position === 0) figures.arrivals += sign;
  else figures.transfers_in += sign;
  figures.no_shows += sign * leg.no_shows;
  figures.served_in_target += sign * leg.served_in_target;
  figures.abandoned_late += sign * leg.abandoned_late;
  if (leg.handle_ms !== null) {
    figures.handle_count += sign;
    figures.handle_ms += sign * leg.handle_ms;
  }
  if (leg.wait_ms === null) return;
  const served = leg.served === 1;
  figures[served ? "served" : "abandoned"] += sign;
  figures[served ? "served_wait_ms" : "abandoned_wait_ms"] += sign * leg.wait_ms;
  const waits = served ? figures.servedWaits : figures.abandonedWaits;
  if (sign === 1) waits.add(leg.wait_ms / 1000);
  else waits.remove(leg.wait_ms / 1000);
}
