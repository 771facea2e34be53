/** Consistent copies of a store that goes on being written, verified before they get their name. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";

/**
 * Copies a store. The copy is one file, on disk and checked when the promise resolves; until then
 * a file that had the name before stays as it was.
 *
 * @throws Fault `store_damaged` where the copy does not pass the check; `invalid_input` where the
 *   copy would take the place of the store
 */
export async function copyVerified(db: Database.Database, toPath: string): Promise<{ bytes: number }> {
  if (isSameFile(db.name, toPath)) {
    throw new Fault(
      "invalid_input",
      `${toPath} is the store itself. Nothing was written; name another file.`,
      {
        path: toPath,
      },
    );
  }
  mkdirSync(dirname(toPath), { recursive: true });
  const partPath = `${toPath}.part`;
  rmSync(partPath, { force: true });
  try {
    // Made first, so that nobody else may read the notes in it even while it grows.
    closeSync(openSync(partPath, "w", readableByOwnerOnly));
    await db.backup(partPath);
    verify(partPath);
    syncFile(partPath);
    renameSync(partPath, toPath);
    syncFile(dirname(toPath));
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(partPath + suffix, { force: true });
  }
  return { bytes: statSync(toPath).size };
}

const readableByOwnerOnly = 0o600;

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function verify(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    // Without a write-ahead log the copy is one file that can be carried away.
    copy.pragma("journal_mode = DELETE");
    const problems = problemsOf(copy, "integrity_check");
    if (problems.length > 0) {
      throw new Fault(
        "store_damaged",
        `The copy did not pass its check (${problems[0]}), so it was thrown away. Run a check on the store.`,
        { path, detail: problems[0] ?? null },
      );
    }
  } finally {
    copy.close();
  }
}

/** What a check of the file, or of the one table that it names, finds; nothing where it is sound. */
export function problemsOf(
  db: Database.Database,
  check: `${"integrity" | "quick"}_check${string}`,
): string[] {
  const found = db.prepare<[], string>(`PRAGMA ${check}`).pluck().all();
  return found.filter((line) => line !== "ok");
}

function syncFile(path: string): void {
  // Windows can't open a folder; there the rename itself is durable.
  if (process.platform === "win32" && statSync(path).isDirectory()) return;
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
