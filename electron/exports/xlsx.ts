/**
 * XLSX: the table on one sheet with real numbers, dates and durations, and what it is about on another.
 * Text is always written as text, so that no cell can be a formula.
 */
import ExcelJS from "exceljs";
import type { ChartStep, ChartUnit } from "../../shared/domain/chart.ts";
import { isWithinDay } from "../../shared/domain/chart-points.ts";
import type { ExportColumn, ExportDescription } from "../../shared/domain/export.ts";
import { type CellValue, wallClock } from "../../shared/domain/export-format.ts";
import { plainCell } from "../../shared/domain/export-text.ts";
import { exportWords } from "../../shared/domain/export-words.ts";

const secondsPerDay = 86_400;
/** What the format allows for the name of a sheet. */
const longestSheetName = 31;

/** The file's bytes. */
export async function writeXlsx(description: ExportDescription): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "Vigie";
  // Twice the same figures shall be twice the same file.
  book.created = new Date(0);
  book.modified = new Date(0);
  addTable(book, description);
  addFacts(book, description);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addTable(book: ExcelJS.Workbook, description: ExportDescription): void {
  const { language, columns, rows, question, timeZone } = description;
  const name = exportWords(language).charts[question.chart].slice(0, longestSheetName);
  const sheet = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = "1:1";
  sheet.columns = columns.map((column) => columnOf(column, question.step));
  sheet.addRow(columns.map(({ title }) => plainCell(title)));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: "top" };
  for (const row of rows) {
    sheet.addRow(columns.map(({ unit }, index) => cellOf(row[index] ?? null, unit, timeZone)));
  }
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

function columnOf({ unit }: ExportColumn, step: ChartStep): Partial<ExcelJS.Column> {
  const numFmt = numberFormat(unit, step);
  return {
    width: unit === "instant" ? 18 : unit === "label" ? 24 : 14,
    style: numFmt === null ? {} : { numFmt },
  };
}

function numberFormat(unit: ChartUnit, step: ChartStep): string | null {
  switch (unit) {
    case "instant":
      return isWithinDay(step) ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd";
    case "seconds":
      return "[h]:mm:ss";
    case "share":
      return "0.0%";
    case "count":
      return "#,##0";
    case "score":
      return "0.0";
    case "label":
      return null;
  }
}

/** Spreadsheets know no time zones: an instant becomes its local date and time, seconds become days. */
function cellOf(value: CellValue, unit: ChartUnit, timeZone: string): ExcelJS.CellValue {
  if (value === null) return null;
  if (typeof value === "string") return plainCell(value);
  if (unit === "seconds") return value / secondsPerDay;
  if (unit !== "instant") return value;
  return new Date(Date.parse(`${wallClock(value, timeZone).toString({ smallestUnit: "second" })}Z`));
}

function addFacts(book: ExcelJS.Workbook, description: ExportDescription): void {
  const sheet = book.addWorksheet(description.definitionsTitle.slice(0, longestSheetName));
  sheet.columns = [{ width: 24 }, { width: 100, style: { alignment: { wrapText: true, vertical: "top" } } }];
  const bold = (cells: readonly string[]) => {
    sheet.addRow(cells.map(plainCell)).font = { bold: true };
  };
  bold([description.title]);
  if (description.demoLabel !== null) bold([description.demoLabel]);
  for (const { label, value } of description.facts) sheet.addRow([label, value].map(plainCell));
  sheet.addRow([]);
  bold([description.definitionsTitle]);
  for (const { name, text } of description.definitions) sheet.addRow([name, text].map(plainCell));
}
