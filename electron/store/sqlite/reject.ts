/** What could not be taken in, kept with its reason. */
import type Database from "better-sqlite3";
import type { Selectable } from "kysely";
import type { Reject } from "../../../shared/domain/reject.ts";
import type { FaultValue } from "../../../shared/faults.ts";
import type { Changes } from "./changes.ts";
import { all, run, sql } from "./query.ts";
import type { Schema } from "./schema.ts";

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
        import_id: reject.importId ?? null,
      }),
    );
  }

  /** The number under which the last reject was kept; 0 where there is none. */
  lastId(): number {
    return this.#db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM reject").pluck().get() ?? 0;
  }

  removeAfter(id: number): void {
    run(this.#db, sql.deleteFrom("reject").where("id", ">", id));
  }

  change(id: number, raw: string, fault: FaultValue, changes: Changes): void {
    changes.rejects = true;
    run(
      this.#db,
      sql
        .updateTable("reject")
        .set({ raw, fault: JSON.stringify(fault) })
        .where("id", "=", id),
    );
  }

  remove(id: number, changes: Changes): void {
    changes.rejects = true;
    run(this.#db, sql.deleteFrom("reject").where("id", "=", id));
  }

  read(id: number): Reject | undefined {
    return all(this.#db, sql.selectFrom("reject").selectAll().where("id", "=", id)).map(toReject)[0];
  }

  countOf(importId: string): number {
    return (
      this.#db
        .prepare<[string], number>("SELECT count(*) FROM reject WHERE import_id = ?")
        .pluck()
        .get(importId) ?? 0
    );
  }

  /** Rejects of an import, or all, that were kept after one, in the order in which they came. */
  after(id: number, importId: string | null, limit: number): Reject[] {
    const rows = sql.selectFrom("reject").selectAll().where("id", ">", id).orderBy("id").limit(limit);
    return all(this.#db, importId === null ? rows : rows.where("import_id", "=", importId)).map(toReject);
  }

  count(): number {
    return this.#db.prepare<[], number>("SELECT count(*) FROM reject").pluck().get() ?? 0;
  }

  newest(limit: number): Reject[] {
    const rows = all(this.#db, sql.selectFrom("reject").selectAll().orderBy("id", "desc").limit(limit));
    return rows.map(toReject);
  }
}

function toReject(row: Selectable<Schema["reject"]>): Reject {
  return {
    id: row.id,
    receivedAtMs: row.received_at_ms,
    feed: row.feed,
    line: row.line,
    fault: JSON.parse(row.fault) as Reject["fault"],
    raw: row.raw,
    ...(row.import_id === null ? {} : { importId: row.import_id }),
  };
}
