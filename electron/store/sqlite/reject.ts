/** What could not be taken in, kept with its reason. */
import type Database from "better-sqlite3";
import type { Reject } from "../../../shared/domain/reject.ts";
import type { Changes } from "./changes.ts";
import { all, run, sql } from "./query.ts";

export class RejectTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  add(reject: Omit<Reject, "id">, changes: Changes): void {
    changes.rejects = true;
    run(
      this.#db,
      sql.insertInto("reject").values({
        received_at_ms: reject.receivedAtMs,
        feed: reject.feed,
        line: reject.line,
        fault: JSON.stringify(reject.fault),
        raw: reject.raw,
      }),
    );
  }

  count(): number {
    return this.#db.prepare<[], number>("SELECT count(*) FROM reject").pluck().get() ?? 0;
  }

  newest(limit: number): Reject[] {
    const rows = all(this.#db, sql.selectFrom("reject").selectAll().orderBy("id", "desc").limit(limit));
    return rows.map((row) => ({
      id: row.id,
      receivedAtMs: row.received_at_ms,
      feed: row.feed,
      line: row.line,
      fault: JSON.parse(row.fault) as Reject["fault"],
      raw: row.raw,
    }));
  }
}
