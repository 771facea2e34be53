/** Looks at a file before it is opened for writing, and sets it aside where it is damaged. */
import { closeSync, existsSync, openSync, readdirSync, readSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";
import { problemsOf } from "./copy.ts";
import { isDamage } from "./faults.ts";
import { refuseNewer } from "./migrate.ts";
import { applicationId } from "./pragmas.ts";

const companions = ["", "-wal", "-shm"];

/**
 * A larger file is not read through at each start: with years of history that would take minutes. Its
 * log and what is made of it tell of damage where they are read, and `vigie check` looks at everything.
 */
const wholeUpToBytes = 64 * 1024 * 1024;
const grownWithTheLog = [
  "event",
  "case_state",
  "leg",
  "observation",
  "interval_figure",
  "day_figure",
  "week_figure",
  "month_figure",
];

/**
 * Makes sure that a path is free for a new store, or holds one that is whole and of a known schema.
 *
 * @throws Fault `store_damaged`, naming where the file was put; `store_newer`; `store_unreadable`
 *   for a file that is no store
 * @param wholeBytes up to this size everything in the file is looked at
 */
export function inspectFile(path: string, knownSchema: number, wholeBytes = wholeUpToBytes): void {
  if (sizeOf(path) === 0) {
    refuseToReplaceLostStore(path);
    return;
  }
  if (!looksLikeStore(path)) throw noStore(path);
  const problem = findProblem(path, knownSchema, sizeOf(path) <= wholeBytes);
  if (problem !== null) throw setAside(path, problem);
}

function findProblem(path: string, knownSchema: number, isWhole: boolean): string | null {
  // Opened for reading only, so that closing it does not change a file that is evidence.
  const db = new Database(path, { readonly: true });
  try {
    if (isForeign(db)) throw noStore(path);
    refuseNewer(db, path, knownSchema);
    return (isWhole ? problemsOf(db, "quick_check") : problemsInEntered(db))[0] ?? null;
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return error.message;
    throw error;
  } finally {
    db.close();
  }
}

/** Looks through what people entered, and whatever else does not grow with the log. */
function problemsInEntered(db: Database.Database): string[] {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return tables
    .filter((table) => !grownWithTheLog.includes(table) && !table.startsWith("note_text"))
    .flatMap((table) => problemsOf(db, `quick_check(${table})`));
}

/** Whether another program made this database. One without any table may have been about to become a store. */
function isForeign(db: Database.Database): boolean {
  if (db.pragma("application_id", { simple: true }) === applicationId) return false;
  return db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() !== undefined;
}

function noStore(path: string): Fault {
  return new Fault(
    "store_unreadable",
    `${path} is not a store of Vigie. It was left as it is; choose another file.`,
    { path },
  );
}

function setAside(path: string, problem: string): Fault {
  const stamp = new Date().toISOString().replace(/[-:]/g, "").slice(0, 15);
  const asidePath = `${path}.damaged-${stamp}`;
  for (const suffix of companions) {
    if (existsSync(path + suffix)) renameSync(path + suffix, asidePath + suffix);
  }
  return new Fault(
    "store_damaged",
    `The store ${path} is damaged (${problem}). It was set aside whole as ${asidePath}; copy a backup to ${path} to go on, or move the damaged file away to start anew.`,
    { path, setAside: asidePath, detail: problem },
  );
}

/** A missing store is only made anew where none was ever there, or somebody cleared it away. */
function refuseToReplaceLostStore(path: string): void {
  const folder = dirname(path);
  const aside = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.damaged-`) && !/-(?:wal|shm)$/.test(name))
    .sort()
    .at(-1);
  if (aside !== undefined) {
    throw new Fault(
      "store_damaged",
      `The store ${path} was damaged and set aside as ${join(folder, aside)}. Nothing was made in its place; copy a backup to ${path} to go on, or move the damaged file away to start anew.`,
      { path, setAside: join(folder, aside) },
    );
  }
  if (sizeOf(`${path}-wal`) > 0) {
    throw new Fault(
      "store_damaged",
      `The store ${path} is gone or empty, but its write-ahead log ${path}-wal is there. Nothing was changed; put the file or a backup back, or move the log away to start anew.`,
      { path, setAside: null },
    );
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

const magic = "SQLite format 3\0";
const applicationIdOffset = 68;

/** Either mark is enough, so that a damaged header does not make a store somebody else's file. */
function looksLikeStore(path: string): boolean {
  const header = Buffer.alloc(100);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  const id = header.readUInt32BE(applicationIdOffset);
  return id === applicationId || (header.toString("latin1", 0, magic.length) === magic && id === 0);
}
