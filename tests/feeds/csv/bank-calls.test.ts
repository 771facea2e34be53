/** Two weeks of real calls, by their preset: the figures that their publishers give, and exact quantiles. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bankCalls1999 } from "../../../electron/feeds/csv/presets/bank-calls-1999.ts";
import type { Store } from "../../../electron/store/store.ts";
import type { FigureGrouping } from "../../../shared/domain/figure.ts";
import { floorAt } from "../../../shared/domain/floor-at.ts";
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { type Bench, openBench, sharedData } from "./setup.ts";

const path = sharedData("bank-calls-1999/calls-1999-02-01-to-14.tsv");
const zone = "Asia/Jerusalem";
const arrivalsPerDay = [1551, 1835, 1939, 1364, 517, 209, 1533, 1185, 1424, 1673, 1722, 540, 240, 1581];

function figures(store: Store, by: FigureGrouping, base: "served" | "all" = "served") {
  return store.figures({
    fromMs: startOfLocalDateMs("1999-02-01", zone),
    toMs: startOfLocalDateMs("1999-02-15", zone),
    by,
    base,
    siteId: null,
    serviceId: null,
    channel: null,
  });
}

async function floor(store: Store, at: string) {
  const atMs = Date.parse(at);
  return floorAt(atMs, zone, await store.legsAt(atMs), await store.observationsAt(atMs));
}

describe.skipIf(path === undefined)("bank calls of 1999 (skipped: no shared data)", () => {
  let bench: Bench;
  let lines: string[];

  beforeAll(async () => {
    bench = await openBench();
    lines = (await readFile(path ?? "", "utf8")).split("\r\n").filter((line) => line !== "");
  });
  afterAll(() => bench.close());

  /** The exact values, straight from the file: waits of the served, by day of arrival. */
  function servedWaits(date?: string): number[] {
    return lines
      .slice(1)
      .map((line) => line.split("\t"))
      .filter((cells) => cells[12] === "AGENT" && (date === undefined || cells[5] === date))
      .map((cells) => Number(cells[11]))
      .sort((a, b) => a - b);
  }

  function nearestRank(sorted: readonly number[], share: number): number {
    return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  }

  it("are all taken in, but for the phantom calls", async () => {
    const result = await bench.import(path ?? "", bankCalls1999);
    expect(result).toMatchObject({ rows: 17_456, importedRows: 17_313, ignoredRows: 143, rejectedRows: 0 });
    expect(result.events).toMatchObject({ duplicates: 0, rejected: 0 });
    const [total] = await figures(bench.store, "total");
    expect(total).toMatchObject({ arrivals: 17_313, served: 14_405, abandoned: 2_908, handleCount: 14_364 });
    expect(total?.waitMeanSeconds).toBeCloseTo(34.405, 3);
    expect(total?.handleMeanSeconds).toBeCloseTo(167.332, 3);
  });

  it("arrive on the days that the publishers count", async () => {
    expect((await figures(bench.store, "day")).map((row) => row.arrivals)).toEqual(arrivalsPerDay);
  });

  it("have the longest queue and the most services at once where they are known to be", async () => {
    expect((await floor(bench.store, "1999-02-03T13:27:21+02:00")).total.queueLength).toBe(17);
    expect((await floor(bench.store, "1999-02-08T13:53:20+02:00")).total.inService).toBe(11);
  });

  it("have quantiles within one percent of the exact ones, in all and per day", async () => {
    const [total] = await figures(bench.store, "total");
    const check = (value: number | null | undefined, exact: number) =>
      expect(Math.abs((value ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.01 * exact + 1e-9);
    check(total?.waitP50Seconds, nearestRank(servedWaits(), 0.5));
    check(total?.waitP90Seconds, nearestRank(servedWaits(), 0.9));
    for (const row of await figures(bench.store, "day")) {
      const waits = servedWaits(row.key.slice(2).replaceAll("-", ""));
      expect(row.waitCount).toBe(waits.length);
      check(row.waitP50Seconds, nearestRank(waits, 0.5));
      check(row.waitP90Seconds, nearestRank(waits, 0.9));
    }
  });

  it("add nothing when they are imported again", async () => {
    const { events } = await bench.import(path ?? "", bankCalls1999);
    expect(events).toMatchObject({ accepted: 0, rejected: 0, duplicates: events.received });
  });

  it("give the same figures from a file whose lines were shuffled", async () => {
    const shuffled = await openBench();
    const [header = "", ...rows] = lines;
    // A fixed shuffle: each step swaps with a place that only the step decides.
    for (let place = rows.length - 1; place > 0; place -= 1) {
      const other = (place * 7_919) % (place + 1);
      [rows[place], rows[other]] = [rows[other] ?? "", rows[place] ?? ""];
    }
    await shuffled.import(await shuffled.file("calls.tsv", [header, ...rows].join("\n")), bankCalls1999);
    for (const by of ["total", "day", "hour", "service", "agent"] as const) {
      expect(await figures(shuffled.store, by, "all")).toEqual(await figures(bench.store, by, "all"));
    }
    expect(await shuffled.store.projectionDigest()).toBe(await bench.store.projectionDigest());
    await shuffled.close();
  });
});

