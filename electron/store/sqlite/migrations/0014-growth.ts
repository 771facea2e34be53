/** What people enter to grow: agreed steps, sessions, skills, trainings and service sheets. */
import type { Migration } from "./migration.ts";

export const growth: Migration = {
  version: 14,
  up(db) {
    db.exec(`
      CREATE TABLE agreed_step (id TEXT PRIMARY KEY, settled_at_ms INTEGER, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE coaching_session (
        id TEXT PRIMARY KEY,
        starts_at_ms INTEGER NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX coaching_session_start ON coaching_session (starts_at_ms);
      CREATE TABLE entered_skill (
        agent_id TEXT NOT NULL,
        service_id TEXT NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (agent_id, service_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE training (id TEXT PRIMARY KEY, date TEXT NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE service_sheet (
        number INTEGER PRIMARY KEY,
        service_id TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE service_sheet_version (
        service_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (service_id, version)
      ) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE service_sheet_text USING fts5(words, stems, tokenize = 'unicode61 remove_diacritics 2');
    `);
  },
};
