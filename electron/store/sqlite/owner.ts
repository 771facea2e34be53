/**
 * One owner process per store, across hosts.
 *
 * Beside the store lies `<store>.lock`, a tiny SQLite file that says who owns it. The owner keeps a
 * write lock of the operating system on it for as long as it lives, so the lock of a killed process
 * is gone with the process: no stale lock, and no guessing from process ids that were used again.
 */
import Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";
import { isBusy } from "./faults.ts";

export interface Ownership {
  release(): void;
}

interface OwnerRow {
  readonly pid: number;
  readonly since: string;
}

/** Where the lock of a store is. */
export function lockPathOf(path: string): string {
  return `${path}.lock`;
}

/**
 * Makes this process the owner of a store.
 *
 * @throws Fault `store_owned`, with the owner's `pid`
 */
export function takeOwnership(path: string): Ownership {
  const lock = new Database(lockPathOf(path), { timeout: 0 });
  try {
    lock.exec("BEGIN IMMEDIATE");
    lock.exec(`
      CREATE TABLE IF NOT EXISTS owner (pid INTEGER NOT NULL, since TEXT NOT NULL) STRICT;
      DELETE FROM owner;
    `);
    lock.prepare("INSERT INTO owner VALUES (?, ?)").run(process.pid, processStart());
    // The name must be committed to be readable by others; whoever slips in between simply owns it.
    lock.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    const owner = isBusy(error) ? readOwner(lock) : undefined;
    lock.close();
    if (!isBusy(error)) throw error;
    throw new Fault(
      "store_owned",
      `The store ${path} is in use by process ${owner?.pid ?? "unknown"}${
        owner === undefined ? "" : `, started ${owner.since}`
      }. Nothing was changed; use that console, or stop it first.`,
      { path, pid: owner?.pid ?? null },
    );
  }
  return {
    release() {
      lock.close();
    },
  };
}

function readOwner(lock: Database.Database): OwnerRow | undefined {
  // The owner writes its name in a blink; waiting that long is enough.
  lock.pragma("busy_timeout = 1000");
  try {
    return lock.prepare<[], OwnerRow>("SELECT pid, since FROM owner").get();
  } catch (error) {
    if (isBusy(error) || (error instanceof Database.SqliteError && error.code === "SQLITE_ERROR")) {
      return undefined;
    }
    throw error;
  }
}

function processStart(): string {
  return new Date(performance.timeOrigin).toISOString();
}
