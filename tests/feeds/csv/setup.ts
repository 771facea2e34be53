/** A real store in a folder of its own, and imports into it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ImportOptions,
  type ImportResult,
  importFile,
} from "../../../electron/feeds/csv/import-file.ts";
import { readMapping } from "../../../electron/feeds/csv/mapping.ts";
import { createClock } from "../../../electron/services/clock.ts";
import { createIngest } from "../../../electron/services/ingest.ts";
import { openStore } from "../../../electron/store/open.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { Mapping } from "../../../shared/domain/import-mapping.ts";

export interface Bench {
  readonly folder: string;
  readonly store: Store;
  /** Writes a file into the folder; gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  import(path: string, mapping: unknown, more?: Partial<ImportOptions>): Promise<ImportResult>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-import-"));
  const store = await openStore(join(folder, "store", "vigie.db"));
  const ingest = createIngest(store, createClock());
  return {
    folder,
    store,
    async file(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    import: (path, mapping, more) =>
      importFile({
        path,
        mapping: readMapping(mapping, "test mapping"),
        ingest,
        directory: store,
        rejectsPath: join(folder, "rejects.csv"),
        ...more,
      }),
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A small mapping: one ticket per row, with name, times without date, and a test ticket to ignore. */
export const ticketMapping: Mapping = {
  name: "tickets",
  source: "urn:test:tickets",
  timeZone: "Europe/Paris",
  site: "mairie",
  siteName: "Mairie",
  service: "{service}",
  serviceName: "Service {service}",
  channel: "counter",
  subject: "{ticket}",
  ignore: [{ name: "tests", where: { column: "service", is: "TEST" } }],
  times: {
    arrival: { text: "{date} {arrival}", format: ["YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD HH:mm"] },
    end: { text: "{end}", format: "HH:mm", near: "arrival" },
  },
  events: [
    { type: "case.arrived", at: "arrival", data: { ticket: "{ticket}" } },
    { type: "case.completed", at: "end", where: { time: "end", known: true } },
  ],
};

export const ticketHeader = ["ticket", "service", "date", "arrival", "end", "note"];

/** Rows as text, quoted where needed. */
export function csv(rows: readonly (readonly string[])[], delimiter = ",", lineEnd = "\r\n"): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join("");
}

/** The path of a shared data file, or undefined where there is none. */
export function sharedData(path: string): string | undefined {
  const full = fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
  return existsSync(full) ? full : undefined;
}

export function samplePath(name: string): string {
  return fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));
}
