/** Imports a table: rows become events, bad rows go to the reject file, and each is counted. */
import { basename } from "node:path";
import type { VigieEvent } from "../../../shared/domain/event.ts";
import type { FaultValue } from "../../../shared/faults.ts";
import type { Ingest } from "../../services/ingest.ts";
import { addToDirectory, type DirectoryPort } from "./directory-reader.ts";
import { readHeader } from "./header.ts";
import type { Mapping } from "./mapping.ts";
import type { FileRow } from "./plain-rows.ts";
import { createRejectFile, type RejectedRow, type RejectFile } from "./reject-file.ts";
import { compileRowReader, type RowReader, usedColumns } from "./row-reader.ts";
import { readRows } from "./rows.ts";
import { openTextFile } from "./text-file.ts";

/** Events that are appended in one go: enough to make a commit cheap, few enough to stay responsive. */
export const batchEvents = 5_000;

/** Under this name rows without any text are counted; spreadsheets leave them at the end of a table. */
const emptyRows = "empty rows";

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

/** `rows` = `importedRows` + `ignoredRows` + `rejectedRows`, always. */
export interface ImportResult {
  readonly rows: number;
  readonly events: {
    readonly received: number;
    readonly accepted: number;
    readonly duplicates: number;
    /** Those that contradict an event of the same id that is in the log already. */
    readonly rejected: number;
  };
  readonly importedRows: number;
  readonly ignoredRows: number;
  readonly rejectedRows: number;
  /** How many rows each rule ignored. */
  readonly ignored: Readonly<Record<string, number>>;
  /** How many rows each repair changed. */
  readonly repairedRows: Readonly<Record<string, number>>;
  readonly rejectsFile: string | null;
  readonly encoding: string;
  /** False where the import was stopped. */
  readonly complete: boolean;
}

/**
 * Imports a file. Importing it again adds nothing.
 *
 * @throws Fault `file_unreadable` or `mapping_invalid`: nothing was imported; or `store_full` or
 *   `store_unreadable`: what was imported before is kept, and importing again goes on from there
 */
export async function importFile(options: ImportOptions): Promise<ImportResult> {
  const { mapping } = options;
  const text = await openTextFile(options.path, mapping.file?.encoding);
  const header = readHeader(text.sample, usedColumns(mapping), mapping.file?.delimiter, mapping.name);
  const reader = compileRowReader(mapping, header.columns, mapping.name);
  const rejects = createRejectFile(options.rejectsPath, header);
  const batch = new ImportBatch(options, reader, rejects);
  let readBytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of text.chunks()) {
      readBytes += chunk.length;
      yield chunk;
    }
  }

  let complete = true;
  let rejectsFile: string | null = null;
  try {
    for await (const rows of readRows(counted(), header)) {
      for (const row of rows) {
        batch.add(text.hasWrongBytes ? checkBytes(row) : row);
        if (batch.isFull()) await batch.flush();
      }
      options.onProgress?.({ readBytes, totalBytes: text.bytes, rows: batch.counts.rows });
      complete = options.signal?.aborted !== true;
      if (!complete) break;
    }
    await batch.flush();
  } finally {
    rejectsFile = await rejects.close();
  }
  return { ...batch.counts, rejectsFile, encoding: text.encoding, complete };
}

function checkBytes(row: FileRow): FileRow {
  if (row.problem !== null || !row.cells.some((cell) => cell.includes("\ufffd"))) return row;
  return { ...row, problem: "The row has bytes that are not UTF-8, as the rest of the file is." };
}

/** Rows that wait to be appended together, and the counts of all that came. */
class ImportBatch {
  readonly #options: ImportOptions;
  readonly #reader: RowReader;
  readonly #rejectFile: RejectFile;
  readonly #feed: string;
  #rows: { readonly row: FileRow; readonly events: readonly VigieEvent[] }[] = [];
  #events: VigieEvent[] = [];
  #rejected: RejectedRow[] = [];
  readonly counts = {
    rows: 0,
    importedRows: 0,
    ignoredRows: 0,
    rejectedRows: 0,
    events: { received: 0, accepted: 0, duplicates: 0, rejected: 0 },
    ignored: {} as Record<string, number>,
    repairedRows: {} as Record<string, number>,
  };

  constructor(options: ImportOptions, reader: RowReader, rejectFile: RejectFile) {
    this.#options = options;
    this.#reader = reader;
    this.#rejectFile = rejectFile;
    this.#feed = basename(options.path);
  }

  isFull(): boolean {
    return this.#events.length >= batchEvents || this.#rejected.length >= batchEvents;
  }

  add(row: FileRow): void {
    const { counts } = this;
    counts.rows += 1;
    if (row.cells.every((cell) => cell.trim() === "")) {
      this.#ignoreRow(emptyRows);
      return;
    }
    if (row.problem !== null) {
      this.#rejectRow(row, { code: "invalid_input", message: row.problem, data: {} });
      return;
    }
    const outcome = this.#reader.read(row.cells);
    if (outcome.kind === "rejected") {
      this.#rejectRow(row, outcome.fault);
    } else if (outcome.kind === "ignored") {
      this.#ignoreRow(outcome.rule);
    } else {
      for (const name of outcome.repairs) counts.repairedRows[name] = (counts.repairedRows[name] ?? 0) + 1;
      this.#rows.push({ row, events: outcome.events });
      for (const event of outcome.events) this.#events.push(event);
    }
  }

  #ignoreRow(rule: string): void {
    this.counts.ignoredRows += 1;
    this.counts.ignored[rule] = (this.counts.ignored[rule] ?? 0) + 1;
  }

  #rejectRow(row: FileRow, fault: FaultValue): void {
    this.counts.rejectedRows += 1;
    this.#rejected.push({ line: row.line, cells: row.cells, fault });
  }

  /** Appends what waits, then writes down what was rejected. */
  async flush(): Promise<void> {
    const { ingest, directory } = this.#options;
    const unreadable = this.#rejected;
    const rows = this.#rows;
    const events = this.#events;
    this.#rejected = [];
    this.#rows = [];
    this.#events = [];
    const found = this.#reader.directory.take();
    if (found !== null && directory !== undefined) await addToDirectory(directory, found);
    const outcomes = events.length === 0 ? [] : await ingest.append(events, this.#feed);
    let next = 0;
    const contradicting: RejectedRow[] = [];
    for (const { row, events: own } of rows) {
      let fault: FaultValue | null = null;
      for (let index = 0; index < own.length; index += 1) {
        const outcome = outcomes[next];
        next += 1;
        this.counts.events.received += 1;
        if (outcome === undefined) throw new Error("the store gave fewer outcomes than events");
        if (outcome.status === "accepted") this.counts.events.accepted += 1;
        else if (outcome.status === "duplicate") this.counts.events.duplicates += 1;
        else {
          this.counts.events.rejected += 1;
          fault ??= outcome.fault;
        }
      }
      if (fault === null) this.counts.importedRows += 1;
      else {
        this.counts.rejectedRows += 1;
        contradicting.push({ line: row.line, cells: row.cells, fault });
      }
    }
    await this.#rejectFile.write([...unreadable, ...contradicting].sort((a, b) => a.line - b.line));
    // The store lists events that contradict one of its own by itself.
    await ingest.reject(
      unreadable.map(({ line, cells, fault }) => ({
        feed: this.#feed,
        line,
        fault,
        raw: this.#rawOf(cells),
      })),
    );
  }

  /** What the store keeps of a bad row: the columns in use, so that no citizen's name slips in. */
  #rawOf(cells: readonly string[]): string {
    return JSON.stringify(this.#reader.usedCells(cells));
  }
}
