/** Small values of the console's own. */
import type Database from "better-sqlite3";
import { first, run, sql } from "./query.ts";

export class LabelTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  read(name: string): string | undefined {
    return first(this.#db, sql.selectFrom("label").select("value").where("name", "=", name))?.value;
  }

  put(name: string, value: string): void {
    run(
      this.#db,
      sql
        .insertInto("label")
        .values({ name, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value })),
    );
  }

  remove(name: string): void {
    run(this.#db, sql.deleteFrom("label").where("name", "=", name));
  }
}
