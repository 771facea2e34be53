import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createImportReader } from "../../../electron/feeds/csv/import-reader.ts";
import { type Bench, csv, openBench, ticketHeader, ticketMapping } from "./setup.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** What is told of the first row of a file. */
async function factsOf(text: string) {
  const path = await bench.file("rows.csv", csv([ticketHeader]) + text);
  const [row] = await createImportReader().preview(path, ticketMapping, 1);
  if (row?.result.kind !== "rejected") throw new Error("the row was taken");
  return row.result.fault.data;
}

const long = "9".repeat(129);

describe("a row that is not taken in", () => {
  it.each([
    [
      "a day that there is not",
      "A1,s,2026-02-31,08:31,,",
      { problem: "not_a_time", field: "arrival", value: "2026-02-31 08:31" },
    ],
    [
      "a year that can't be meant",
      "A1,s,1890-01-02,08:31,,",
      { problem: "out_of_range", field: "arrival", value: expect.stringContaining("1890-01-02T08:31") },
    ],
    ["no ticket", ",s,2026-11-23,08:31,,", { problem: "missing", field: "subject" }],
    [
      "no name, but a text",
      `${long},s,2026-11-23,08:31,,`,
      { problem: "too_long", field: "subject", value: long.slice(0, 40) },
    ],
    ["a cell too many", "A1,s,2026-11-23,08:31,,,x", { problem: "cell_count", cells: 7, expectedCells: 6 }],
    [
      "a quote that is never closed",
      'A1,"s,2026-11-23,08:31,,\nA2,s,2026-11-23,08:32,,\n',
      { problem: "wrong_quotes" },
    ],
    ["a file that was cut off", 'A1,"s', { problem: "cut_off" }],
  ])("says what is wrong, and where: %s", async (_, line, facts) => {
    expect(await factsOf(line)).toEqual(facts);
  });
});
