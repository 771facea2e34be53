/**
 * Rows of a table that may have quoted cells.
 *
 * One wrong quote must not swallow the rest of a file: where a quoted cell does not end, or ends
 * rows later, the line it began in is given as a bad row, and reading goes on with the next line.
 */
import { type CsvError, Parser } from "csv-parse";
import { rowFault } from "../../../shared/domain/row-problem.ts";
import type { Header } from "./header.ts";
import { type FileRow, longestRow, rowOf } from "./plain-rows.ts";

/** How much of a line that can't be read is kept. */
const keptCharacters = 10_000;

const neverClosed = "A quote opens in this line and is not closed in it or before the next row.";

/** Where in the file reading begins. */
export interface Start {
  /** Lines before it. */
  readonly lines: number;
  /** Whether the header is the first row to come. */
  readonly atHeader: boolean;
}

/**
 * Gives the rows below the header, as they come; blank lines are no rows.
 *
 * @param first bytes that come before those of `chunks`
 */
export async function* readQuotedRows(
  first: Buffer,
  chunks: AsyncGenerator<Buffer>,
  header: Header,
  start: Start,
): AsyncGenerator<FileRow[]> {
  let carried: Buffer | undefined = first;
  let parser = new RowParser(header, start);
  for (;;) {
    const chunk = carried ?? (await nextChunk(chunks));
    carried = undefined;
    const failure = await (chunk === undefined ? parser.finish() : parser.feed(chunk));
    const rows = parser.takeRows();
    if (failure !== null) {
      const bad = await skipBadLine(parser, chunks, header, chunk === undefined, failure);
      rows.push(bad.row);
      carried = bad.rest;
      parser = new RowParser(header, { lines: bad.row.line, atHeader: false });
    }
    if (rows.length > 0) yield rows;
    if (chunk === undefined && failure === null) return;
  }
}

async function nextChunk(chunks: AsyncGenerator<Buffer>): Promise<Buffer | undefined> {
  const next = await chunks.next();
  return next.done ? undefined : next.value;
}

class RowParser extends Parser {
  readonly #header: Header;
  #atHeader: boolean;
  #rows: FileRow[] = [];
  #failure: Error | null = null;
  /** Set once a quote has swallowed rows: what the parser says from then on is not used. */
  #lost = false;
  /** Bytes that were taken, from `#heldFrom` on: a failure may need them again. */
  #held: Buffer[] = [];
  #heldFrom = 0;
  #readBytes = 0;
  /** Line in which the last row ended. */
  #endLine: number;
  #emptyLines = 0;

  constructor(header: Header, start: Start) {
    super({
      delimiter: header.delimiter,
      record_delimiter: [...header.lineEnds],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    });
    this.#header = header;
    this.#endLine = start.lines;
    this.#atHeader = start.atHeader;
    this.on("error", (error) => {
      this.#failure ??= error;
    });
  }

