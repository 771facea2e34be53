/** The text of a workbook's cell, as a mapping reads it: dates as `YYYY-MM-DD HH:mm:ss`, whatever they look like. */
import type { CellValue } from "exceljs";

const dayMs = 86_400_000;
/** Workbooks count days from here; what lies within the first one is a time of day. */
const firstDayMs = Date.UTC(1899, 11, 30);

/**
 * @param format how the workbook shows the cell, which alone tells a date from a number in a formula
 */
export function cellText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value, format);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date) return dateText(value.getTime());
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return value.text;
  if ("result" in value || "formula" in value || "sharedFormula" in value) {
    return cellText(value.result ?? null, format);
  }
  return "";
}

function numberText(value: number, format: string | undefined): string {
  if (!Number.isFinite(value)) return "";
  if (isDateFormat(format)) return dateText(firstDayMs + value * dayMs);
  // Sums of fractions such as 0.1 + 0.2 are meant as they are shown.
  return String(Number(value.toPrecision(15)));
}

/** Quoted text and colours in brackets are no parts of a date; `General` has letters, but none of these. */
function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === "General" || format === "@") return false;
  return /[dmyhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function dateText(exactMs: number): string {
  // Workbooks keep times as fractions of a day, so that 08:31:00 may lie a microsecond before it.
  const atMs = Math.round(exactMs / 1_000) * 1_000;
  const date = new Date(atMs);
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString();
  const time = text.slice(11, 19);
  if (atMs >= firstDayMs && atMs < firstDayMs + dayMs) return time;
  const day = text.slice(0, 10);
  return time === "00:00:00" ? day : `${day} ${time}`;
}
