/** What the import service asks of whatever reads tables; answered in electron/feeds. */
import type { Directory } from "../../shared/domain/directory.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { ColumnFacts } from "../../shared/domain/import-column.ts";
import type { ImportCounts } from "../../shared/domain/import-job.ts";
import type { Mapping } from "../../shared/domain/import-mapping.ts";
import type { FaultValue } from "../../shared/faults.ts";
import type { AppendOutcome } from "../store/store.ts";

/** A row that could not be taken in. */
export interface RejectedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: FaultValue;
  /** JSON of the cells that the mapping uses, by column: nothing else of a bad row goes into the store. */
  readonly raw: string;
  /** Whether it is an event in the log that it does not agree with. */
  readonly contradicts: boolean;
}

/** The counts with a batch in them, and which of its rows were rejected, in the order of their lines. */
export interface Settled {
  readonly counts: ImportCounts;
  readonly rejected: readonly RejectedRow[];
}

export type Settle = (outcomes: readonly AppendOutcome[]) => Settled;

/** How far into a file a batch ends. */
export interface ReadSoFar {
  readonly readBytes: number;
  readonly totalBytes: number;
}

/** Where the events of a table go. */
export interface ImportSink {
  /** Takes note of the names of sites and services before the first event that uses them. */
  addNames(found: Directory): Promise<void>;
  /**
   * Keeps a batch.
   *
   * @param settle to be called once, with what became of each event, in their order
   */
  keep(events: readonly VigieEvent[], soFar: ReadSoFar, settle: Settle): Promise<void>;
}

export interface RunOptions {
  readonly path: string;
  readonly mapping: Mapping;
  /** Counts of an earlier run of the same file: its rows are passed over. */
  readonly from: ImportCounts;
  /** Events that are kept in one go. */
  readonly batchEvents: number;
  readonly sink: ImportSink;
  /** Stops after the batch at hand. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((soFar: ReadSoFar, rows: number) => void) | undefined;
}

/** The first look at a table. */
export interface TableLook {
  readonly kind: "text" | "workbook";
  readonly encoding: string;
  readonly delimiter: "," | ";" | "|" | "tab";
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly facts: readonly ColumnFacts[];
  /** Rows from the start, as cells. */
  readonly rows: readonly (readonly string[])[];
}

export type RowResult =
  | { readonly kind: "events"; readonly events: readonly VigieEvent[] }
  | { readonly kind: "ignored"; readonly rule: string }
  | { readonly kind: "rejected"; readonly fault: FaultValue };

export interface PreviewedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly result: RowResult;
}

export interface ImportReader {
  /** Mappings that come with the console. */
  readonly presets: readonly Mapping[];
  /** @throws Fault `mapping_invalid`, which names the place */
  checkMapping(json: unknown, from: string): Mapping;
  /** Columns that a mapping reads. */
  columnsOf(mapping: Mapping): readonly string[];
  /** @throws Fault `file_unreadable` or `too_large` */
  look(path: string, choice: NonNullable<Mapping["file"]>, rows: number): Promise<TableLook>;
  /**
   * The first rows of a file, and what a mapping makes of them.
   *
   * @throws Fault `file_unreadable`, `too_large` or `mapping_invalid`
   */
  preview(path: string, mapping: Mapping, rows: number): Promise<PreviewedRow[]>;
  /** @throws Fault as `preview`, or of the sink. Resolves to false where it was stopped. */
  run(options: RunOptions): Promise<boolean>;
  /** What a mapping makes of one row, given by its columns, and the names of sites and services in it. */
  readRow(
    mapping: Mapping,
    fields: Readonly<Record<string, string>>,
  ): { readonly result: RowResult; readonly names: Directory | null };
}
