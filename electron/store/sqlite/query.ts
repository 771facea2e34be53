/** Typed queries for the cold paths: kysely writes the SQL, the connection runs it at once. */
import type Database from "better-sqlite3";
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "./schema.ts";

/** Builds queries; it has no connection of its own, so that they also run inside a transaction. */
export const sql = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** All rows of a query. */
export function all<Row>(db: Database.Database, query: Compilable<Row>): Row[] {
  const { sql: text, parameters } = query.compile();
  return db.prepare<unknown[], Row>(text).all(...parameters);
}

/** The first row of a query. */
export function first<Row>(db: Database.Database, query: Compilable<Row>): Row | undefined {
  const { sql: text, parameters } = query.compile();
  return db.prepare<unknown[], Row>(text).get(...parameters);
}

/** Runs a statement that gives no rows; returns how many rows it changed. */
export function run(db: Database.Database, query: Compilable): number {
  const { sql: text, parameters } = query.compile();
  return db.prepare<unknown[]>(text).run(...parameters).changes;
}
