/** Imports a file from the command line: bad rows go to the reject file and to the store's list. */
import { basename } from "node:path";
import { type ImportCounts, noCounts } from "../../../shared/domain/import-job.ts";
import type { Mapping } from "../../../shared/domain/import-mapping.ts";
import { addToDirectory, type DirectoryPort } from "../../services/directory-names.ts";
import type { ImportSink } from "../../services/import-reader.ts";
import type { Ingest } from "../../services/ingest.ts";
import { importRows } from "./import-run.ts";
import { createRejectFile } from "./reject-file.ts";
import { usedColumns } from "./row-reader.ts";
import { openTable } from "./table.ts";

/** Events that are appended in one go: enough to make a commit cheap, few enough to stay responsive. */
export const batchEvents = 5_000;

export interface ImportOptions {
  readonly path: string;
  readonly mapping: Mapping;
  readonly ingest: Pick<Ingest, "append" | "reject">;
  /** Where the names of sites and services go; left out, they are shown by their keys. */
  readonly directory?: DirectoryPort;
  /** Called after each batch. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the import after the batch at hand; what was imported by then is kept. */
  readonly signal?: AbortSignal;
  /** Where the reject file goes if there are rejects. */
  readonly rejectsPath: string;
}

export interface ImportProgress {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface ImportResult extends Omit<ImportCounts, "reasons"> {
  readonly rejectsFile: string | null;
  readonly encoding: string;
  /** False where the import was stopped. */
  readonly complete: boolean;
}

/**
 * Imports a file. Importing it again adds nothing.
 *
 * @throws Fault `file_unreadable`, `too_large` or `mapping_invalid`: nothing was imported; or `store_full`
 *   or `store_unreadable`: what was imported before is kept, and importing again goes on from there
 */
export async function importFile(options: ImportOptions): Promise<ImportResult> {
  const { mapping, ingest, directory } = options;
  const table = await openTable(options.path, mapping.file ?? {}, usedColumns(mapping), mapping.name);
  const rejects = createRejectFile(options.rejectsPath, table);
  const feed = basename(options.path);
  let counts = noCounts;
  const sink: ImportSink = {
    async addNames(found) {
      if (directory !== undefined) await addToDirectory(directory, found);
    },
    async keep(events, _soFar, settle) {
      const settled = settle(events.length === 0 ? [] : await ingest.append(events, feed));
      counts = settled.counts;
      await rejects.write(settled.rejected);
      // The store lists events that contradict one of its own by itself.
      const unreadable = settled.rejected.filter((row) => !row.contradicts);
      await ingest.reject(unreadable.map(({ line, fault, raw }) => ({ feed, line, fault, raw })));
    },
  };
  let complete = true;
  let rejectsFile: string | null = null;
  try {
    complete = await importRows(table, {
      mapping,
      sink,
      from: noCounts,
      batchEvents,
      signal: options.signal,
      onProgress: (soFar, rows) => options.onProgress?.({ ...soFar, rows }),
    });
  } finally {
    rejectsFile = await rejects.close();
  }
  const { reasons: _reasons, ...told } = counts;
  return { ...told, rejectsFile, encoding: table.encoding, complete };
}
