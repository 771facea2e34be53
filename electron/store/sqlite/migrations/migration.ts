import type Database from "better-sqlite3";

/** One step from the schema before to this one. Steps only go forward and are never edited. */
export interface Migration {
  /** The schema that the step leads to: 1, 2, 3 … without gaps. */
  readonly version: number;
  /** Runs inside a transaction of its own. */
  up(db: Database.Database): void;
}
