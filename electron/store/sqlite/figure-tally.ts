/** Adds up what belongs to one row of an answer. */
import type { FigureBase, FigureRow } from "../../../shared/domain/figure.ts";
import { defaultLevelVariant, serviceLevel } from "../../../shared/domain/service-level.ts";
import { exactQuantile, quantilesOf, quantilesOfOne } from "../../../shared/queueing/sketch-quantiles.ts";
import { type Counts, counts, place } from "./figure-columns.ts";
import { countLeg } from "./figure-delta.ts";
import type { LegRow } from "./leg.ts";

/** A stored row as a list, so that nothing is built for it: `abandonedWaits` is null where it is not asked for. */
export type StoredFigures = readonly [
  startMs: number,
  servedWaits: Uint8Array,
  abandonedWaits: Uint8Array | null,
  ...sums: number[],
];

const columnsBeforeSums = 3;

export class Tally {
  readonly #base: FigureBase;
  /** In the order of `counts`. */
  readonly #sums = new Float64Array(counts.length);
  readonly #sketches: Uint8Array[] = [];
  /** Waits in seconds of legs that were counted one by one. */
  readonly #waits: number[] = [];
  /** All waits themselves, in seconds; null where sketches speak for them. */
  #exactWaits: number[] | null = null;

  constructor(base: FigureBase) {
    this.#base = base;
  }

  get waitCount(): number {
    return this.#sum("served") + (this.#base === "all" ? this.#sum("abandoned") : 0);
  }

  addRow(row: StoredFigures): void {
    const sums = this.#sums;
    for (let index = 0; index < sums.length; index += 1) {
      const value = row[index + columnsBeforeSums];
      if (typeof value === "number") sums[index] = (sums[index] ?? 0) + value;
    }
    this.#sketches.push(row[1]);
    if (row[2] !== null) this.#sketches.push(row[2]);
  }

  addLeg(leg: LegRow): void {
    countLeg(this.#sums, leg, 1);
    if (this.#hasWait(leg)) this.#waits.push((leg.wait_ms ?? 0) / 1000);
  }

  /** Notes a wait that was counted before, so that quantiles are exact; then all of them have to be noted. */
  addWait(leg: LegRow): void {
    if (!this.#hasWait(leg)) return;
    this.#exactWaits ??= [];
    this.#exactWaits.push((leg.wait_ms ?? 0) / 1000);
  }

  toRow(key: string, fromMs: number | null): FigureRow {
    const { waitCount } = this;
    const handleCount = this.#sum("handle_count");
    const waitMs = this.#sum("served_wait_ms") + (this.#base === "all" ? this.#sum("abandoned_wait_ms") : 0);
    const levelCounts = {
      levelServed: this.#sum("level_served"),
      levelAbandoned: this.#sum("level_abandoned"),
      servedInTarget: this.#sum("served_in_target"),
      abandonedInTarget: this.#sum("abandoned_in_target"),
      abandonedLate: this.#sum("abandoned_late"),
    };
    return {
      key,
      fromMs,
      arrivals: this.#sum("arrivals"),
      transfersIn: this.#sum("transfers_in"),
      served: this.#sum("served"),
      abandoned: this.#sum("abandoned"),
      noShows: this.#sum("no_shows"),
      ...this.#quantiles(),
      waitMeanSeconds: waitCount === 0 ? null : waitMs / waitCount / 1000,
      waitCount,
      ...serviceLevel(levelCounts, defaultLevelVariant),
      ...levelCounts,
      handleMeanSeconds: handleCount === 0 ? null : this.#sum("handle_ms") / handleCount / 1000,
      handleCount,
    };
  }

  /** Whether the wait of a leg counts in the answer. */
  #hasWait(leg: LegRow): boolean {
    return leg.wait_ms !== null && (leg.served === 1 || this.#base === "all");
  }

  #sum(name: keyof Counts): number {
    return this.#sums[place[name]] ?? 0;
  }

  #quantiles(): Pick<FigureRow, "waitP50Seconds" | "waitP90Seconds"> {
    if (this.#exactWaits === null) {
      const [waitP50Seconds = null, waitP90Seconds = null] = this.#sketchedQuantiles([0.5, 0.9]);
      return { waitP50Seconds, waitP90Seconds };
    }
    const ascending = this.#exactWaits.toSorted((a, b) => a - b);
    return { waitP50Seconds: exactQuantile(ascending, 0.5), waitP90Seconds: exactQuantile(ascending, 0.9) };
  }

  #sketchedQuantiles(quantiles: readonly number[]): (number | null)[] {
    const [only, ...others] = this.#sketches;
    const isOne = only !== undefined && others.length === 0 && this.#waits.length === 0;
    if (isOne && this.waitCount > 0) return quantilesOfOne(only, this.waitCount, quantiles);
    return quantilesOf(this.#sketches, this.#waits, quantiles);
  }
}
