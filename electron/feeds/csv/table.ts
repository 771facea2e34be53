/** A table in a file, whatever form it has: its columns, and the rows below them as they are read. */
import { rowFault } from "../../../shared/domain/row-problem.ts";
import { isWorkbook, openWorkbook } from "../xlsx/workbook.ts";
import { readHeader } from "./header.ts";
import type { FileRow } from "./plain-rows.ts";
import { readRows } from "./rows.ts";
import { openTextFile } from "./text-file.ts";

/** How a file is to be read, where guessing is not wanted. */
export interface TableChoice {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
}

/** Rows, and how far into the file they end. */
export interface RowChunk {
  readonly rows: readonly FileRow[];
  readonly readBytes: number;
}

export interface TableFile {
  readonly kind: "text" | "workbook";
  readonly columns: readonly string[];
  /** What separates the cells; in a workbook, what its reject file is written with. */
  readonly delimiter: string;
  readonly encoding: string;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Size of what is read, once decompressed. */
  readonly totalBytes: number;
  /** Reads from the start, as often as it is called. */
  chunks(): AsyncGenerator<RowChunk>;
}

/**
 * Opens a table.
 *
 * @param needed columns that the mapping uses; those missing are told
 * @param from what the mapping is called in messages
 * @throws Fault `file_unreadable`, `too_large` or `mapping_invalid`
 */
export async function openTable(
  path: string,
  choice: TableChoice,
  needed: readonly string[],
  from: string,
): Promise<TableFile> {
  if (await isWorkbook(path)) return openWorkbook(path, choice.sheet, needed, from);
  const text = await openTextFile(path, choice.encoding);
  const header = readHeader(text.sample, needed, choice.delimiter, from);
  return {
    kind: "text",
    columns: header.columns,
    delimiter: header.delimiter,
    encoding: text.encoding,
    sheets: [],
    sheet: null,
    totalBytes: text.bytes,
    async *chunks() {
      let readBytes = 0;
      async function* counted(): AsyncGenerator<Buffer> {
        for await (const chunk of text.chunks()) {
          readBytes += chunk.length;
          yield chunk;
        }
      }
      for await (const rows of readRows(counted(), header)) {
        yield { rows: text.hasWrongBytes ? rows.map(checkBytes) : rows, readBytes };
      }
    },
  };
}

function checkBytes(row: FileRow): FileRow {
  if (row.problem !== null || !row.cells.some((cell) => cell.includes("\ufffd"))) return row;
  const problem = rowFault(
    "wrong_bytes",
    "The row has bytes that are not UTF-8, as the rest of the file is.",
  );
  return { ...row, problem: problem.toValue() };
}
