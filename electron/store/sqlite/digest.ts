/**
 * A canonical text of all projections. Rows are read in the order of their natural keys and name
 * queues by these, never by the numbers they happened to get.
 */
import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { counts, type Period, tableOf } from "./figure-columns.ts";

const queueKey = "queue.site_id, queue.service_id, queue.channel";
const figures = (period: Period) => `
  SELECT start_ms, ${queueKey}, ${counts.join(", ")}, hex(served_waits), hex(abandoned_waits)
  FROM ${tableOf(period)} JOIN queue ON queue.number = queue ORDER BY 1, 2, 3, 4`;

const projections: Record<string, string> = {
  case: "SELECT id, state, version, leg_arrivals FROM case_state ORDER BY id",
  leg: `
    SELECT case_id, position, ${queueKey}, agent_id, arrived_at_ms, queued_at_ms, wait_ended_at_ms,
      started_at_ms, ended_at_ms, carried_wait_ms, served, abandoned, no_shows, served_in_target,
      abandoned_late, wait_ms, handle_ms, long_level, span_start_ms, abandoned_in_target, in_level
    FROM leg JOIN queue ON queue.number = queue ORDER BY 1, 2`,
  interval: figures("interval"),
  day: figures("day"),
  week: figures("week"),
  month: figures("month"),
  agent: "SELECT id, fold FROM agent ORDER BY id",
  agentTime: "SELECT * FROM agent_time ORDER BY start_ms, site_id",
  answer: `
    SELECT case_id, start_ms, ${queueKey}, treated, answer.solved
    FROM answer LEFT JOIN queue ON queue.number = queue ORDER BY 1`,
  answerFigure: `
    SELECT start_ms, ${queueKey}, answers, treated_sum, answer_figure.solved, solved_known
    FROM answer_figure JOIN queue ON queue.number = queue ORDER BY 1, 2, 3, 4`,
  answerWords: "SELECT * FROM answer_words ORDER BY case_id",
  reply: "SELECT id, case_id, service_id, agent_id, at_ms, text FROM reply ORDER BY id",
  backup: "SELECT id, open, record FROM backup_call ORDER BY id",
  commitment: "SELECT id, subject, case_id, due_at_ms, open, record FROM commitment ORDER BY id",
  observation: `
    SELECT ${queueKey}, at_ms, people_waiting, open_counters, ticket_called, source, event_id
    FROM observation JOIN queue ON queue.number = queue ORDER BY 1, 2, 3, 4`,
  // When an event was received is no part of what it says.
  feed: "SELECT source, last_event_at_ms, event_count FROM feed ORDER BY source",
  site: "SELECT id FROM seen_site ORDER BY id",
  service: "SELECT id, channel FROM seen_service ORDER BY id, channel",
};

/** One line per projection: its name, how many rows it has, and their SHA-256. */
export function digestProjections(db: Database.Database): string {
  const lines = Object.entries(projections).map(([name, query]) => {
    const hash = createHash("sha256");
    let rows = 0;
    for (const row of db.prepare<[], unknown[]>(query).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
      rows += 1;
    }
    return `${name} ${rows} ${hash.digest("hex")}`;
  });
  return lines.join("\n");
}
