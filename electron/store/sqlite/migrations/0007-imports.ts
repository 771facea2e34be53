/** Imports and their saved mappings, and of which import a rejected row is. */
import type { Migration } from "./migration.ts";

export const imports: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      CREATE TABLE import_job (
        id TEXT PRIMARY KEY,
        started_at_ms INTEGER NOT NULL,
        record TEXT NOT NULL,
        source TEXT NOT NULL,
        content_hash TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_job_started ON import_job (started_at_ms);
      CREATE INDEX import_job_hash ON import_job (content_hash) WHERE content_hash IS NOT NULL;
      CREATE TABLE import_mapping (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
      ALTER TABLE reject ADD COLUMN import_id TEXT;
      CREATE INDEX reject_import ON reject (import_id, line) WHERE import_id IS NOT NULL;
    `);
  },
};
