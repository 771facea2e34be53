/** How the connection is set up, once, right after it was opened. */
import type Database from "better-sqlite3";

/** Marks the file as a store of Vigie: "VIGI". */
export const applicationId = 0x56494749;

/** Pages in the write-ahead log before they go into the main file (16 MB). */
const checkpointPages = 4_000;
/** A burst may make the write-ahead log longer; it is cut back to this afterwards. */
const walLimitBytes = 32 * 1024 * 1024;
const cacheKibibytes = 32 * 1024;

/** Durable before fast: a commit returns only when the disk has it. */
export function setPragmas(db: Database.Database): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  db.pragma(`journal_size_limit = ${walLimitBytes}`);
  db.pragma(`cache_size = -${cacheKibibytes}`);
}
