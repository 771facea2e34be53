/** Opens an SQLite store: one owner, an undamaged file, a known schema, then the port. */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import type { Store } from "../store.ts";
import { inspectFile } from "./damage.ts";
import { Engine } from "./engine.ts";
import { asStoreFault } from "./faults.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { takeOwnership } from "./owner.ts";
import { setPragmas } from "./pragmas.ts";
import { createSqliteStore } from "./store.ts";

/** How long a write waits for a tool that looks into the file. */
const busyWaitMs = 5_000;
const readableByOwnerOnly = 0o600;

/** As `openStore`. */
export async function openSqliteStore(requestedPath: string): Promise<Store> {
  const path = resolve(requestedPath);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const ownership = takeOwnership(path);
    try {
      return createSqliteStore(new Engine(await openFile(path), path), ownership);
    } catch (error) {
      ownership.release();
      throw error;
    }
  } catch (error) {
    throw asStoreFault(error, path);
  }
}

async function openFile(path: string): Promise<Database.Database> {
  inspectFile(path, migrations.length);
  closeSync(openSync(path, "a", readableByOwnerOnly));
  const db = new Database(path, { timeout: busyWaitMs });
  try {
    setPragmas(db);
    await migrate(db, path, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
