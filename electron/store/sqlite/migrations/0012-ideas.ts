/** Ideas and problem reports that people enter, and one projection: what was promised to citizens. */
import type { Migration } from "./migration.ts";

export const ideas: Migration = {
  version: 12,
  up(db) {
    db.exec(`
      CREATE TABLE idea (id TEXT PRIMARY KEY, created_at_ms INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE problem (id TEXT PRIMARY KEY, created_at_ms INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE commitment (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        case_id TEXT,
        due_at_ms INTEGER NOT NULL,
        open INTEGER NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX commitment_subject ON commitment (subject);
      CREATE INDEX commitment_case ON commitment (case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX commitment_due ON commitment (due_at_ms);
      CREATE INDEX commitment_open ON commitment (due_at_ms) WHERE open = 1;
      INSERT INTO label VALUES ('unfilled', 'commitment')
        ON CONFLICT (name) DO UPDATE SET value = value || ' commitment';
    `);
  },
};
