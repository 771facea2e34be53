/**
 * Answers questions about figures. Whole months, weeks, days and quarter hours come from their rows,
 * and what the window cuts out of a quarter hour from the legs, so that every window is exact and the
 * cost is that of its points. Where all queues of a site or of the house are asked for, their sum is read.
 */
import type Database from "better-sqlite3";
import type { FigureGrouping, FigureQuery, FigureRow } from "../../../shared/domain/figure.ts";
import { intervalMs } from "../../../shared/queueing/intervals.ts";
import type { ArrivalCount } from "../store.ts";
import type { DirectoryIndex, Queue } from "./directory-index.ts";
import { counts, type Period, tableOf } from "./figure-columns.ts";
import { type FigureKey, timeKeys } from "./figure-key.ts";
import { segmentsOf } from "./figure-segment.ts";
import { type StoredFigures, Tally } from "./figure-tally.ts";
import type { LegRow } from "./leg.ts";

/** Up to this many waits in the whole answer, quantiles are those of the waits themselves. */
const mostExactWaits = 200;

type RowsOf = Record<Period, Database.Statement<[number, number, number], StoredFigures>>;

/** What the rows of one time zone are read from. */
interface Reading {
  readonly timeZone: string;
  /** Queues, or the sum that stands for them. */
  readonly scopes: readonly number[];
  /** The same for intervals, which time zones have no sums of. */
  readonly intervalScopes: readonly number[];
  readonly queues: readonly number[];
}

/** The tallies of an answer by key, each with the earliest start that the key stands for. */
type Tallies = Map<string, { readonly tally: Tally; fromMs: number | null }>;

/** Groupings whose rows are about one queue or one agent, so that a sum of queues can't answer them. */
const groupingsOfQueues: readonly FigureGrouping[] = ["service", "channel", "agent"];

