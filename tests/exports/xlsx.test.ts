import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeXlsx } from "../../electron/exports/xlsx.ts";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { descriptionOf, hostileTexts, textsOf } from "./description.ts";

async function open(description: ExportDescription): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeXlsx(description)).buffer as ArrayBuffer);
  return book;
}

async function tableOf(description: ExportDescription): Promise<ExcelJS.Worksheet> {
  const [sheet] = (await open(description)).worksheets;
  if (sheet === undefined) throw new Error("There is no sheet.");
  return sheet;
}

/** The library reads a duration as the date that is so long after the spreadsheet's first day. */
function durationSeconds(value: unknown): number {
  return value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 30)) / 1_000 : Number(value) * 86_400;
}

describe("an XLSX file", () => {
  it("holds real dates, durations, shares and numbers, with formats that show them", async () => {
    const sheet = await tableOf(
      descriptionOf({
        columns: [
          { key: "fromMs", unit: "instant" },
          { key: "waitP90Seconds", unit: "seconds" },
          { key: "serviceLevel", unit: "share" },
          { key: "arrivals", unit: "count" },
        ],
        rows: [[Date.parse("2026-11-23T00:00:00+01:00"), 100_800, 0.784, 1_234]],
      }),
    );
    const [date, wait, level, arrivals] = [1, 2, 3, 4].map((column) => sheet.getCell(2, column));
    expect(date?.value).toEqual(new Date("2026-11-23T00:00:00Z"));
    expect(date?.numFmt).toBe("yyyy-mm-dd");
    expect(durationSeconds(wait?.value)).toBeCloseTo(100_800, 3);
    expect(wait?.numFmt).toBe("[h]:mm:ss");
    expect(level?.value).toBe(0.784);
    expect(level?.numFmt).toBe("0.0%");
    expect(arrivals?.value).toBe(1_234);
  });

  it("leaves what does not exist empty", async () => {
    const sheet = await tableOf(descriptionOf());
    expect(sheet.getCell(3, 2).value).toBeNull();
    expect(sheet.getCell(3, 4).value).toBe(0);
  });

  it("says on a sheet of its own what it is about", async () => {
    const facts = (await open(descriptionOf({}, { isDemo: true }))).worksheets[1];
    const texts = facts?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.slice(1) : [])) ?? [];
    expect(texts).toEqual(
      expect.arrayContaining([
        "Données de démonstration",
        "Europe/Paris",
        "le 24/11/2026 17:30 par Nadia F.",
      ]),
    );
    expect(texts).toContain("Définitions, version 1");
  });

  it("holds no formula, whatever texts it is given", async () => {
    const description = descriptionOf(textsOf(hostileTexts), { serviceName: "=1+1", madeBy: "@SUM(A1)" });
    const book = await open(description);
    let cells = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          cells += 1;
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink);
          if (typeof cell.value === "string") expect(cell.value).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);
        });
      });
    }
    expect(cells).toBeGreaterThan(hostileTexts.length);
  });
});
