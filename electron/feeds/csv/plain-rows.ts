/** Rows of a table, or of that part of it, in which no cell is quoted: every sign means itself. */
import { cellCountFault } from "../../../shared/domain/row-problem.ts";
import type { FaultValue } from "../../../shared/faults.ts";
import type { Header } from "./header.ts";

/** Bytes after which a row, or a quoted cell, is taken for a quote gone wrong. */
export const longestRow = 1024 * 1024;

export interface FileRow {
  /** The line in the file where the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row can't be used; null where it has as many cells as the header. */
  readonly problem: FaultValue | null;
}

/** A row of the file; null for a blank line. */
export function rowOf(line: number, cells: readonly string[], header: Header): FileRow | null {
  const expected = header.columns.length;
  if (cells.length === expected)
    return expected === 1 && isBlank(cells) ? null : { line, cells, problem: null };
  if (cells.length === 1 && isBlank(cells)) return null;
  return { line, cells, problem: cellCountFault(cells.length, expected) };
}

function isBlank(cells: readonly string[]): boolean {
  return cells[0]?.trim() === "";
}

export interface PlainReader {
  /** Lines that were taken as rows so far, header and blank lines included. */
  readonly lines: number;
  /** Whether the header has not come yet. */
  readonly atHeader: boolean;
  /**
   * The rows that end in a chunk; null where it has a quote, or a line is too long to be one. Then
   * nothing was taken, and `rest` and the chunk are for another reader.
   */
  take(chunk: Buffer): FileRow[] | null;
  /** The last row, where the file does not end with a line end. */
  finish(): FileRow[];
  /** Bytes of a line whose end has not come yet. */
  rest(): Buffer;
}

const quote = '"'.charCodeAt(0);

/** Reads plain rows: an order of magnitude faster than reading signs one by one. */
export function createPlainReader(header: Header): PlainReader {
  const lineEnd = header.lineEnds.at(-1) ?? "\n";
  const endsInTwo = header.lineEnds.length > 1;
  let carried: Buffer = Buffer.alloc(0);
  let lines = 0;

  function rowsOf(text: string): FileRow[] {
    const rows: FileRow[] = [];
    for (const raw of text.split(lineEnd)) {
      lines += 1;
      const line = endsInTwo && raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      const row = rowOf(lines, line.split(header.delimiter), header);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  let atHeader = true;
  function belowHeader(rows: FileRow[]): FileRow[] {
    if (!atHeader || rows.length === 0) return rows;
    atHeader = false;
    return rows.slice(1);
  }

  return {
    get lines() {
      return lines;
    },
    get atHeader() {
      return atHeader;
    },
    take(chunk) {
      if (chunk.includes(quote)) return null;
      const end = chunk.lastIndexOf(lineEnd);
      if (end < 0 && carried.length + chunk.length > longestRow) return null;
      const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      const wholeLines = end < 0 ? -1 : bytes.length - chunk.length + end;
      carried = bytes.subarray(wholeLines + 1);
      return wholeLines < 0 ? [] : belowHeader(rowsOf(bytes.toString("utf8", 0, wholeLines)));
    },
    finish: () => (carried.length === 0 ? [] : belowHeader(rowsOf(carried.toString("utf8")))),
    rest: () => carried,
  };
}
