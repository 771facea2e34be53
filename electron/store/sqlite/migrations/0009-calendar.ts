/** Opening times that people enter, and two projections: the agents' time on duty, and what citizens answered. */
import type { Migration } from "./migration.ts";

export const calendar: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      CREATE TABLE calendar (
        site_id TEXT NOT NULL,
        service_id TEXT NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (site_id, service_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE holiday (
        region TEXT NOT NULL,
        date TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (region, date)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE agent_time (
        start_ms INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        handling_ms INTEGER NOT NULL,
        available_ms INTEGER NOT NULL,
        agents INTEGER NOT NULL,
        PRIMARY KEY (start_ms, site_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE answer (
        case_id TEXT PRIMARY KEY,
        start_ms INTEGER,
        queue INTEGER,
        treated INTEGER,
        solved INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE answer_figure (
        start_ms INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        treated_sum INTEGER NOT NULL,
        solved INTEGER NOT NULL,
        solved_known INTEGER NOT NULL,
        PRIMARY KEY (start_ms, queue)
      ) STRICT, WITHOUT ROWID;
      INSERT OR REPLACE INTO label VALUES ('unfilled', 'agent_time answer');
    `);
  },
};
