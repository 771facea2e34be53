import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTable } from "../../../electron/feeds/csv/table.ts";
import { type Bench, openBench, ticketHeader, ticketMapping } from "../csv/setup.ts";
import { type Cell, rawWorkbook, sheetXml, workbook } from "./workbooks.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function cellsOf(
  bytes: Buffer,
  sheet?: string,
): Promise<{ columns: readonly string[]; rows: string[][] }> {
  const path = await bench.file("t.xlsx", bytes);
  const table = await openTable(path, { sheet }, [], "test");
  const rows: string[][] = [];
  for await (const chunk of table.chunks()) rows.push(...chunk.rows.map(({ cells }) => [...cells]));
  return { columns: table.columns, rows };
}

const day = (text: string) => new Date(`${text}Z`);

describe("a workbook", () => {
  it("is imported as the same table in text would be", async () => {
    const rows: Cell[][] = [
      [...ticketHeader],
      [
        "A1",
        "état civil",
        day("2026-11-23T00:00:00"),
        day("1899-12-30T08:31:00"),
        day("1899-12-30T08:41:00"),
        "",
      ],
      [
        "A2",
        "passports",
        day("2026-11-23T00:00:00"),
        day("1899-12-30T23:50:00"),
        day("1899-12-30T00:10:00"),
        "x",
      ],
    ];
    const bytes = await workbook([
      { name: "Tickets", rows, formats: { 3: "dd/mm/yyyy", 4: "hh:mm", 5: "hh:mm:ss" } },
    ]);
    const path = await bench.file("t.xlsx", bytes);
    const mapping = {
      ...ticketMapping,
      times: {
        ...ticketMapping.times,
        end: { text: "{end}", format: ["HH:mm:ss", "HH:mm"], near: "arrival" },
      },
    };
    expect(await bench.import(path, mapping)).toMatchObject({
      rows: 2,
      importedRows: 2,
      events: { accepted: 4 },
      encoding: "xlsx",
    });
    expect((await bench.store.case("A2"))?.legs[0]).toMatchObject({
      serviceId: "passports",
      arrivedAtMs: Date.parse("2026-11-23T23:50:00+01:00"),
      endedAtMs: Date.parse("2026-11-24T00:10:00+01:00"),
    });
    expect((await bench.import(path, mapping)).events).toMatchObject({ accepted: 0, duplicates: 4 });
  });

  it("gives dates as dates, numbers as numbers, and the results of formulas", async () => {
    const bytes = await workbook([
      {
        name: "S",
        rows: [
          ["moment", "number", "truth", "text"],
          [day("2026-11-23T08:31:07"), 12.5, true, "a b"],
          [day("2026-03-29T02:30:00"), 0.1 + 0.2, false, null],
        ],
        formats: { 1: "yyyy-mm-dd hh:mm:ss" },
      },
    ]);
    expect(await cellsOf(bytes)).toEqual({
      columns: ["moment", "number", "truth", "text"],
      rows: [
        ["2026-11-23 08:31:07", "12.5", "true", "a b"],
        ["2026-03-29 02:30:00", "0.3", "false", ""],
      ],
    });
  });

  it("has its sheet chosen by name, and says which there are", async () => {
    const bytes = await workbook([
      { name: "Notice", rows: [["read me"], ["please"]] },
      { name: "Tickets", rows: [["n"], ["A1"]] },
    ]);
    expect((await cellsOf(bytes, "Tickets")).rows).toEqual([["A1"]]);
    expect((await cellsOf(bytes)).columns).toEqual(["read me"]);
    await expect(cellsOf(bytes, "Ticket")).rejects.toMatchObject({
      code: "mapping_invalid",
      message: expect.stringContaining('"Notice", "Tickets"'),
    });
  });

  it("is read however its parts are ordered, without shared texts, with gaps and entities", async () => {
    const bytes = rawWorkbook(
      sheetXml([["a", "b", "c"], ["1 &lt; 2", "", "é"], [], ["last"]]).replace('<c r="B2"', '<c r="D2"'),
    );
    expect(await cellsOf(bytes)).toMatchObject({ columns: ["a", "b", "c"] });
    const path = await bench.file("t.xlsx", bytes);
    expect((await openTable(path, {}, [], "test")).sheets).toEqual(["S & co"]);
  });

  it("says which columns a mapping misses", async () => {
    const path = await bench.file("t.xlsx", await workbook([{ name: "S", rows: [["ticket"], ["A1"]] }]));
    await expect(bench.import(path, ticketMapping)).rejects.toMatchObject({
      code: "mapping_invalid",
      message: expect.stringContaining('has no column "service"'),
    });
  });

  it("counts a row with cells beyond the header as rejected, and rows of blanks as none", async () => {
    const rows: Cell[][] = [
      [...ticketHeader],
      ["A1", "passports", "2026-11-23", "08:31", "", "", "more"],
      [" ", null, "", null, null, null],
      ["A2", "passports", "2026-11-23", "08:31", "", ""],
    ];
    const path = await bench.file("t.xlsx", await workbook([{ name: "S", rows }]));
    expect(await bench.import(path, ticketMapping)).toMatchObject({
      rows: 2,
      importedRows: 1,
      rejectedRows: 1,
    });
  });
});
