/** What a transaction adds to and takes from the figures, summed in memory and written once per row. */
import { intervalMs, intervalStartMs } from "../../../shared/queueing/intervals.ts";
import {
  type Counts,
  counts,
  type FigureTable,
  type FigureTables,
  type SketchChange,
  zeroCounts,
} from "./figure-table.ts";
import type { LegRow } from "./leg.ts";

interface Delta extends Counts {
  readonly startMs: number;
  readonly queue: number;
  readonly servedWaits: WaitChange;
  readonly abandonedWaits: WaitChange;
}

/** Waits in seconds to put into a sketch, and to take out of it. */
interface WaitChange {
  readonly added: number[];
  readonly removed: number[];
}

/** The intervals from 1970 to 2448 are fewer, so that queue and interval make one number. */
const startsPerQueue = 2 ** 24;

export class FigureDeltas {
  readonly #tables: FigureTables;
  readonly #deltas = new Map<number, Delta>();

  constructor(tables: FigureTables) {
    this.#tables = tables;
  }

  /** Adds (1) or takes out (-1) what a leg contributes. */
  count(leg: LegRow, sign: 1 | -1): void {
    const delta = deltaOf(this.#deltas, leg.queue, intervalStartMs(leg.arrived_at_ms));
    if (leg.position === 0) delta.arrivals += sign;
    else delta.transfers_in += sign;
    delta.no_shows += sign * leg.no_shows;
    delta.served_in_target += sign * leg.served_in_target;
    delta.abandoned_late += sign * leg.abandoned_late;
    if (leg.handle_ms !== null) {
      delta.handle_count += sign;
      delta.handle_ms += sign * leg.handle_ms;
    }
    if (leg.wait_ms === null) return;
    const served = leg.served === 1;
    delta[served ? "served" : "abandoned"] += sign;
    delta[served ? "served_wait_ms" : "abandoned_wait_ms"] += sign * leg.wait_ms;
    const waits = served ? delta.servedWaits : delta.abandonedWaits;
    waits[sign === 1 ? "added" : "removed"].push(leg.wait_ms / 1000);
  }

  /** Writes what has been counted. */
  write(): void {
    const days = new Map<number, Delta>();
    for (const delta of this.#deltas.values()) {
      apply(this.#tables.interval, delta);
      const day = deltaOf(days, delta.queue, this.#tables.dayStartMs(delta.queue, delta.startMs));
      for (const name of counts) day[name] += delta[name];
      join(day.servedWaits, delta.servedWaits);
      join(day.abandonedWaits, delta.abandonedWaits);
    }
    for (const day of days.values()) apply(this.#tables.day, day);
    this.#tables.interval.flush();
    this.#tables.day.flush();
    this.#deltas.clear();
  }
}

function deltaOf(deltas: Map<number, Delta>, queue: number, startMs: number): Delta {
  const key = queue * startsPerQueue + startMs / intervalMs;
  const known = deltas.get(key);
  if (known !== undefined) return known;
  const delta = {
    startMs,
    queue,
    ...zeroCounts(),
    servedWaits: { added: [], removed: [] },
    abandonedWaits: { added: [], removed: [] },
  };
  deltas.set(key, delta);
  return delta;
}

function apply(table: FigureTable, delta: Delta): void {
  table.add(delta.startMs, delta.queue, delta, {
    served: changeOf(delta.servedWaits),
    abandoned: changeOf(delta.abandonedWaits),
  });
}

function changeOf({ added, removed }: WaitChange): SketchChange {
  if (added.length + removed.length === 0) return null;
  return (waits) => {
    // A value may be taken out in the same transaction that put it in: first in, then out.
    for (const seconds of added) waits.add(seconds);
    for (const seconds of removed) waits.remove(seconds);
  };
}

function join(into: WaitChange, from: WaitChange): void {
  for (const seconds of from.added) into.added.push(seconds);
  for (const seconds of from.removed) into.removed.push(seconds);
}
