/**
 * All tables of figures: 15-minute intervals, and the days, weeks and months of each site; each for
 * every queue and for all queues of a site; days, weeks and months for all queues of a time zone too. So a
 * question reads a row for each of its points, however many queues there are and however long the history is.
 */
import type Database from "better-sqlite3";
import type { DirectoryIndex } from "./directory-index.ts";
import { type FigureTableRow, longPeriods, type Period, periods, tableOf } from "./figure-columns.ts";
import { FigureDeltas } from "./figure-delta.ts";
import { FigureTable } from "./figure-table.ts";
import type { LegTable } from "./leg.ts";

const fillBatch = 5_000;

export class FigureTables {
  readonly #tables: Record<Period, FigureTable>;
  readonly #db: Database.Database;
  readonly #directory: DirectoryIndex;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#db = db;
    this.#directory = directory;
    this.#tables = {
      interval: new FigureTable(db, "interval"),
      day: new FigureTable(db, "day"),
      week: new FigureTable(db, "week"),
      month: new FigureTable(db, "month"),
    };
  }

  of(period: Period): FigureTable {
    return this.#tables[period];
  }

  isEmpty(): boolean {
    return this.#db.prepare("SELECT 1 FROM interval_figure LIMIT 1").get() === undefined;
  }

  /** Writes what was changed. */
  write(): void {
    for (const period of periods) this.#tables[period].write();
  }

  clear(): void {
    for (const period of periods) this.#tables[period].clear();
  }

  /** Starts of the rows that an interval of a site counts in. */
  startsOf(siteId: string, intervalStartMs: number): Record<Period, number> {
    const day = this.#directory.daysOf(siteId).at(intervalStartMs);
    return {
      interval: intervalStartMs,
      day: day.fromMs,
      week: day.week.fromMs,
      month: day.month.fromMs,
    };
  }

  /** Makes the figures of a store that has legs and no figures yet. */
  fillFrom(legs: LegTable): void {
    const deltas = new FigureDeltas(this, this.#directory);
    for (const batch of legs.batches(fillBatch)) {
      for (const leg of batch) deltas.count(leg, 1);
      deltas.write();
    }
  }

  /**
   * Cuts a site's intervals into days, weeks and months anew after its time zone was changed, and
   * moves them from the sum of the one zone to that of the other.
   */
  cutAnew(siteId: string, timeZoneBefore: string): void {
    const directory = this.#directory;
    const queues = directory.queuesOf(siteId);
    if (queues.length === 0) return;
    for (const scope of [...queues, directory.siteSum(siteId)]) {
      for (const period of longPeriods) this.#empty(period, scope);
      for (const row of this.#rows("interval", scope)) {
        const starts = this.startsOf(siteId, row.start_ms);
        for (const period of longPeriods) {
          this.#tables[period].merge(scope, starts[period], row);
        }
      }
      this.write();
    }
    for (const timeZone of [timeZoneBefore, directory.timeZoneOf(siteId)]) this.#sumUp(timeZone);
  }

  /** Makes the sum of a time zone anew from the sums of its sites. */
  #sumUp(timeZone: string): void {
    const sum = this.#directory.zoneSum(timeZone);
    for (const period of longPeriods) {
      this.#empty(period, sum);
      for (const site of this.#directory.siteSumsIn(timeZone)) {
        for (const row of this.#rows(period, site)) this.#tables[period].merge(sum, row.start_ms, row);
      }
      this.write();
    }
  }

  #empty(period: Period, scope: number): void {
    this.#tables[period].clear();
    this.#db.prepare<[number]>(`DELETE FROM ${tableOf(period)} WHERE queue = ?`).run(scope);
  }

  #rows(period: Period, scope: number): FigureTableRow[] {
    const all = this.#db.prepare<[number], FigureTableRow>(
      `SELECT * FROM ${tableOf(period)} WHERE queue = ?`,
    );
    return all.all(scope);
  }
}
