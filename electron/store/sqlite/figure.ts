/**
 * Answers questions about figures. Whole days come from the days, whole quarter hours from the
 * intervals, and what the window cuts out of a quarter hour from the legs, so that every window is
 * exact and the cost is that of its points.
 */
import type Database from "better-sqlite3";
import type { FigureQuery, FigureRow } from "../../../shared/domain/figure.ts";
import {
  addDays,
  intervalMs,
  intervalStartMs,
  localDate,
  startOfLocalDateMs,
} from "../../../shared/queueing/intervals.ts";
import type { DirectoryIndex, Queue } from "./directory-index.ts";
import { type FigureKey, timeKeys } from "./figure-key.ts";
import type { FigureTableRow } from "./figure-table.ts";
import { Tally } from "./figure-tally.ts";
import type { LegRow } from "./leg.ts";
import { LocalDays } from "./local-days.ts";

/** Up to this many waits in the whole answer, quantiles are those of the waits themselves. */
const mostExactWaits = 200;

type Source = "interval" | "day" | "leg";

interface Segment {
  readonly source: Source;
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

type Ranged<Row> = Database.Statement<[number, number, string], Row>;

/** The tallies of an answer by key, each with the earliest start that the key stands for. */
type Tallies = Map<string, { tally: Tally; fromMs: number | null }>;

export class FigureReader {
  readonly #directory: DirectoryIndex;
  readonly #rows: Record<"interval" | "day", Ranged<FigureTableRow>>;
  readonly #legs: Ranged<LegRow>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    const where = (column: string) =>
      `WHERE ${column} >= ? AND ${column} < ? AND queue IN (SELECT value FROM json_each(?)) ORDER BY ${column}`;
    this.#rows = {
      interval: db.prepare(`SELECT * FROM interval_figure ${where("start_ms")}`),
      day: db.prepare(`SELECT * FROM day_figure ${where("start_ms")}`),
    };
    this.#legs = db.prepare(`SELECT * FROM leg ${where("arrived_at_ms")}`);
  }

  read(query: FigureQuery): FigureRow[] {
    const tallies = this.#tally(query, false);
    const waits = [...tallies.values()].reduce((sum, { tally }) => sum + tally.waitCount, 0);
    const answer = waits > 0 && waits <= mostExactWaits ? this.#tally(query, true) : tallies;
    const rows = [...answer].map(([key, { tally, fromMs }]) => tally.toRow(key, fromMs));
    if (rows.length === 0 && query.by === "total") return [new Tally(query.base, true).toRow("total", null)];
    return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  #tally(query: FigureQuery, exact: boolean): Tallies {
    const tallies: Tallies = new Map();
    const tallyOf = ({ key, fromMs }: FigureKey): Tally => {
      const known = tallies.get(key);
      if (known === undefined) {
        const tally = new Tally(query.base, exact);
        tallies.set(key, { tally, fromMs });
        return tally;
      }
      if (fromMs !== null && known.fromMs !== null) known.fromMs = Math.min(known.fromMs, fromMs);
      return known.tally;
    };
    const legsOnly = exact || query.by === "agent";
    for (const [timeZone, queues] of this.#queuesByZone(query)) {
      const keyOf = this.#keys(query, timeZone);
      const numbers = JSON.stringify(queues);
      for (const { source, fromMs, toMs } of legsOnly ? wholly(query) : segments(query, timeZone)) {
        if (source === "leg") {
          for (const leg of this.#legs.iterate(fromMs, toMs, numbers)) {
            tallyOf(keyOf(leg.arrived_at_ms, leg.queue, leg.agent_id)).addLeg(leg);
          }
        } else {
          for (const row of this.#rows[source].iterate(fromMs, toMs, numbers)) {
            tallyOf(keyOf(row.start_ms, row.queue, null)).addRow(row);
          }
        }
      }
    }
    return tallies;
  }

  #queuesByZone(query: FigureQuery): Map<string, number[]> {
    const wanted = (queue: Queue): boolean =>
      (query.siteId === null || queue.siteId === query.siteId) &&
      (query.serviceId === null || queue.serviceId === query.serviceId) &&
      (query.channel === null || queue.channel === query.channel);
    const byZone = new Map<string, number[]>();
    for (const queue of this.#directory.queues()) {
      if (!wanted(queue)) continue;
      const timeZone = this.#directory.timeZoneOf(queue.siteId);
      byZone.set(timeZone, [...(byZone.get(timeZone) ?? []), queue.number]);
    }
    return byZone;
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
        return timeKeys(query.by, timeZone, new LocalDays(timeZone));
    }
  }
}

function wholly({ fromMs, toMs }: FigureQuery): Segment[] {
  return [{ source: "leg", fromMs, toMs }];
}

/** Cuts a window into days, intervals and the rest, in ascending order. */
function segments(query: FigureQuery, timeZone: string): Segment[] {
  const { fromMs, toMs } = query;
  const firstInterval = intervalStartMs(fromMs + intervalMs - 1);
  const endOfIntervals = intervalStartMs(toMs);
  if (firstInterval >= endOfIntervals) return wholly(query);
  const firstDay = startOfLocalDateMs(addDays(localDate(firstInterval - 1, timeZone), 1), timeZone);
  const endOfDays = startOfLocalDateMs(localDate(endOfIntervals, timeZone), timeZone);
  const byDay = query.by !== "interval" && query.by !== "hour" && firstDay < endOfDays;
  const middle: Segment[] = byDay
    ? [
        { source: "interval", fromMs: firstInterval, toMs: firstDay },
        { source: "day", fromMs: firstDay, toMs: endOfDays },
        { source: "interval", fromMs: endOfDays, toMs: endOfIntervals },
      ]
    : [{ source: "interval", fromMs: firstInterval, toMs: endOfIntervals }];
  return [
    { source: "leg", fromMs, toMs: firstInterval },
    ...middle,
    { source: "leg", fromMs: endOfIntervals, toMs },
  ].filter((segment): segment is Segment => segment.fromMs < segment.toMs);
}