export class FigureReader {
  readonly #directory: DirectoryIndex;
  readonly #rows: Record<FigureQuery["base"], RowsOf>;
  readonly #withWaits: Database.Statement<[number, number, number], number>;
  readonly #legs: Database.Statement<[number, number, string], LegRow>;
  readonly #arrivals: Database.Statement<[number, number], ArrivalCount>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    this.#rows = { served: rowsOf(db, "NULL"), all: rowsOf(db, "abandoned_waits") };
    this.#withWaits = db
      .prepare<[number, number, number], number>(
        `SELECT start_ms FROM interval_figure
         WHERE queue = ? AND start_ms >= ? AND start_ms < ? AND served + abandoned > 0 ORDER BY start_ms`,
      )
      .pluck();
    this.#arrivals = db.prepare(
      `SELECT queue.site_id AS siteId, queue.service_id AS serviceId, start_ms AS intervalStartMs,
              sum(arrivals + transfers_in) AS arrivals
       FROM queue CROSS JOIN interval_figure ON interval_figure.queue = queue.number
       WHERE channel <> '' AND start_ms >= ? AND start_ms < ?
       GROUP BY start_ms, queue.site_id, queue.service_id HAVING sum(arrivals + transfers_in) > 0
       ORDER BY start_ms, queue.site_id, queue.service_id`,
    );
    this.#legs = db.prepare(
      `SELECT * FROM leg
       WHERE arrived_at_ms >= ? AND arrived_at_ms < ? AND queue IN (SELECT value FROM json_each(?))
       ORDER BY arrived_at_ms`,
    );
  }

  /** Who came per interval and service, channels taken together. */
  arrivalCounts(fromMs: number, toMs: number): ArrivalCount[] {
    return this.#arrivals.all(fromMs, toMs);
  }

  read(query: FigureQuery): FigureRow[] {
    const readings = this.#readings(query);
    const tallies: Tallies = new Map();
    for (const reading of readings) this.#tally(query, reading, tallies);
    const waits = [...tallies.values()].reduce((sum, { tally }) => sum + tally.waitCount, 0);
    if (waits > 0 && waits <= mostExactWaits) {
      for (const reading of readings) this.#readWaits(query, reading, tallies);
    }
    const rows = [...tallies].map(([key, { tally, fromMs }]) => tally.toRow(key, fromMs));
    if (rows.length === 0 && query.by === "total") return [new Tally(query.base).toRow("total", null)];
    return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  /** Adds up what the rows of a reading say. */
  #tally(query: FigureQuery, { timeZone, scopes, intervalScopes, queues }: Reading, tallies: Tallies): void {
    const keyOf = this.#keys(query, timeZone);
    const days = this.#directory.daysIn(timeZone);
    for (const { source, fromMs, toMs } of segmentsOf(query.by, query.fromMs, query.toMs, days)) {
      if (source === "leg") {
        for (const leg of this.#legsOf(queues, fromMs, toMs)) {
          tallyAt(tallies, keyOf(leg.arrived_at_ms, leg.queue, leg.agent_id), query.base).addLeg(leg);
        }
        continue;
      }
      for (const scope of source === "interval" ? intervalScopes : scopes) {
        for (const row of this.#rows[query.base][source].all(scope, fromMs, toMs)) {
          tallyAt(tallies, keyOf(row[0], scope, null), query.base).addRow(row);
        }
      }
    }
  }

  /** Lays the waits themselves beside what was added up, from the legs of the intervals that have any. */
  #readWaits(query: FigureQuery, { timeZone, intervalScopes, queues }: Reading, tallies: Tallies): void {
    const keyOf = this.#keys(query, timeZone);
    const days = this.#directory.daysIn(timeZone);
    for (const { source, fromMs, toMs } of segmentsOf("interval", query.fromMs, query.toMs, days)) {
      const starts = intervalScopes.flatMap((scope) => this.#withWaits.all(scope, fromMs, toMs));
      const parts =
        source === "leg"
          ? [{ fromMs, toMs }]
          : [...new Set(starts)].map((startMs) => ({ fromMs: startMs, toMs: startMs + intervalMs }));
      for (const part of parts) {
        for (const leg of this.#legsOf(queues, part.fromMs, part.toMs)) {
          tallyAt(tallies, keyOf(leg.arrived_at_ms, leg.queue, leg.agent_id), query.base).addWait(leg);
        }
      }
    }
  }

  #legsOf(queues: readonly number[], fromMs: number, toMs: number): IterableIterator<LegRow> {
    return this.#legs.iterate(fromMs, toMs, JSON.stringify(queues));
  }

  /** What answers a question, by time zone: a sum where it asks for all that the sum holds, else queues. */
  #readings(query: FigureQuery): Reading[] {
    const wanted = (queue: Queue): boolean =>
      (query.siteId === null || queue.siteId === query.siteId) &&
      (query.serviceId === null || queue.serviceId === query.serviceId) &&
      (query.channel === null || queue.channel === query.channel);
    const byZone = new Map<string, number[]>();
    for (const queue of this.#directory.queues()) {
      if (!wanted(queue)) continue;
      const timeZone = this.#directory.timeZoneOf(queue.siteId);
      const queues = byZone.get(timeZone);
      if (queues === undefined) byZone.set(timeZone, [queue.number]);
      else queues.push(queue.number);
    }
    const { siteId, serviceId, channel, by } = query;
    const takenTogether = serviceId === null && channel === null && !groupingsOfQueues.includes(by);
    return [...byZone].map(([timeZone, queues]) => {
      if (!takenTogether) return { timeZone, queues, scopes: queues, intervalScopes: queues };
      if (siteId !== null) {
        const scopes = [this.#directory.siteSum(siteId)];
        return { timeZone, queues, scopes, intervalScopes: scopes };
      }
      const scopes = [this.#directory.zoneSum(timeZone)];
      return { timeZone, queues, scopes, intervalScopes: this.#directory.siteSumsIn(timeZone) };
    });
  }

  #keys(
    query: FigureQuery,
    timeZone: string,
  ): (atMs: number, queue: number, agentId: string | null) => FigureKey {
    switch (query.by) {
      case "total":
        return () => ({ key: "total", fromMs: null });
      case "service":
        return (_atMs, queue) => ({ key: this.#directory.queue(queue).serviceId, fromMs: null });
      case "channel":
        return (_atMs, queue) => ({ key: this.#directory.queue(queue).channel, fromMs: null });
      case "agent":
        return (_atMs, _queue, agentId) => ({ key: agentId ?? "", fromMs: null });
      default:
        return timeKeys(query.by, timeZone, this.#directory.daysIn(timeZone));
    }
  }
}

function rowsOf(db: Database.Database, abandonedWaits: string): RowsOf {
  const statement = (period: Period): RowsOf[Period] =>
    db
      .prepare<[number, number, number], StoredFigures>(
        `SELECT start_ms, served_waits, ${abandonedWaits}, ${counts.join(", ")} FROM ${tableOf(period)}
         WHERE queue = ? AND start_ms >= ? AND start_ms < ? ORDER BY start_ms`,
      )
      .raw();
  return {
    interval: statement("interval"),
    day: statement("day"),
    week: statement("week"),
    month: statement("month"),
  };
}

function tallyAt(tallies: Tallies, { key, fromMs }: FigureKey, base: FigureQuery["base"]): Tally {
  const known = tallies.get(key);
  if (known === undefined) {
    const tally = new Tally(base);
    tallies.set(key, { tally, fromMs });
    return tally;
  }
  if (fromMs !== null && known.fromMs !== null) known.fromMs = Math.min(known.fromMs, fromMs);
  return known.tally;
}
