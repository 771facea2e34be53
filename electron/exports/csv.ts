/**
 * CSV as the spreadsheets of a town hall open it: UTF-8 with its mark, CRLF, and for French the
 * semicolon and the decimal comma that French settings expect; for English the comma and the point.
 * Facts stand above the table, definitions below it, each set off by an empty line.
 */
import { isWithinDay } from "../../shared/domain/chart-points.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { type CellValue, wallClock } from "../../shared/domain/export-format.ts";
import { plainCell } from "../../shared/domain/export-text.ts";
import { exportWords } from "../../shared/domain/export-words.ts";

const byteOrderMark = "\u{feff}";
const lineEnd = "\r\n";

/** The file as text. Numbers keep every digit of the figure that they are. */
export function writeCsv(description: ExportDescription): string {
  const { language, columns, rows, definitions } = description;
  const separator = language === "fr" ? ";" : ",";
  const line = (cells: readonly string[]) => `${cells.join(separator)}${lineEnd}`;
  const text = (value: string) => quoted(plainCell(value), separator);
  const number = (value: number) => quoted(numberText(value, language), separator);

  function cellsOf(value: CellValue, unit: (typeof columns)[number]["unit"]): string[] {
    if (unit === "instant") return instantCells(typeof value === "number" ? value : null, description);
    if (value === null) return [""];
    return [typeof value === "string" ? text(value) : number(value)];
  }

  const facts = [
    line([text(description.title)]),
    ...(description.demoLabel === null ? [] : [line([text(description.demoLabel)])]),
    ...description.facts.map((fact) => line([text(fact.label), text(fact.value)])),
  ];
  const titles = columns.flatMap(({ title, unit }) =>
    unit === "instant" && isWithinDay(description.question.step)
      ? [text(title), text(exportWords(language).startUtc)]
      : [text(title)],
  );
  const table = rows.map((row) =>
    line(columns.flatMap(({ unit }, index) => cellsOf(row[index] ?? null, unit))),
  );
  const meanings = [
    line([text(description.definitionsTitle)]),
    ...definitions.map((one) => line([text(one.name), text(one.text)])),
  ];
  return [byteOrderMark, ...facts, lineEnd, line(titles), ...table, lineEnd, ...meanings].join("");
}

/** A figure with all its digits, never in powers of ten. */
function numberText(value: number, language: ExportDescription["language"]): string {
  const plain = value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 17 });
  const shortest = String(value).includes("e") ? plain : String(value);
  return language === "fr" ? shortest.replace(".", ",") : shortest;
}

/** The local date; within days also the time, and beside it the same instant in UTC. */
function instantCells(atMs: number | null, { question, timeZone }: ExportDescription): string[] {
  const hasTime = isWithinDay(question.step);
  if (atMs === null) return hasTime ? ["", ""] : [""];
  const local = wallClock(atMs, timeZone);
  const date = local.toPlainDate().toString();
  if (!hasTime) return [date];
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return [`${date} ${time}`, new Date(atMs).toISOString().replace(".000Z", "Z")];
}

/** As RFC 4180 says, with the separator at hand. */
function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) || cell.trim() !== cell
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
