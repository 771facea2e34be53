/** One row per leg: what it contributes to the figures, and when it was under way. */
import type Database from "better-sqlite3";
import { type Leg, waitEndedAtMs } from "../../../shared/domain/case.ts";
import type { LegContribution } from "../../../shared/domain/figure.ts";
import { intervalStartMs } from "../../../shared/queueing/intervals.ts";
import type { LegAt } from "../store.ts";
import { BulkInsert } from "./bulk-insert.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { levelOf, levelZeroMs, reachSql } from "./time-span.ts";

/** A leg as the table holds it, column for column. */
export interface LegRow {
  readonly arrived_at_ms: number;
  readonly case_id: string;
  readonly position: number;
  readonly queue: number;
  readonly agent_id: string | null;
  readonly queued_at_ms: number;
  readonly wait_ended_at_ms: number | null;
  readonly started_at_ms: number | null;
  readonly ended_at_ms: number | null;
  readonly carried_wait_ms: number;
  readonly served: number;
  readonly abandoned: number;
  readonly no_shows: number;
  readonly served_in_target: number;
  readonly abandoned_late: number;
  readonly wait_ms: number | null;
  readonly handle_ms: number | null;
  readonly long_level: number | null;
  readonly span_start_ms: number;
  readonly abandoned_in_target: number;
  /** 1 where the leg is judged by the service level. */
  readonly in_level: number;
}

const columns = [
  "arrived_at_ms",
  "case_id",
  "position",
  "queue",
  "agent_id",
  "queued_at_ms",
  "wait_ended_at_ms",
  "started_at_ms",
  "ended_at_ms",
  "carried_wait_ms",
  "served",
  "abandoned",
  "no_shows",
  "served_in_target",
  "abandoned_late",
  "wait_ms",
  "handle_ms",
  "long_level",
  "span_start_ms",
  "abandoned_in_target",
  "in_level",
] as const satisfies readonly (keyof LegRow)[];

/*
 * Which legs were under way at an instant? Most legs are over within about an hour of their arrival,
 * so they are among those that arrived in the hour before. The others are found as stretches of time.
 */
const shortMs = levelZeroMs * 4 ** 6;
/** Legs that are not over. */
const openLevel = 99;

export class LegTable {
  readonly #directory: DirectoryIndex;
  readonly #put: BulkInsert;
  readonly #delete: Database.Statement<[number, string, number]>;
  readonly #get: Database.Statement<[number, string, number], LegRow>;
  readonly #underWay: Database.Statement<[{ at: number }], LegRow>;
  readonly #arrived: Database.Statement<[number, number], LegRow>;
  readonly #after: Database.Statement<[number, string, number, number], LegRow>;
  readonly #casesOfQueue: Database.Statement<[number, number], string>;

