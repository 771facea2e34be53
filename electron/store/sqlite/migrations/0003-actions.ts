/** The history of what people did on the floor (a projection), and where its events are in the log. */
import type { Migration } from "./migration.ts";

export const actions: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      CREATE TABLE action (
        id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX action_at ON action (at_ms);
      DROP INDEX event_action;
      CREATE INDEX event_action ON event (json_extract(data, '$.action')) WHERE source = 'urn:vigie:console';
    `);
  },
};
