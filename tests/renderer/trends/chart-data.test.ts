import { describe, expect, it } from "vitest";
import { drawnRows, isEmptyTable, rowsOf, splitKey } from "../../../renderer/trends/chart-data.ts";
import { beyondTypical, extremeOf, overTarget, typicalDays } from "../../../renderer/trends/insight.ts";
import type { ChartTable } from "../../../shared/domain/chart.ts";

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00Z`);

/** A table of waits: start, p90, target, what is usual at most, how many usual days. */
function waits(...rows: readonly (readonly [time: string, ...values: (number | null)[]])[]): ChartTable {
  return {
    question: {
      chart: "waits",
      firstDate: "2026-11-24",
      lastDate: "2026-11-24",
      step: "interval",
      base: "served",
      siteId: null,
      serviceId: null,
      channel: null,
      comparedFirstDate: null,
    },
    timeZone: "Europe/Paris",
    columns: [
      { key: "fromMs", unit: "instant" },
      { key: "waitP90Seconds", unit: "seconds" },
      { key: "targetSeconds", unit: "seconds" },
      { key: "waitP90SecondsTypicalHigh", unit: "seconds" },
      { key: "typicalDays", unit: "count" },
    ],
    rows: rows.map(([time, ...values]) => [at(time), ...values]),
    caseCount: 0,
    definitionsVersion: 1,
    definitions: {},
  };
}

const morning = waits(
  ["09:00", 300, 900, 600, 8],
  ["09:15", null, 900, 600, 8],
  ["09:30", 1_200, 900, 600, 7],
  ["09:45", 700, 900, 600, 8],
  ["10:00", 1_200, 900, null, 8],
);

describe("the rows of a chart", () => {
  it("are read by the names of their columns, with a gap where there is nothing", () => {
    const rows = rowsOf(morning);
    expect(rows.map((row) => row.value("waitP90Seconds"))).toEqual([300, null, 1_200, 700, 1_200]);
    expect(rows[0]?.fromMs).toBe(at("09:00"));
    expect(rows[0]?.value("no such column")).toBeNull();
  });

  it("say whether anything was measured", () => {
    expect(isEmptyTable(morning, ["waitP90Seconds"])).toBe(false);
    expect(isEmptyTable(waits(["09:00", null, 900, null, 0]), ["waitP90Seconds"])).toBe(true);
    expect(isEmptyTable(waits(["09:00", 0, 900, null, 0]), ["waitP90Seconds"])).toBe(true);
  });

  it("are thinned out without losing the longest wait", () => {
    const many = rowsOf(
      waits(
        ...Array.from(
          { length: 5_000 },
          (_, index) => ["09:00", index === 1_234 ? 9_999 : index % 7] as const,
        ),
      ),
    );
    const drawn = drawnRows(many, ["waitP90Seconds"], 100);
    expect(drawn.length).toBeLessThan(400);
    expect(Math.max(...drawn.map((row) => row.value("waitP90Seconds") ?? 0))).toBe(9_999);
  });
});

describe("what a chart says in words", () => {
  const rows = rowsOf(morning);

  it("names the earliest of the longest waits, and how often the target was passed", () => {
    expect(extremeOf(rows, "waitP90Seconds", "highest")).toMatchObject({ row: { fromMs: at("09:30") } });
    expect(extremeOf(rows, "waitP90Seconds", "lowest")).toMatchObject({ value: 300 });
    expect(overTarget(rows, "waitP90Seconds", "targetSeconds")).toEqual({ points: 2, of: 4 });
    expect(overTarget(rows, "waitP90Seconds", "no target")).toBeNull();
  });

  it("names the longest stretch beyond what is usual, never a single point", () => {
    expect(beyondTypical(rows, "waitP90Seconds", "above")).toMatchObject({
      first: { fromMs: at("09:30") },
      last: { fromMs: at("09:45") },
    });
    const once = rowsOf(waits(["09:00", 700, 900, 600, 8], ["09:15", 100, 900, 600, 8]));
    expect(beyondTypical(once, "waitP90Seconds", "above")).toBeNull();
    expect(typicalDays(rows)).toBe(8);
  });

  it("says nothing where there is nothing to say", () => {
    expect(extremeOf([], "waitP90Seconds", "highest")).toBeNull();
    expect(beyondTypical([], "waitP90Seconds", "above")).toBeNull();
  });
});

describe("the name of a column", () => {
  it("is told apart from what stands after it", () => {
    expect(splitKey("arrivalsExpectedLow")).toEqual({ name: "arrivals", suffix: "ExpectedLow" });
    expect(splitKey("arrivalsExpected")).toEqual({ name: "arrivals", suffix: "Expected" });
    expect(splitKey("fromMsCompared")).toEqual({ name: "fromMs", suffix: "Compared" });
    expect(splitKey("waitP50Seconds")).toEqual({ name: "waitP50Seconds", suffix: "" });
  });
});
