/** Reads a sheet of a workbook row by row, without ever holding the sheet in memory. */
import { open } from "node:fs/promises";
import exceljs, { type Row } from "exceljs";
import { cellCountFault } from "../../../shared/domain/row-problem.ts";
import { mappingFault } from "../csv/mapping.ts";
import type { FileRow } from "../csv/plain-rows.ts";
import type { RowChunk, TableFile } from "../csv/table.ts";
import { openArchive } from "./archive.ts";
import { cellText } from "./cell-text.ts";
import { damaged, protectedByPassword } from "./faults.ts";
import { openSheetArchive, type SheetArchive } from "./sheet-archive.ts";
import { sheetsOf } from "./sheets.ts";

/** Rows that are handed on together. */
const rowsTogether = 500;
const mostColumns = 1_000;

/** Whether a file is packed as workbooks are; an old binary one (.xls) is told to be saved anew. */
export async function isWorkbook(path: string): Promise<boolean> {
  const start = await firstBytes(path);
  if (start.startsWith("d0cf11e0")) throw protectedByPassword(path);
  return start.startsWith("504b0304");
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead).toString("hex");
    } finally {
      await file.close();
    }
  } catch {
    // What is wrong with it is told by whatever reads it as text.
    return "";
  }
}

/**
 * Opens a workbook.
 *
 * @param wanted the sheet's name; the first one where it is undefined
 * @throws Fault `file_unreadable`, `too_large` or `mapping_invalid`
 */
export async function openWorkbook(
  path: string,
  wanted: string | undefined,
  needed: readonly string[],
  from: string,
): Promise<TableFile> {
  const archive = await openArchive(path);
  const sheets = await sheetsOf(archive);
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    const there = quoted(sheets.map(({ name }) => name));
    throw mappingFault(from, "file.sheet", `the workbook has no sheet "${wanted ?? ""}"; it has ${there}`);
  }
  const source = await openSheetArchive(archive, sheet.path);
  const columns = await columnsOf(path, source);
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw mappingFault(
      from,
      "",
      `the sheet "${sheet.name}" has no column ${quoted(missing)}; its first row names ${quoted(columns.slice(0, 50))}`,
    );
  }
  return {
    kind: "workbook",
    columns,
    delimiter: ";",
    encoding: "xlsx",
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    totalBytes: source.sheetBytes,
    chunks: () => chunksOf(path, source, columns),
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.slice(0, 60)}"`).join(", ");
}

async function columnsOf(path: string, source: SheetArchive): Promise<string[]> {
  for await (const { line, cells } of rowsOf(path, source)) {
    const columns = cells.map((cell) => cell.trim());
    while (columns.at(-1) === "") columns.pop();
    if (columns.length > mostColumns) {
      throw damaged(path, `row ${line} names ${columns.length} columns, more than ${mostColumns}`);
    }
    if (columns.length > 0) return columns;
  }
  throw damaged(path, "the sheet is empty");
}

async function* chunksOf(
  path: string,
  source: SheetArchive,
  columns: readonly string[],
): AsyncGenerator<RowChunk> {
  let rows: FileRow[] = [];
  let atHeader = true;
  for await (const { line, cells, readBytes } of rowsOf(path, source)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (atHeader) {
      atHeader = false;
      continue;
    }
    rows.push(fileRow(line, cells, columns.length));
    if (rows.length < rowsTogether) continue;
    yield { rows, readBytes };
    rows = [];
  }
  yield { rows, readBytes: source.sheetBytes };
}

/** Cells that nothing was written into are not in the workbook, so short rows are whole. */
function fileRow(line: number, cells: readonly string[], expected: number): FileRow {
  const own = Array.from({ length: expected }, (_, index) => cells[index] ?? "");
  const beyond = cells.slice(expected).filter((cell) => cell.trim() !== "");
  if (beyond.length === 0) return { line, cells: own, problem: null };
  const problem = cellCountFault(cells.length, expected);
  return { line, cells: [...own, ...beyond.slice(0, mostColumns)], problem };
}

interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly readBytes: number;
}

async function* rowsOf(path: string, source: SheetArchive): AsyncGenerator<SheetRow> {
  const { stream, sheetBytesRead, failure } = source.open();
  const reader = new exceljs.stream.xlsx.WorkbookReader(stream, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  let line = 0;
  try {
    for await (const sheet of reader) {
      for await (const row of sheet) {
        // A row need not say its number: then it is the next one.
        line = Number.isInteger(row.number) ? row.number : line + 1;
        yield { line, cells: textsOf(row), readBytes: sheetBytesRead() };
      }
    }
  } catch (error) {
    throw damaged(path, messageOf(failure() ?? error));
  } finally {
    stream.destroy();
  }
  if (failure() !== null) throw damaged(path, messageOf(failure()));
}

function textsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column <= 2 * mostColumns) cells[column - 1] = cellText(cell.value, cell.numFmt);
  });
  return Array.from(cells, (text) => text ?? "");
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
