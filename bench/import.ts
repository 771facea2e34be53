/**
 * Import speed: events per second of a whole import (reading, mapping, log and projections, on disk
 * when it is acknowledged) ÷ raw inserts of the same event rows, ready made, into the same table
 * with the same pragmas and the same number of events per transaction. Both in turns in one run.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { batchEvents, importFile } from "../electron/feeds/csv/import-file.ts";
import { findPreset } from "../electron/feeds/csv/presets/presets.ts";
import { createClock } from "../electron/services/clock.ts";
import { createIngest } from "../electron/services/ingest.ts";
import { openStore } from "../electron/store/open.ts";
import { insertEventSql } from "../electron/store/sqlite/event.ts";
import { eventTableSql } from "../electron/store/sqlite/migrations/0001-initial.ts";
import { setPragmas } from "../electron/store/sqlite/pragmas.ts";
import type { VigieEvent } from "../shared/domain/event.ts";
import type { BenchResult } from "./run.ts";

const rounds = 7;
const gate = 0.4;

type EventRow = [string, string, string, string, string, number, string, number];

interface Input {
  readonly name: string;
  readonly path: string;
  readonly preset: string;
}

function chooseInput(): Input {
  const calls = {
    name: "bank calls",
    path: fileURLToPath(
      new URL("../../shared/data/bank-calls-1999/calls-1999-02-01-to-14.tsv", import.meta.url),
    ),
    preset: "bank-calls-1999",
  };
  if (existsSync(calls.path)) return calls;
  const path = fileURLToPath(new URL("../samples/warsaw-office.csv", import.meta.url));
  return { name: "sample (no shared data)", path, preset: "warsaw-offices" };
}

export async function bench(): Promise<BenchResult> {
  const input = chooseInput();
  const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
  try {
    const rows = await readEventRows(input, folder);
    const results: { imported: Spent; raw: Spent }[] = [];
    // The first round warms both up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      const raw = await insertRaw(join(folder, `raw-${round}.db`), rows);
      const imported = await importOnce(input, join(folder, `import-${round}.db`), rows.length);
      if (round > 0) results.push({ imported, raw });
    }
    return { name: "import", lines: report(input, rows.length, results) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What one pass took, in milliseconds. */
interface Spent {
  readonly wallMs: number;
  /** Of the process on all cores: hardly disturbed by what else the machine does, but blind to the disk. */
  readonly cpuMs: number;
}

async function spent(act: () => void | Promise<void>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  await act();
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** The event rows that the import of the input writes. */
async function readEventRows(input: Input, folder: string): Promise<EventRow[]> {
  const rows: EventRow[] = [];
  const receivedAtMs = Date.now();
  const take = async (events: readonly VigieEvent[]) => {
    for (const { source, id, type, subject, time, atMs, data } of events) {
      rows.push([source, id, type, subject, time, atMs, JSON.stringify(data), receivedAtMs]);
    }
    return events.map(() => ({ status: "accepted" }) as const);
  };
  await importFile({
    path: input.path,
    mapping: findPreset(input.preset),
    ingest: { append: take, reject: async () => undefined },
    rejectsPath: join(folder, "rejects.csv"),
  });
  return rows;
}

async function insertRaw(path: string, rows: readonly EventRow[]): Promise<Spent> {
  const db = new Database(path);
  setPragmas(db);
  db.exec(eventTableSql);
  const insert = db.prepare<EventRow>(insertEventSql);
  const insertAll = db.transaction((part: readonly EventRow[]) => {
    for (const row of part) insert.run(...row);
  });
  const result = await spent(() => {
    for (let start = 0; start < rows.length; start += batchEvents) {
      insertAll(rows.slice(start, start + batchEvents));
    }
  });
  db.close();
  return result;
}

async function importOnce(input: Input, path: string, events: number): Promise<Spent> {
  const store = await openStore(path);
  try {
    return await spent(async () => {
      const result = await importFile({
        path: input.path,
        mapping: findPreset(input.preset),
        ingest: createIngest(store, createClock()),
        directory: store,
        rejectsPath: `${path}.rejects.csv`,
      });
      if (result.events.accepted !== events) throw new Error("the import left events out");
    });
  } finally {
    await store.close();
  }
}

function report(
  input: Input,
  events: number,
  results: readonly { readonly imported: Spent; readonly raw: Spent }[],
): string[] {
  const perSecond = (of: (result: (typeof results)[number]) => Spent) =>
    `${Math.round((1000 * events) / median(results.map((result) => of(result).wallMs))).toLocaleString("en")} events/s`;
  const ratios = results.map(({ imported, raw }) => raw.wallMs / imported.wallMs);
  const cpuRatios = results.map(({ imported, raw }) => raw.cpuMs / imported.cpuMs);
  return [
    `${input.name}: ${events} events, ${batchEvents} per transaction, ${results.length} rounds`,
    `import       ${perSecond(({ imported }) => imported)}`,
    `raw inserts  ${perSecond(({ raw }) => raw)}`,
    `ratios       ${ratios.map((ratio) => ratio.toFixed(2)).join(" ")}`,
    `ratio of import to raw inserts, median: ${median(ratios).toFixed(2)} (gate: at least ${gate.toFixed(2)})`,
    `the same by processor time: ${median(cpuRatios).toFixed(2)}`,
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
