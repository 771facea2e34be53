/**
 * What it takes to read the past: where in the log a time is found, what is known of an agent by
 * kind, and legs by the whole time that they were under way.
 */
import type { Migration } from "./migration.ts";

const levels = Array.from({ length: 21 }, (_, level) => level);

/** As `LegTable` works it out, for rows that were written before. */
const longLevelSql = `
  CASE
    WHEN ended_at_ms IS NULL THEN 99
    WHEN span_start_ms >= arrived_at_ms AND ended_at_ms - arrived_at_ms <= ${1_000 * 4 ** 6} THEN NULL
    ${levels.map((level) => `WHEN ended_at_ms - span_start_ms <= ${1_000 * 4 ** level} THEN ${level}`).join(" ")}
    ELSE ${levels.length}
  END
`;

export const history: Migration = {
  version: 5,
  up(db) {
    db.exec(`
      CREATE TABLE event_block (
        block INTEGER PRIMARY KEY,
        min_at_ms INTEGER NOT NULL,
        max_at_ms INTEGER NOT NULL,
        level INTEGER NOT NULL
      ) STRICT;
      INSERT INTO event_block
        SELECT block, min_at_ms, max_at_ms, CASE
          ${levels.map((level) => `WHEN max_at_ms - min_at_ms <= ${1_000 * 4 ** level} THEN ${level}`).join(" ")}
          ELSE ${levels.length}
        END
        FROM (
          SELECT number / 256 AS block, min(at_ms) AS min_at_ms, max(at_ms) AS max_at_ms FROM event GROUP BY block
        );
      CREATE INDEX event_block_span ON event_block (level, min_at_ms);
      CREATE INDEX event_agent ON event (subject, type, at_ms) WHERE type >= 'agent.' AND type < 'agent/';
      UPDATE leg SET span_start_ms = min(arrived_at_ms, queued_at_ms, ifnull(started_at_ms, queued_at_ms));
      UPDATE leg SET long_level = ${longLevelSql};
    `);
  },
};
