/** Builds large stores fast: the real projector, in large transactions that are not waited for. */
import { existsSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { Changes } from "../../electron/store/sqlite/changes.ts";
import { EventTable } from "../../electron/store/sqlite/event.ts";
import { migrate } from "../../electron/store/sqlite/migrate.ts";
import { migrations } from "../../electron/store/sqlite/migrations/all.ts";
import { Projector } from "../../electron/store/sqlite/projector.ts";
import { RejectTable } from "../../electron/store/sqlite/reject.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import { daysOfEvents } from "./town-hall.ts";

const eventsTogether = 100_000;
const cacheKibibytes = 512 * 1024;
const progressEveryMs = 10_000;

/** Makes a store with so many cases at a path, unless it is there already. */
export async function buildStore(path: string, cases: number): Promise<void> {
  if (existsSync(path)) return;
  const partPath = `${path}.part`;
  rmSync(partPath, { force: true });
  const db = new Database(partPath);
  // What is lost when the power goes is built again.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma(`cache_size = -${cacheKibibytes}`);
  await migrate(db, partPath, migrations);
  const indexes = dropLogIndexes(db);
  fill(db, cases);
  for (const sql of indexes) db.exec(sql);
  db.close();
  renameSync(partPath, path);
}

/** Indexes by which nothing is looked up while cases are new; made at the end, each in one go. */
function dropLogIndexes(db: Database.Database): string[] {
  const found = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema
     WHERE type = 'index' AND tbl_name = 'event' AND name <> 'event_identity' AND sql IS NOT NULL`,
  );
  return found.all().map(({ name, sql }) => {
    db.exec(`DROP INDEX ${name}`);
    return sql;
  });
}

function fill(db: Database.Database, cases: number): void {
  const events = new EventTable(db, new RejectTable(db));
  const projector = new Projector(db, events);
  const write = db.transaction((batch: readonly VigieEvent[]) => {
    const changes = new Changes(false);
    const receivedAtMs = Date.now();
    const fresh: VigieEvent[] = [];
    events.append(batch, { feed: "bench", receivedAtMs, fresh, changes });
    projector.project(fresh, receivedAtMs, changes);
  });
  const startedAtMs = performance.now();
  let toldAtMs = startedAtMs;
  let written = 0;
  let batch: VigieEvent[] = [];
  for (const day of daysOfEvents(cases)) {
    for (const event of day) batch.push(event);
    if (batch.length < eventsTogether) continue;
    write(batch);
    written += batch.length;
    batch = [];
    if (performance.now() < toldAtMs + progressEveryMs) continue;
    toldAtMs = performance.now();
    console.error(`  ${written} events, ${Math.round(written / (toldAtMs - startedAtMs))}000 a second`);
  }
  write(batch);
}
