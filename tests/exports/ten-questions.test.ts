/**
 * Ten questions about real calls, each answered in five ways: the table that the screen shows, the
 * CSV, the XLSX, the text of the PDF, and `vigie figures`. They must not differ by a digit that is shown.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../electron/cli/run.ts";
import { renderExport } from "../../electron/exports/render.ts";
import { createCharts } from "../../electron/services/chart.ts";
import { createClock } from "../../electron/services/clock.ts";
import { createExports, type ExportService } from "../../electron/services/export.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import type { ChartQuestion, ChartTable } from "../../shared/domain/chart.ts";
import { abandonment, offered } from "../../shared/domain/chart-abandonment.ts";
import { isWithinDay } from "../../shared/domain/chart-points.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { exportFormat } from "../../shared/domain/export-format.ts";
import type { FigureRow } from "../../shared/domain/figure.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import { sharedData } from "../feeds/csv/setup.ts";

const calls = sharedData("bank-calls-1999/calls-1999-02-01-to-14.tsv");
const hasPdfToText = spawnSync("pdftotext", ["-v"]).status === 0;

type Asked = Pick<ChartQuestion, "chart" | "step"> & Partial<ChartQuestion>;
const day = { firstDate: "1999-02-10", lastDate: "1999-02-10" };
const questions: readonly Asked[] = [
  { chart: "waits", step: "day" },
  { chart: "waits", step: "interval", ...day },
  { chart: "waits", step: "week", base: "all" },
  { chart: "waits", step: "day", serviceId: "PS", channel: "phone" },
  { chart: "arrivals", step: "hour", ...day },
  { chart: "arrivals", step: "month" },
  { chart: "level", step: "day", serviceId: "PS" },
  { chart: "level", step: "hour", ...day, base: "all" },
  { chart: "abandonment", step: "day" },
  { chart: "handle", step: "week", serviceId: "NE" },
];

describe.skipIf(calls === undefined)("ten questions about the bank's calls (skipped: no shared data)", () => {
  let folder: string;
  let store: Store;
  let exports: ExportService;
  let charts: ReturnType<typeof createCharts>;
  const figures = new Map<Asked, FigureRow[]>();

  async function json(...args: string[]): Promise<unknown> {
    let out = "";
    await runCommandLine([...args, "--json"], {
      environment: { VIGIE_HOME: folder },
      out: (text) => {
        out += text;
      },
      remark: () => undefined,
      signal: new AbortController().signal,
    });
    return JSON.parse(out);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vigie-ten-"));
    const db = join(folder, "vigie.db");
    await json("import", calls ?? "", "--preset", "bank-calls-1999", "--db", db);
    for (const asked of questions) {
      const { firstDate, lastDate, step, base, serviceId, channel } = questionOf(asked);
      const filters = [
        ...(serviceId === null ? [] : ["--service", serviceId]),
        ...(channel === null ? [] : ["--channel", channel]),
      ];
      const range = ["--from", firstDate, "--to", addDays(lastDate, 1)];
      const answer = await json("figures", "--db", db, ...range, "--by", step, "--base", base, ...filters);
      figures.set(asked, (answer as { rows: FigureRow[] }).rows);
    }
    store = await openStore(db);
    const clock = createClock();
    charts = createCharts(createFigures(store), store, clock);
    exports = createExports({
      charts,
      store,
      clock,
      operator: () => "Nadia F.",
      audit: { record: async () => undefined },
      draw: renderExport,
    });
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(questions.map((asked) => [`${asked.chart} by ${asked.step}`, asked] as const))(
    "%s",
    async (_name, asked) => {
      const question = questionOf(asked);
      const table = await charts.table(question);
      const description = await exports.describe({ question, stretch: null, language: "fr" });
      expect(table.rows.length).toBeGreaterThan(0);
      expect(ownFigures(table)).toEqual(expectedOf(table, figures.get(asked) ?? []));
      expect(fromCsv(await renderExport(description, "csv"), table)).toEqual(table.rows);
      expectSame(await fromXlsx(await renderExport(description, "xlsx"), table), table.rows);
      if (!hasPdfToText) return;
      const text = pdfText(folder, await renderExport(description, "pdf"));
      for (const line of linesOf(description)) expect(text).toContain(line);
    },
    60_000,
  );
});

function questionOf(asked: Asked): ChartQuestion {
  return {
    firstDate: "1999-02-01",
    lastDate: "1999-02-14",
    base: "served",
    siteId: null,
    serviceId: null,
    channel: null,
    comparedFirstDate: null,
    ...asked,
  };
}

/** What `vigie figures` says of these columns. */
const columnsOfRows: Readonly<Record<string, (row: FigureRow) => number | null>> = {
  waitP50Seconds: (row) => row.waitP50Seconds,
  waitP90Seconds: (row) => row.waitP90Seconds,
  waitMeanSeconds: (row) => row.waitMeanSeconds,
  waitCount: (row) => row.waitCount,
  arrivals: (row) => row.arrivals,
  transfersIn: (row) => row.transfersIn,
  served: (row) => row.served,
  abandoned: (row) => row.abandoned,
  noShows: (row) => row.noShows,
  serviceLevel: (row) => row.serviceLevel,
  inTarget: (row) => row.inTarget,
  targetBase: (row) => row.targetBase,
  abandonment,
  offered,
  handleMeanSeconds: (row) => row.handleMeanSeconds,
  handleCount: (row) => row.handleCount,
};

