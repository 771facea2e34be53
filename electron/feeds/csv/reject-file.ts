/**
 * The reject file: rows that could not be imported, with line, code and reason, in the shape of the
 * file that they came from. Mended, it is imported like the original.
 */
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { Fault } from "../../../shared/faults.ts";
import type { RejectedRow } from "../../services/import-reader.ts";
import type { Header } from "./header.ts";

const added = ["line", "code", "reason"];

type Row = Pick<RejectedRow, "line" | "cells" | "fault">;

export interface RejectFile {
  /** @throws Fault `file_unreadable` where the file can't be written */
  write(rows: readonly Row[]): Promise<void>;
  /** Closes the file; its path, or null where nothing was rejected (then there is none). */
  close(): Promise<string | null>;
}

/**
 * The file is made with the first rejected row. A file that is there already is left alone, and
 * the next free name is taken: somebody may be mending it.
 */
export function createRejectFile(path: string, header: Pick<Header, "columns" | "delimiter">): RejectFile {
  const width = columnsWithout(header).length;
  let file: { handle: FileHandle; path: string } | null = null;

  function lineOf({ cells, line, fault }: Row): string {
    const own = Array.from({ length: width }, (_, index) => cells[index] ?? "");
    // Cells beyond the header stand after the reason, so that they are seen and none is lost.
    const beyond = cells.slice(header.columns.length);
    return rowText([...own, String(line), fault.code, fault.message, ...beyond], header.delimiter);
  }

  return {
    async write(rows) {
      if (rows.length === 0) return;
      try {
        if (file === null) {
          file = await openNew(path);
          // Spreadsheets take a file without this mark for the machine's old code page.
          await file.handle.appendFile(
            `\ufeff${rowText([...columnsWithout(header), ...added], header.delimiter)}`,
          );
        }
        await file.handle.appendFile(rows.map(lineOf).join(""));
      } catch (error) {
        throw new Fault(
          "file_unreadable",
          `The reject file ${path} can't be written (${error instanceof Error ? error.message : String(error)}). What was imported so far is kept; name another place for it and import again.`,
          { file: path },
        );
      }
    },
    async close() {
      await file?.handle.close();
      return file?.path ?? null;
    },
  };
}

/** The header's own columns: of a mended reject file, those of the file before it. */
function columnsWithout(header: Pick<Header, "columns">): readonly string[] {
  const { columns } = header;
  const isRejectFile = added.every((name, index) => columns[columns.length - added.length + index] === name);
  return isRejectFile ? columns.slice(0, -added.length) : columns;
}

async function openNew(path: string): Promise<{ handle: FileHandle; path: string }> {
  const end = basename(path).endsWith(".csv") ? path.length - ".csv".length : path.length;
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? path : `${path.slice(0, end)}-${number}${path.slice(end)}`;
    try {
      return { handle: await open(free, "wx"), path: free };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

function rowText(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => cellText(cell, delimiter)).join(delimiter)}\r\n`;
}

function cellText(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
