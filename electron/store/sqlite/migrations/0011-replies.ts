/** Sent replies and the words of citizens as projections, and the standard texts that people enter. */
import type { Migration } from "./migration.ts";

export const replies: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      CREATE TABLE reply (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL,
        service_id TEXT NOT NULL,
        agent_id TEXT,
        at_ms INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE TABLE reply_template (
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        record TEXT NOT NULL,
        retired_at_ms INTEGER,
        PRIMARY KEY (id, version)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE answer_words (
        case_id TEXT PRIMARY KEY,
        given_at_ms INTEGER NOT NULL,
        words TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX answer_words_given ON answer_words (given_at_ms);
      CREATE INDEX answer_start ON answer (start_ms);
      INSERT INTO label VALUES ('unfilled', 'answer reply')
      ON CONFLICT (name) DO UPDATE SET value = value || ' ' || excluded.value;
    `);
  },
};