/** The figures of a table by their start: those that are not set beside others. */
function ownFigures({ columns, rows }: ChartTable): Map<number, Record<string, unknown>> {
  return new Map(
    rows.map((row) => [
      Number(row[0]),
      Object.fromEntries(
        columns.flatMap(({ key }, index) => (key in columnsOfRows ? [[key, row[index]] as const] : [])),
      ),
    ]),
  );
}

/** The same from the rows of the command line; a row without a call is a row of noughts and nothing. */
function expectedOf(table: ChartTable, rows: readonly FigureRow[]): Map<number, Record<string, unknown>> {
  const byStart = new Map(rows.map((row) => [row.fromMs, row]));
  const counts = new Set(table.columns.filter(({ unit }) => unit === "count").map(({ key }) => key));
  return new Map(
    [...ownFigures(table)].map(([fromMs, own]) => {
      const row = byStart.get(fromMs);
      const figureOf = (key: string) =>
        row === undefined ? (counts.has(key) ? 0 : null) : columnsOfRows[key]?.(row);
      return [fromMs, Object.fromEntries(Object.keys(own).map((key) => [key, figureOf(key)]))];
    }),
  );
}

function fromCsv(bytes: Uint8Array, { columns, rows, question, timeZone }: ChartTable): unknown[][] {
  const records: string[][] = parse(new TextDecoder().decode(bytes), {
    delimiter: ";",
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
  });
  const start = records.findIndex(([cell]) => cell === "Début") + 1;
  return records.slice(start, start + rows.length).map((record, index) => {
    const cells = [...record];
    return columns.map(({ unit }, column) => {
      const cell = cells.shift() ?? "";
      if (unit !== "instant") return cell === "" ? null : Number(cell.replace(",", "."));
      if (isWithinDay(question.step)) return Date.parse(cells.shift() ?? "");
      expect(cell).toBe(localDay(Number(rows[index]?.[column]), timeZone));
      return rows[index]?.[column];
    });
  });
}

function localDay(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(atMs);
}

async function fromXlsx(bytes: Uint8Array, { columns, rows }: ChartTable): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = book.worksheets;
  return rows.map((row, rowIndex) =>
    columns.map(({ unit }, column) => {
      const { value } = sheet?.getCell(rowIndex + 2, column + 1) ?? {};
      // Dates are without a zone there; that they are right is told by the other tests.
      if (unit === "instant") return row[column];
      if (unit !== "seconds" || value === null) return value;
      return value instanceof Date
        ? (value.getTime() - Date.UTC(1899, 11, 30)) / 1_000
        : Number(value) * 86_400;
    }),
  );
}

/** Durations are kept as parts of a day there, so that the last of sixteen digits may differ. */
function expectSame(found: readonly (readonly unknown[])[], wanted: ChartTable["rows"]): void {
  for (const [index, row] of wanted.entries()) {
    for (const [column, value] of row.entries()) {
      const cell = found[index]?.[column];
      if (typeof value === "number") expect(cell).toBeCloseTo(value, 2);
      else expect(cell).toBe(value);
    }
  }
}

function pdfText(folder: string, bytes: Uint8Array): string {
  const path = join(folder, "export.pdf");
  writeFileSync(path, bytes);
  const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  return stdout.replaceAll(/[^\S\n]+/g, " ");
}

/** The lines of the table as they stand on paper: columns without a figure are left out. */
function linesOf({ columns, rows, language, timeZone, question }: ExportDescription): string[] {
  const format = exportFormat(language, timeZone, question.step);
  const shown = columns.flatMap(({ unit }, index) =>
    index === 0 || rows.some((row) => (row[index] ?? null) !== null) ? [{ unit, index }] : [],
  );
  return rows.map((row) =>
    shown
      .map(({ unit, index }) => format.cell(row[index] ?? null, unit))
      .join(" ")
      .replaceAll(/\s+/g, " "),
  );
}
