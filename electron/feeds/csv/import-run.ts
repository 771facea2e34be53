/** Runs through a table: rows become events, bad rows rejects, and each row is counted once. */
import type { VigieEvent } from "../../../shared/domain/event.ts";
import { type ImportCounts, type RejectReason, withReason } from "../../../shared/domain/import-job.ts";
import type { FaultValue } from "../../../shared/faults.ts";
import type { ImportSink, RejectedRow, RunOptions, Settle, Settled } from "../../services/import-reader.ts";
import type { FileRow } from "./plain-rows.ts";
import { compileRowReader, type RowReader } from "./row-reader.ts";
import type { TableFile } from "./table.ts";

/** Under this name rows without any text are counted; spreadsheets leave them at the end of a table. */
const emptyRows = "empty rows";

/**
 * Takes a table in.
 *
 * @returns false where it was stopped
 * @throws Fault of the sink: what it kept before stays, and a run from the counts at hand goes on there
 */
export async function importRows(table: TableFile, options: Omit<RunOptions, "path">): Promise<boolean> {
  const { mapping, sink, signal } = options;
  const reader = compileRowReader(mapping, table.columns, mapping.name);
  const batch = new Batch(reader, sink, options.from);
  const { totalBytes } = table;
  let toPass = options.from.rows;
  let readBytes = 0;
  for await (const chunk of table.chunks()) {
    readBytes = chunk.readBytes;
    for (const row of chunk.rows) {
      if (toPass > 0) {
        toPass -= 1;
        continue;
      }
      batch.add(row);
      if (!batch.isFull(options.batchEvents)) continue;
      await batch.flush({ readBytes, totalBytes });
      if (signal?.aborted === true) return false;
    }
    options.onProgress?.({ readBytes, totalBytes }, batch.rows);
    if (signal?.aborted === true) {
      await batch.flush({ readBytes, totalBytes });
      return false;
    }
  }
  await batch.flush({ readBytes: totalBytes, totalBytes });
  return true;
}

/** Rows that wait to be kept together, and the counts of all that came. */
class Batch {
  readonly #reader: RowReader;
  readonly #sink: ImportSink;
  #settled: ImportCounts;
  #rows: { readonly row: FileRow; readonly events: readonly VigieEvent[] }[] = [];
  #events: VigieEvent[] = [];
  #unreadable: RejectedRow[] = [];
  #ignored: string[] = [];
  #repairs: string[] = [];

  constructor(reader: RowReader, sink: ImportSink, from: ImportCounts) {
    this.#reader = reader;
    this.#sink = sink;
    this.#settled = from;
  }

  /** Rows so far, those that wait included. */
  get rows(): number {
    return this.#settled.rows + this.#rows.length + this.#unreadable.length + this.#ignored.length;
  }

  isFull(mostEvents: number): boolean {
    return this.#events.length >= mostEvents || this.#unreadable.length >= mostEvents;
  }

  add(row: FileRow): void {
    if (row.cells.every((cell) => cell.trim() === "")) {
      this.#ignored.push(emptyRows);
      return;
    }
    if (row.problem !== null) {
      this.#reject(row, row.problem);
      return;
    }
    const outcome = this.#reader.read(row.cells);
    if (outcome.kind === "rejected") this.#reject(row, outcome.fault);
    else if (outcome.kind === "ignored") this.#ignored.push(outcome.rule);
    else {
      this.#repairs.push(...outcome.repairs);
      this.#rows.push({ row, events: outcome.events });
      for (const event of outcome.events) this.#events.push(event);
    }
  }

  #reject({ line, cells }: FileRow, fault: FaultValue): void {
    this.#unreadable.push({ line, cells, fault, raw: this.#rawOf(cells), contradicts: false });
  }

  #rawOf(cells: readonly string[]): string {
    return JSON.stringify(this.#reader.usedCells(cells));
  }

  async flush(soFar: { readonly readBytes: number; readonly totalBytes: number }): Promise<void> {
    const found = this.#reader.directory.take();
    if (found !== null) await this.#sink.addNames(found);
    const settle = this.#settling();
    const events = this.#events;
    this.#rows = [];
    this.#events = [];
    this.#unreadable = [];
    this.#ignored = [];
    this.#repairs = [];
    let settled: Settled | null = null;
    await this.#sink.keep(events, soFar, (outcomes) => {
      settled = settle(outcomes);
      return settled;
    });
    if (settled === null) throw new Error("a batch was kept without being settled");
    this.#settled = (settled as Settled).counts;
  }

  /** What the batch at hand comes to, once it is known what became of its events. */
  #settling(): Settle {
    const before = this.#settled;
    const rows = this.#rows;
    const unreadable = this.#unreadable;
    const ignored = this.#ignored;
    const repairs = this.#repairs;
    return (outcomes) => {
      const events = { ...before.events };
      const contradicting: RejectedRow[] = [];
      let next = 0;
      for (const { row, events: own } of rows) {
        let fault: FaultValue | null = null;
        for (let index = 0; index < own.length; index += 1) {
          const outcome = outcomes[next];
          next += 1;
          events.received += 1;
          if (outcome === undefined) throw new Error("there are fewer outcomes than events");
          if (outcome.status === "accepted") events.accepted += 1;
          else if (outcome.status === "duplicate") events.duplicates += 1;
          else {
            events.rejected += 1;
            fault ??= outcome.fault;
          }
        }
        if (fault === null) continue;
        const { line, cells } = row;
        contradicting.push({ line, cells, fault, raw: this.#rawOf(cells), contradicts: true });
      }
      const rejected = [...unreadable, ...contradicting].sort((a, b) => a.line - b.line);
      let reasons: readonly RejectReason[] = before.reasons;
      for (const row of rejected) reasons = withReason(reasons, { line: row.line, fault: row.fault });
      return {
        rejected,
        counts: {
          rows: before.rows + rows.length + unreadable.length + ignored.length,
          importedRows: before.importedRows + rows.length - contradicting.length,
          ignoredRows: before.ignoredRows + ignored.length,
          rejectedRows: before.rejectedRows + rejected.length,
          events,
          ignored: tally(before.ignored, ignored),
          repairedRows: tally(before.repairedRows, repairs),
          reasons: [...reasons],
        },
      };
    };
  }
}

function tally(before: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> {
  const counts = { ...before };
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
