/** Workbooks that are broken or meant to break: each is refused with a fault, in bounded memory. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fault } from "../../../shared/faults.ts";
import { type Bench, openBench, ticketHeader, ticketMapping } from "../csv/setup.ts";
import { archive, rawWorkbook, sheetXml, workbook } from "./workbooks.ts";

const numRuns = Number(process.env["VIGIE_IMPORT_RUNS"] ?? 150);

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const table = [ticketHeader, ["A1", "passports", "2026-11-23", "08:31", "08:41", ""]];

async function faultOf(bytes: Buffer): Promise<string | null> {
  const path = await bench.file("hostile.xlsx", bytes);
  try {
    const result = await bench.import(path, ticketMapping);
    expect(result.rows).toBe(result.importedRows + result.ignoredRows + result.rejectedRows);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

describe("a hostile workbook", () => {
  const bomb = Buffer.alloc(300 * 1024 ** 2, "<a/>");
  it.each<[string, () => Buffer, string]>([
    [
      "texts that unpack to hundreds of megabytes",
      () => rawWorkbook(sheetXml(table), { "xl/sharedStrings.xml": bomb }),
      "too_large",
    ],
    [
      "a cell without end",
      () => rawWorkbook(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${"x".repeat(3_000_000)}`),
      "too_large",
    ],
    ["a sheet that ends within a row", () => rawWorkbook(sheetXml(table).slice(0, -60)), "file_unreadable"],
    [
      "tags that do not match",
      () => rawWorkbook("<worksheet><sheetData></row></sheetData>"),
      "file_unreadable",
    ],
    [
      "no sheet",
      () => archive({ "xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<x/>" }),
      "file_unreadable",
    ],
    ["an archive of something else", () => archive({ "word/document.xml": "<w/>" }), "file_unreadable"],
    ["an empty sheet", () => rawWorkbook("<worksheet><sheetData/></worksheet>"), "file_unreadable"],
    [
      "a column far beyond any sheet",
      () => rawWorkbook(sheetXml(table).replace('r="A2"', 'r="ZZZZZZ2"')),
      "file_unreadable",
    ],
    ["bytes that are no archive", () => Buffer.from("PK\u0003\u0004 but nothing else"), "file_unreadable"],
    ["an old binary workbook", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "file_unreadable"],
  ])("with %s is refused", async (_, make, code) => {
    expect(await faultOf(make())).toBe(code);
  });

  it("with rows and columns at the very end of the sheet is read", async () => {
    const xml = sheetXml(table).replace('r="A2"', 'r="XFD2"').replace('<row r="2">', '<row r="1048576">');
    expect(await faultOf(rawWorkbook(xml))).toBe(null);
  });

  it("with numbers, truths, errors and nonsense where texts belong is counted row by row", async () => {
    const xml = sheetXml(table)
      .replace('r="A2" t="inlineStr"><is><t>A1</t></is>', 'r="A2" t="e"><v>#REF!</v>')
      .replace('r="B2" t="inlineStr"><is><t>passports</t></is>', 'r="B2" t="s"><v>999999</v>');
    expect(await faultOf(rawWorkbook(xml))).toBe(null);
  });

  it(`cut off, or with a byte changed, never crashes (${numRuns} times)`, { timeout: 0 }, async () => {
    const whole = await workbook([{ name: "S", rows: [...table, ...table.slice(1)] }]);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 4,
        }),
        async (kept, changes) => {
          const bytes = Buffer.from(whole);
          for (const [place, byte] of changes) bytes[Math.floor(place * (bytes.length - 1))] = byte;
          const code = await faultOf(bytes.subarray(0, Math.ceil(kept * bytes.length)));
          expect([null, "file_unreadable", "mapping_invalid", "too_large"]).toContain(code);
        },
      ),
      { numRuns },
    );
  });
});
