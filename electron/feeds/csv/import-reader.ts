/** Reads tables for the import service: a first look, a preview, one row, or all of them. */
import { describeColumns } from "../../../shared/domain/import-column.ts";
import type { ImportReader, RowResult } from "../../services/import-reader.ts";
import { importRows } from "./import-run.ts";
import { readMapping } from "./mapping.ts";
import type { FileRow } from "./plain-rows.ts";
import { presets } from "./presets/presets.ts";
import { compileRowReader, type RowReader, usedColumns } from "./row-reader.ts";
import { openTable, type TableFile } from "./table.ts";

const delimiterNames = new Map([
  [",", ","],
  [";", ";"],
  ["|", "|"],
  ["\t", "tab"],
] as const);

/** Makes the reader of tables. */
export function createImportReader(): ImportReader {
  return {
    presets,
    checkMapping: readMapping,
    columnsOf: usedColumns,
    async look(path, choice, rows) {
      const table = await openTable(path, choice, [], "file");
      const cells = (await firstRows(table, rows)).map((row) => row.cells);
      return {
        kind: table.kind,
        encoding: table.encoding,
        delimiter: [...delimiterNames].find(([sign]) => sign === table.delimiter)?.[1] ?? ";",
        sheets: table.sheets,
        sheet: table.sheet,
        facts: describeColumns(table.columns, cells),
        rows: cells,
      };
    },
    async preview(path, mapping, rows) {
      const table = await openTable(path, mapping.file ?? {}, usedColumns(mapping), mapping.name);
      const reader = compileRowReader(mapping, table.columns, mapping.name);
      return (await firstRows(table, rows)).map((row) => ({
        line: row.line,
        cells: row.cells,
        result: resultOf(reader, row),
      }));
    },
    async run({ path, ...options }) {
      const { mapping } = options;
      const table = await openTable(path, mapping.file ?? {}, usedColumns(mapping), mapping.name);
      return importRows(table, options);
    },
    readRow(mapping, fields) {
      const columns = usedColumns(mapping);
      const reader = compileRowReader(mapping, columns, mapping.name);
      const cells = columns.map((name) => fields[name] ?? "");
      const result = resultOf(reader, { line: 1, cells, problem: null });
      return { result, names: reader.directory.take() };
    },
  };
}

function resultOf(reader: RowReader, row: FileRow): RowResult {
  if (row.problem !== null) return { kind: "rejected", fault: row.problem };
  const outcome = reader.read(row.cells);
  return outcome.kind === "events" ? { kind: "events", events: outcome.events } : outcome;
}

async function firstRows(table: TableFile, count: number): Promise<FileRow[]> {
  const found: FileRow[] = [];
  for await (const { rows } of table.chunks()) {
    found.push(...rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}
