/** Paragraphs of reports, the schedules that send reports, and what became of each run. */
import type { Migration } from "./migration.ts";

export const reports: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      CREATE TABLE report_paragraph (
        site_id TEXT NOT NULL,
        period TEXT NOT NULL,
        first_date TEXT NOT NULL,
        revision INTEGER NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (site_id, period, first_date, revision)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE report_schedule (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL
      ) STRICT;
      CREATE TABLE report_run (
        id TEXT PRIMARY KEY,
        schedule_id TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX report_run_started ON report_run (schedule_id, started_at_ms);
    `);
  },
};
