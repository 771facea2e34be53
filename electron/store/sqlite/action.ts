/** What people did on the floor, one row per action. */
import type Database from "better-sqlite3";
import type { EventOf } from "../../../shared/domain/event.ts";
import { type TakenAction, toTakenAction } from "../../../shared/domain/taken-action.ts";
import type { Changes } from "./changes.ts";

/** Entries of the history that are read at once. */
const mostAtOnce = 500;

export class ActionTable {
  readonly #put: Database.Statement<[string, number, string, string]>;
  readonly #between: Database.Statement<[number, number, string | null, string | null], string>;

  constructor(db: Database.Database) {
    this.#put = db.prepare("INSERT OR REPLACE INTO action VALUES (?, ?, ?, ?)");
    this.#between = db
      .prepare<[number, number, string | null, string | null], string>(
        `SELECT record FROM action WHERE at_ms >= ? AND at_ms < ? AND (? IS NULL OR site_id = ?)
         ORDER BY at_ms DESC, id LIMIT ${mostAtOnce}`,
      )
      .pluck();
  }

  project(event: EventOf<"action.taken">, changes: Changes): void {
    const action = toTakenAction(event);
    this.#put.run(action.id, action.atMs, action.siteId, JSON.stringify(action));
    changes.actions = true;
  }

  /** Newest first, at most 500. */
  between(fromMs: number, toMs: number, siteId: string | null): TakenAction[] {
    return this.#between.all(fromMs, toMs, siteId, siteId).map((record) => JSON.parse(record) as TakenAction);
  }
}
