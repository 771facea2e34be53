/** Adds up what belongs to one row of an answer. */
import { type FigureBase, type FigureRow, serviceLevel } from "../../../shared/domain/figure.ts";
import { exactQuantile, Sketch } from "../../../shared/queueing/sketch.ts";
import { counts, type FigureTableRow, zeroCounts } from "./figure-table.ts";
import type { LegRow } from "./leg.ts";

export class Tally {
  readonly #base: FigureBase;
  readonly #counts = zeroCounts();
  readonly #waits = new Sketch();
  /** Waits in seconds as they were, where the answer is to be exact; else null. */
  readonly #rawWaits: number[] | null;

  constructor(base: FigureBase, exact: boolean) {
    this.#base = base;
    this.#rawWaits = exact ? [] : null;
  }

  get waitCount(): number {
    return this.#counts.served + (this.#base === "all" ? this.#counts.abandoned : 0);
  }

  addRow(row: FigureTableRow): void {
    for (const name of counts) this.#counts[name] += row[name];
    this.#waits.merge(row.served_waits);
    if (this.#base === "all") this.#waits.merge(row.abandoned_waits);
  }

  addLeg(leg: LegRow): void {
    const sums = this.#counts;
    sums[leg.position === 0 ? "arrivals" : "transfers_in"] += 1;
    sums.no_shows += leg.no_shows;
    sums.served_in_target += leg.served_in_target;
    sums.abandoned_late += leg.abandoned_late;
    if (leg.handle_ms !== null) {
      sums.handle_count += 1;
      sums.handle_ms += leg.handle_ms;
    }
    if (leg.wait_ms === null) return;
    const served = leg.served === 1;
    sums[served ? "served" : "abandoned"] += 1;
    sums[served ? "served_wait_ms" : "abandoned_wait_ms"] += leg.wait_ms;
    if (!served && this.#base === "served") return;
    if (this.#rawWaits === null) this.#waits.add(leg.wait_ms / 1000);
    else this.#rawWaits.push(leg.wait_ms / 1000);
  }

  toRow(key: string, fromMs: number | null): FigureRow {
    const sums = this.#counts;
    const waitMs = sums.served_wait_ms + (this.#base === "all" ? sums.abandoned_wait_ms : 0);
    const level = { ...sums, servedInTarget: sums.served_in_target, abandonedLate: sums.abandoned_late };
    return {
      key,
      fromMs,
      arrivals: sums.arrivals,
      transfersIn: sums.transfers_in,
      served: sums.served,
      abandoned: sums.abandoned,
      noShows: sums.no_shows,
      ...this.#quantiles(),
      waitMeanSeconds: this.waitCount === 0 ? null : waitMs / this.waitCount / 1000,
      waitCount: this.waitCount,
      serviceLevel: serviceLevel(level),
      inTarget: sums.served_in_target,
      targetBase: sums.served + sums.abandoned_late,
      handleMeanSeconds: sums.handle_count === 0 ? null : sums.handle_ms / sums.handle_count / 1000,
      handleCount: sums.handle_count,
    };
  }

  #quantiles(): Pick<FigureRow, "waitP50Seconds" | "waitP90Seconds"> {
    if (this.#rawWaits === null) {
      return { waitP50Seconds: this.#waits.quantile(0.5), waitP90Seconds: this.#waits.quantile(0.9) };
    }
    const ascending = this.#rawWaits.toSorted((a, b) => a - b);
    return { waitP50Seconds: exactQuantile(ascending, 0.5), waitP90Seconds: exactQuantile(ascending, 0.9) };
  }
}
