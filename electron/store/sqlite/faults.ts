/** Turns what SQLite reports into faults that say what was kept and what to do next. */
import Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";

/** Whether SQLite says that the file itself is damaged. */
export function isDamage(error: unknown): boolean {
  return hasCode(error, "SQLITE_CORRUPT") || hasCode(error, "SQLITE_NOTADB");
}

/** Whether another connection holds the lock that was wanted. */
export function isBusy(error: unknown): boolean {
  return hasCode(error, "SQLITE_BUSY");
}

/** The fault for a storage error; any other error comes back unchanged. */
export function asStoreFault(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError) && !isFileError(error)) return error;
  const data = { path, detail: error.code };
  if (hasCode(error, "SQLITE_FULL") || error.code === "ENOSPC" || error.code === "EDQUOT") {
    return new Fault(
      "store_full",
      `The disk of ${path} is full. Nothing of this call was kept, everything earlier is; free some space and send it again.`,
      data,
    );
  }
  if (isDamage(error)) {
    return new Fault(
      "store_damaged",
      `The store ${path} is damaged (${error.message}). Nothing was changed; stop the console, keep the file and restore a backup.`,
      data,
    );
  }
  if (isBusy(error)) {
    return new Fault(
      "store_unreadable",
      `Another program holds the store ${path}. Nothing of this call was kept; close that program and try again.`,
      data,
    );
  }
  if (isFileError(error) || unreadable.some((code) => hasCode(error, code))) {
    return new Fault(
      "store_unreadable",
      `${path} can't be read or written (${error.message}). Nothing of this call was kept; check the disk and the rights on the file, then try again.`,
      data,
    );
  }
  return error;
}

const unreadable = ["SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"];

/** Whether Node says that a system call on a file failed. */
function isFileError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

/** Extended codes such as `SQLITE_IOERR_FSYNC` begin with their primary code. */
function hasCode(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && (error.code === code || error.code.startsWith(`${code}_`));
}