  /** Called by the parser for each row; taking it here spares a queue and keeps the place in the file. */
  override push(record: unknown): boolean {
    if (!isCells(record)) return super.push(record);
    if (this.#lost) return true;
    const line = this.#endLine + this.info.empty_lines - this.#emptyLines + 1;
    const row = rowOf(line, record, this.#header);
    const innerLines = this.#lineEndsWithin(record);
    if (innerLines > 0 && row?.problem && this.#swallowsRows()) {
      this.#lost = true;
      return true;
    }
    this.#readBytes = this.info.bytes;
    this.#emptyLines = this.info.empty_lines;
    this.#endLine = line + innerLines;
    if (this.#atHeader) this.#atHeader = false;
    else if (row !== null) this.#rows.push(row);
    return true;
  }

  /** Counted here: the parser takes the two signs of a line end within a cell for two lines. */
  #lineEndsWithin(cells: readonly string[]): number {
    const lineEnd = lineEndOf(this.#header);
    let count = 0;
    for (const cell of cells) if (cell.includes(lineEnd)) count += cell.split(lineEnd).length - 1;
    return count;
  }

  /** Whether there are rows of their own within the row that the parser has just read. */
  #swallowsRows(): boolean {
    const bytes = Buffer.concat(this.#held);
    const text = bytes.subarray(this.#readBytes - this.#heldFrom, this.info.bytes - this.#heldFrom);
    const lineEnd = lineEndOf(this.#header);
    const firstEnd = text.indexOf(lineEnd);
    return firstEnd >= 0 && looksLikeRows(text.subarray(firstEnd + 1), this.#header, lineEnd);
  }

  feed(chunk: Buffer): Promise<Error | null> {
    this.#held.push(chunk);
    return this.#settled((done) => this.write(chunk, done));
  }

  finish(): Promise<Error | null> {
    return this.#settled((done) => this.end(done));
  }

  #settled(act: (done: (error?: Error | null) => void) => void): Promise<Error | null> {
    return new Promise((resolve) => {
      const settle = (error?: Error | null) => {
        this.off("error", settle);
        this.#dropRead();
        resolve(error ?? this.#failure ?? (this.#lost ? new Error(neverClosed) : null));
      };
      this.once("error", settle);
      act(settle);
    });
  }

  #dropRead(): void {
    for (let first = this.#held[0]; first !== undefined; first = this.#held[0]) {
      if (this.#heldFrom + first.length > this.#readBytes) return;
      this.#held.shift();
      this.#heldFrom += first.length;
    }
  }

  takeRows(): FileRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** The bytes after the last row, and the line that they begin in. */
  unread(): { bytes: Buffer; line: number } {
    return {
      bytes: Buffer.concat(this.#held).subarray(this.#readBytes - this.#heldFrom),
      line: this.#endLine + 1,
    };
  }
}

/** Takes the line out in which a row failed; in a file that was cut off within a cell, all that is left. */
async function skipBadLine(
  parser: RowParser,
  chunks: AsyncGenerator<Buffer>,
  header: Header,
  atEnd: boolean,
  failure: Error,
): Promise<{ row: FileRow; rest: Buffer }> {
  const unread = parser.unread();
  let { bytes, line } = unread;
  const lineEnd = lineEndOf(header);
  while (bytes[0] === 10 || bytes[0] === 13) {
    if (bytes[0] === lineEnd.charCodeAt(0)) line += 1;
    bytes = bytes.subarray(1);
  }
  const kept = bytes.subarray(0, 4 * keptCharacters);
  let end = bytes.indexOf(lineEnd);
  while (end < 0) {
    const more = await nextChunk(chunks);
    if (more === undefined) break;
    bytes = more;
    end = bytes.indexOf(lineEnd);
  }
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1);
  const cutOff = atEnd && !looksLikeRows(rest, header, lineEnd);
  const text = kept.toString("utf8");
  return {
    row: {
      line,
      cells: [(cutOff ? text : (text.split(lineEnd, 1)[0] ?? "")).trimEnd().slice(0, keptCharacters)],
      problem: (cutOff
        ? rowFault("cut_off", "The file ends within a quoted cell: it was cut off here.")
        : rowFault("wrong_quotes", reasonOf(failure))
      ).toValue(),
    },
    rest: cutOff ? Buffer.alloc(0) : rest,
  };
}

function isCells(record: unknown): record is string[] {
  return Array.isArray(record);
}

function lineEndOf(header: Header): string {
  return header.lineEnds.at(-1) ?? "\n";
}

function looksLikeRows(rest: Buffer, header: Header, lineEnd: string): boolean {
  return rest
    .toString("utf8")
    .split(lineEnd)
    .some((line) => line.split(header.delimiter).length === header.columns.length && line.trim() !== "");
}

function reasonOf(failure: Error): string {
  const code = (failure as Partial<CsvError>).code;
  if (code === "CSV_QUOTE_NOT_CLOSED") return neverClosed;
  if (code === "CSV_MAX_RECORD_SIZE") {
    return "A cell that begins in this line is longer than a million characters: perhaps a quote that is never closed.";
  }
  return failure.message;
}