describe("the preset for the bank calls", () => {
  const header =
    "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

  async function legOf(row: string) {
    const bench = await openBench();
    const result = await bench.import(await bench.file("a.tsv", `${header}\r\n${row}\r\n`), bankCalls1999);
    const found = await bench.store.case("bank-1999:AA0101-1");
    await bench.close();
    return { result, found, leg: found?.legs[0] };
  }
  const ms = (text: string) => Date.parse(`${text}+02:00`);

  it("takes 0:00:00 for midnight where the length of the span shows it", async () => {
    const { leg } = await legOf(
      "AA0101\t1\t0\t2\tPS\t990201\t23:59:30\t23:59:50\t20\t23:59:50\t0:00:00\t10\tAGENT\t0:00:00\t0:01:40\t100\tA07",
    );
    expect(leg).toMatchObject({
      queuedAtMs: ms("1999-02-01T23:59:50"),
      calledAtMs: ms("1999-02-02T00:00:00"),
      startedAtMs: ms("1999-02-02T00:00:00"),
      endedAtMs: ms("1999-02-02T00:01:40"),
      agentId: "A07",
    });
  });

  it("leaves a queue that began a little before the call on its day", async () => {
    const { leg } = await legOf(
      "AA0101\t1\t0\t2\tPS\t990202\t0:00:20\t23:59:40\t-40\t23:59:40\t0:01:00\t80\tAGENT\t0:00:59\t0:02:00\t61\tNO_SERVER",
    );
    expect(leg).toMatchObject({
      arrivedAtMs: ms("1999-02-02T00:00:20"),
      queuedAtMs: ms("1999-02-01T23:59:40"),
      calledAtMs: ms("1999-02-02T00:01:00"),
      agentId: null,
    });
  });

  it("counts a call that was hung up as abandoned, whatever service is written", async () => {
    const { found, leg } = await legOf(
      "AA0101\t1\t0\t0\tNW\t990203\t9:00:00\t9:00:10\t10\t9:00:10\t9:01:10\t60\tHANG\t9:01:09\t9:02:00\t51\tNO_SERVER",
    );
    expect(found?.state).toBe("abandoned");
    expect(leg).toMatchObject({ startedAtMs: null, endedAtMs: ms("1999-02-03T09:01:10") });
  });

  it("rejects an outcome that it does not know", async () => {
    const { result } = await legOf(
      "AA0101\t1\t0\t0\tNW\t990203\t9:00:00\t9:00:10\t10\t0:00:00\t0:00:00\t0\tLOST\t0:00:00\t0:00:00\t0\tNO_SERVER",
    );
    expect(result).toMatchObject({ rows: 1, rejectedRows: 1, events: { received: 0 } });
  });
});
