/** Calls for backup, each the fold of its own events. */
import type Database from "better-sqlite3";
import { type BackupCall, foldBackupCall, isBackupOpen } from "../../../shared/domain/backup.ts";
import type { Changes } from "./changes.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { EventTable } from "./event.ts";

export class BackupTable {
  readonly #events: EventTable;
  readonly #directory: DirectoryIndex;
  readonly #put: Database.Statement<[string, number, number, string]>;
  readonly #get: Database.Statement<[string], string>;
  readonly #since: Database.Statement<[number], string>;

  constructor(db: Database.Database, events: EventTable, directory: DirectoryIndex) {
    this.#events = events;
    this.#directory = directory;
    this.#put = db.prepare("INSERT OR REPLACE INTO backup_call VALUES (?, ?, ?, ?)");
    this.#get = db.prepare<[string], string>("SELECT record FROM backup_call WHERE id = ?").pluck();
    this.#since = db
      .prepare<[number], string>(
        "SELECT record FROM backup_call WHERE requested_at_ms >= ? OR open = 1 ORDER BY requested_at_ms, id",
      )
      .pluck();
  }

  /** Folds the call again from its events, which are in the log already. */
  project(id: string, changes: Changes): void {
    const events = this.#events.ofSubject(id).filter((event) => event.type.startsWith("backup."));
    for (const event of events) {
      if (event.type !== "backup.requested") continue;
      this.#directory.seeSite(event.data.site, changes);
      this.#directory.seeService(event.data.service, "", changes);
    }
    const call = foldBackupCall(events);
    if (call === undefined) return;
    this.#put.run(id, call.requestedAtMs, isBackupOpen(call.state) ? 1 : 0, JSON.stringify(call));
    if (changes.wanted) changes.backupCalls.set(id, call);
  }

  read(id: string): BackupCall | undefined {
    const record = this.#get.get(id);
    return record === undefined ? undefined : (JSON.parse(record) as BackupCall);
  }

  /** Calls requested at or after an instant, and all that are still open. */
  since(sinceMs: number): BackupCall[] {
    return this.#since.all(sinceMs).map((record) => JSON.parse(record) as BackupCall);
  }
}
