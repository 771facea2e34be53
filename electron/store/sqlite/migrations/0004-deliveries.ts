/** Messages about calls for backup on their way, and what calls say since they can be in a cascade. */
import type { Migration } from "./migration.ts";

export const deliveries: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      CREATE TABLE delivery (
        id TEXT PRIMARY KEY,
        call_id TEXT NOT NULL,
        open INTEGER NOT NULL,
        record TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX delivery_call ON delivery (call_id);
      CREATE INDEX delivery_open ON delivery (open) WHERE open = 1;
      UPDATE backup_call SET record = json_set(
        record, '$.channels', json('[]'), '$.cascade', json('null'), '$.cascadeEnd', json('null')
      );
    `);
  },
};
