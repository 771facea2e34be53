/** The log as it was at an instant of the past: nothing that happened later is looked at. */
import type Database from "better-sqlite3";
import { type AgentFold, foldAgent } from "../../../shared/domain/agent.ts";
import { foldBackupCall, isBackupOpen } from "../../../shared/domain/backup.ts";
import { isOpen } from "../../../shared/domain/case.ts";
import { foldCase } from "../../../shared/domain/case-fold.ts";
import { compareEvents, eventTypes, type VigieEvent } from "../../../shared/domain/event.ts";
import type { FeedHealth } from "../../../shared/domain/feed.ts";
import { type EventRow, eventColumns, isAboutAgent, toEvent } from "./event.ts";
import { blockRows } from "./event-block.ts";
import type { LegTable } from "./leg.ts";
import { reachSql } from "./time-span.ts";

const stretchMs = 15 * 60 * 1_000;
const dayMs = 24 * 60 * 60 * 1_000;
/** A source that was silent for longer is not listened for. */
const feedLookbackMs = 3 * dayMs;
/** Calls for backup end within hours; those that nobody ended are looked for by their state. */
const callLookbackMs = 31 * dayMs;
const agentTypes = eventTypes.filter((type) => type.startsWith("agent."));

/** The events of a stretch of time, in order, and where the next stretch begins; null at the end. */
export interface Batch {
  readonly events: VigieEvent[];
  readonly nextMs: number | null;
}

/** `to` is exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const inBlock = `event.number BETWEEN block * ${blockRows} AND block * ${blockRows} + ${blockRows - 1}`;
const fromStretch = `
  FROM reach CROSS JOIN event_block USING (level) CROSS JOIN event ON ${inBlock}
  WHERE min_at_ms >= @from - ms AND min_at_ms < @to AND max_at_ms >= @from AND at_ms >= @from AND at_ms < @to
`;

export class HistoryReader {
  readonly #legs: LegTable;
  readonly #between: Database.Statement<[Stretch], EventRow>;
  readonly #next: Database.Statement<[{ from: number }], number | null>;
  readonly #before: Database.Statement<[string, number], EventRow>;
  readonly #lastOfType: Database.Statement<[string, string, string, string, number], EventRow>;
  readonly #agentIds: Database.Statement<[], string>;
  readonly #callIds: Database.Statement<[number, number], string>;
  readonly #feeds: Database.Statement<[Stretch], FeedHealth>;

  constructor(db: Database.Database, legs: LegTable) {
    this.#legs = legs;
    const select = `SELECT ${eventColumns} FROM event`;
    this.#between = db.prepare(`${reachSql} SELECT ${eventColumns} ${fromStretch}`);
    this.#next = db
      .prepare<[{ from: number }], number | null>(
        `${reachSql}
         SELECT min(at_ms) FROM (
           SELECT min(min_at_ms) AS at_ms FROM reach CROSS JOIN event_block USING (level) WHERE min_at_ms >= @from
           UNION ALL
           SELECT (SELECT min(at_ms) FROM event WHERE ${inBlock} AND at_ms >= @from)
             FROM reach CROSS JOIN event_block USING (level)
             WHERE min_at_ms >= @from - ms AND min_at_ms < @from AND max_at_ms >= @from
         )`,
      )
      .pluck();
    this.#before = db.prepare(`${select} WHERE subject = ? AND at_ms < ?`);
    this.#lastOfType = db.prepare(
      `${select} WHERE subject = ? AND type = ? AND at_ms =
        (SELECT max(at_ms) FROM event WHERE subject = ? AND type = ? AND at_ms < ? AND ${isAboutAgent})
        AND ${isAboutAgent}`,
    );
    this.#agentIds = db.prepare<[], string>("SELECT id FROM agent ORDER BY id").pluck();
    this.#callIds = db
      .prepare<[number, number], string>(
        `SELECT id FROM backup_call WHERE requested_at_ms >= ? AND requested_at_ms < ?
         UNION SELECT id FROM backup_call WHERE open = 1`,
      )
      .pluck();
    this.#feeds = db.prepare(`
      ${reachSql}
      SELECT source, max(at_ms) AS lastReceivedAtMs, max(at_ms) AS lastEventAtMs, count(*) AS eventCount
      ${fromStretch} GROUP BY source ORDER BY source
    `);
  }

  /** What happened from an instant on, for some minutes; hours in which nothing happened are skipped. */
  batch(fromMs: number, toMs: number): Batch {
    const endMs = Math.min(fromMs + stretchMs, toMs);
    const events = inOrder(this.#between.all({ from: fromMs, to: endMs }));
    const nextMs = this.nextEventAtMs(endMs);
    return { events, nextMs: nextMs === null || nextMs >= toMs ? null : nextMs };
  }

  nextEventAtMs(fromMs: number): number | null {
    return this.#next.get({ from: fromMs }) ?? null;
  }

  openCasesBefore(atMs: number): VigieEvent[][] {
    return this.#legs
      .casesUnderWay(atMs - 1)
      .map((id) => this.#storyOf(id, "case.", atMs))
      .filter((events) => isOpen(foldCase(events)?.state ?? "done"));
  }

  openBackupCallsBefore(atMs: number): VigieEvent[][] {
    return this.#callIds
      .all(atMs - callLookbackMs, atMs)
      .map((id) => this.#storyOf(id, "backup.", atMs))
      .filter((events) => isBackupOpen(foldBackupCall(events)?.state ?? "released"));
  }

  /** Each field of an agent is kept from the last event that wrote it, so the last of each type is enough. */
  agentsBefore(atMs: number): AgentFold[] {
    return this.#agentIds.all().flatMap((id) => {
      let fold: AgentFold | undefined;
      for (const type of agentTypes) {
        for (const row of this.#lastOfType.all(id, type, id, type, atMs))
          fold = foldAgent(fold, toEvent(row));
      }
      return fold ?? [];
    });
  }

  feedsBefore(atMs: number): FeedHealth[] {
    return this.#feeds.all({ from: atMs - feedLookbackMs, to: atMs });
  }

  #storyOf(subject: string, prefix: "case." | "backup.", beforeMs: number): VigieEvent[] {
    return inOrder(this.#before.all(subject, beforeMs).filter((row) => row.type.startsWith(prefix)));
  }
}

function inOrder(rows: readonly EventRow[]): VigieEvent[] {
  return rows.map(toEvent).sort(compareEvents);
}
