/** The people who sign in, and the audit of looks at a person and of exports. */
import type { Migration } from "./migration.ts";

export const people: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE person (id TEXT PRIMARY KEY, record TEXT NOT NULL, passphrase_hash TEXT) STRICT, WITHOUT ROWID;
      CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        agent_id TEXT,
        record TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_agent ON audit (agent_id, number) WHERE agent_id IS NOT NULL;
      CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    `);
  },
};