  constructor(db: Database.Database, directory: DirectoryIndex) {
    this.#directory = directory;
    this.#put = new BulkInsert(db, "INSERT OR REPLACE INTO leg", columns.length);
    const key = "WHERE arrived_at_ms = ? AND case_id = ? AND position = ?";
    this.#delete = db.prepare(`DELETE FROM leg ${key}`);
    this.#get = db.prepare(`SELECT * FROM leg ${key}`);
    this.#underWay = db.prepare(`
      ${reachSql}
      SELECT leg.* FROM reach CROSS JOIN leg
        WHERE long_level = level AND span_start_ms > @at - ms AND span_start_ms <= @at
      UNION ALL
      SELECT * FROM leg WHERE long_level = ${openLevel} AND span_start_ms <= @at
      UNION ALL
      SELECT * FROM leg
        WHERE arrived_at_ms > @at - ${shortMs} AND arrived_at_ms <= @at AND long_level IS NULL
    `);
    this.#arrived = db.prepare(
      "SELECT * FROM leg WHERE arrived_at_ms >= ? AND arrived_at_ms < ? ORDER BY arrived_at_ms, case_id, position",
    );
    this.#after = db.prepare(
      "SELECT * FROM leg WHERE (arrived_at_ms, case_id, position) > (?, ?, ?) ORDER BY arrived_at_ms, case_id, position LIMIT ?",
    );
    this.#casesOfQueue = db
      .prepare<[number, number], string>(
        "SELECT DISTINCT case_id FROM leg WHERE queue = ? AND arrived_at_ms >= ?",
      )
      .pluck();
  }

  /** The row of a leg, from what the leg is and what it contributes. */
  row(caseId: string, position: number, leg: Leg, contribution: LegContribution): LegRow {
    const spanStart = Math.min(leg.arrivedAtMs, leg.queuedAtMs, leg.startedAtMs ?? leg.queuedAtMs);
    const { siteId, serviceId, channel } = contribution;
    return {
      arrived_at_ms: leg.arrivedAtMs,
      case_id: caseId,
      position,
      queue: this.#directory.queueNumber(siteId, serviceId, channel),
      agent_id: leg.agentId,
      queued_at_ms: leg.queuedAtMs,
      wait_ended_at_ms: waitEndedAtMs(leg),
      started_at_ms: leg.startedAtMs,
      ended_at_ms: leg.endedAtMs,
      carried_wait_ms: leg.carriedWaitMs,
      served: contribution.served,
      abandoned: contribution.abandoned,
      no_shows: contribution.noShows,
      served_in_target: contribution.servedInTarget,
      abandoned_late: contribution.abandonedLate,
      wait_ms: contribution.waitMs,
      handle_ms: contribution.handleMs,
      long_level: longLevelOf(leg.arrivedAtMs, spanStart, leg.endedAtMs),
      span_start_ms: spanStart,
      abandoned_in_target: contribution.abandonedInTarget,
      in_level: contribution.inLevel,
    };
  }

  isEmpty(): boolean {
    return this.#after.get(beforeAll.arrived_at_ms, beforeAll.case_id, beforeAll.position, 1) === undefined;
  }

  /** Writes a row, by the next `flush` at the latest. */
  put(row: LegRow): void {
    this.#put.add(columns.map((column) => row[column]));
  }

  flush(): void {
    this.#put.flush();
  }

  /** Forgets what was not yet written, after a rollback. */
  clear(): void {
    this.#put.clear();
  }

  delete(row: LegRow): void {
    this.#delete.run(row.arrived_at_ms, row.case_id, row.position);
  }

  /** The legs of a case, from when each arrived. */
  ofCase(caseId: string, arrivedAtMs: readonly number[]): LegRow[] {
    this.#put.flush();
    return arrivedAtMs.flatMap((atMs, position) => this.#get.get(atMs, caseId, position) ?? []);
  }

  /** All legs in the order of their arrival, `size` at a time. */
  *batches(size: number): Generator<LegRow[]> {
    let last: Pick<LegRow, "arrived_at_ms" | "case_id" | "position"> | undefined = beforeAll;
    while (last !== undefined) {
      const rows: LegRow[] = this.#after.all(last.arrived_at_ms, last.case_id, last.position, size);
      if (rows.length > 0) yield rows;
      last = rows.at(-1);
    }
  }

  /** Cases with a leg that came to a queue at or after an instant. */
  casesOfQueue(queue: number, fromMs: number): string[] {
    return this.#casesOfQueue.all(queue, fromMs);
  }

  contributions(fromMs: number, toMs: number): (LegContribution & { caseId: string })[] {
    return this.#arrived.all(fromMs, toMs).map((row) => {
      const { siteId, serviceId, channel } = this.#directory.queue(row.queue);
      return {
        caseId: row.case_id,
        siteId,
        serviceId,
        channel,
        agentId: row.agent_id,
        intervalStartMs: intervalStartMs(row.arrived_at_ms),
        arrivedAtMs: row.arrived_at_ms,
        arrivals: row.position === 0 ? 1 : 0,
        transfersIn: row.position === 0 ? 0 : 1,
        served: row.served,
        abandoned: row.abandoned,
        noShows: row.no_shows,
        servedInTarget: row.served_in_target,
        abandonedInTarget: row.abandoned_in_target,
        abandonedLate: row.abandoned_late,
        inLevel: row.in_level,
        waitMs: row.wait_ms,
        handleMs: row.handle_ms,
      };
    });
  }

  /** Cases with a leg that had begun and was not over at an instant; whether the case is known then is not asked. */
  casesUnderWay(atMs: number): string[] {
    const rows = this.#underWay.all({ at: atMs });
    return [...new Set(rows.filter((row) => isUnderWay(row, atMs)).map((row) => row.case_id))];
  }

  /** Legs that were waiting or in service at an instant, the longest-waiting first. */
  at(atMs: number): LegAt[] {
    return this.#underWay
      .all({ at: atMs })
      .flatMap((row) => {
        const inService = isInService(row, atMs);
        if (!inService && !isWaiting(row, atMs)) return [];
        const { siteId, serviceId, channel } = this.#directory.queue(row.queue);
        const { queued_at_ms: queuedAtMs, carried_wait_ms: carriedWaitMs } = row;
        return [{ siteId, serviceId, channel, queuedAtMs, carriedWaitMs, inService }];
      })
      .sort((a, b) => a.queuedAtMs - b.queuedAtMs);
  }
}

const beforeAll = { arrived_at_ms: Number.MIN_SAFE_INTEGER, case_id: "", position: 0 };

/** Whether two rows say the same. */
export function isSameLeg(a: LegRow, b: LegRow): boolean {
  return columns.every((column) => a[column] === b[column]);
}

/** What of a leg the figures see. */
const countedColumns = [
  "arrived_at_ms",
  "position",
  "queue",
  "served",
  "abandoned",
  "no_shows",
  "served_in_target",
  "abandoned_late",
  "wait_ms",
  "handle_ms",
  "abandoned_in_target",
  "in_level",
] as const satisfies readonly (keyof LegRow)[];

/** Whether two legs count for the same in the figures. */
export function countsAlike(a: LegRow, b: LegRow): boolean {
  return countedColumns.every((column) => a[column] === b[column]);
}

function isUnderWay(row: LegRow, atMs: number): boolean {
  return row.span_start_ms <= atMs && (row.ended_at_ms === null || row.ended_at_ms > atMs);
}

function isInService(row: LegRow, atMs: number): boolean {
  if (row.started_at_ms === null || row.started_at_ms > atMs) return false;
  return row.ended_at_ms === null || row.ended_at_ms > atMs;
}

/** Some feeds report that service began before the wait ended; the person is then not waiting any more. */
function isWaiting(row: LegRow, atMs: number): boolean {
  if (row.queued_at_ms > atMs || (row.started_at_ms !== null && row.started_at_ms <= atMs)) return false;
  return row.wait_ended_at_ms === null || row.wait_ended_at_ms > atMs;
}

/** Null for a leg that is found by its arrival. */
function longLevelOf(arrivedAtMs: number, spanStartMs: number, spanEndMs: number | null): number | null {
  if (spanEndMs === null) return openLevel;
  if (spanStartMs >= arrivedAtMs && spanEndMs - arrivedAtMs <= shortMs) return null;
  return levelOf(spanEndMs - spanStartMs);
}
