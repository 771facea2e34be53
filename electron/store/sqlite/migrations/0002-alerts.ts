/** Rules of alerts, and every alert they raised. */
import type { Migration } from "./migration.ts";

export const alerts: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE alert_rule (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL
      ) STRICT;
      CREATE TABLE alert (
        id TEXT PRIMARY KEY,
        raised_at_ms INTEGER NOT NULL,
        open INTEGER NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX alert_raised ON alert (raised_at_ms);
      CREATE INDEX alert_open ON alert (open) WHERE open = 1;
    `);
  },
};
