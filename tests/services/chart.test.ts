import { describe, expect, it } from "vitest";
import { createCharts } from "../../electron/services/chart.ts";
import { createClock } from "../../electron/services/clock.ts";
import { createFigures } from "../../electron/services/figure.ts";
import type { Store } from "../../electron/store/store.ts";
import {
  type ChartKind,
  type ChartQuestion,
  type ChartTable,
  chartKinds,
} from "../../shared/domain/chart.ts";
import { addDays, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { event, type Visit, visit } from "../store/events.ts";

const paris = "Europe/Paris";
/** A Tuesday. */
const today = "2026-11-24";
const nowMs = startOfLocalDateMs(today, paris) + 14.4 * 3_600_000;
const minuteMs = 60_000;

function at(date: string, time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return startOfLocalDateMs(date, paris) + ((hours ?? 0) * 60 + (minutes ?? 0)) * minuteMs;
}

let visits = 0;

async function come(store: Store, arrivedAtMs: number, told: Partial<Visit> = {}): Promise<void> {
  visits += 1;
  await store.append(
    visit(`c${visits}`, { arrivedAtMs, waitSeconds: 300, handleSeconds: 600, ...told }),
    "http",
  );
}

function chartsOf(store: Store) {
  return createCharts(
    createFigures(store),
    store,
    createClock(() => nowMs),
  );
}

function question(chart: ChartKind, asked: Partial<ChartQuestion> = {}): ChartQuestion {
  return {
    chart,
    firstDate: today,
    lastDate: today,
    step: "interval",
    base: "served",
    siteId: null,
    serviceId: null,
    channel: null,
    comparedFirstDate: null,
    ...asked,
  };
}

/** The values of a column, from top to bottom. */
function column(table: ChartTable, key: string): ChartTable["rows"][number] {
  const index = table.columns.findIndex((one) => one.key === key);
  if (index === -1) throw new Error(`no column ${key} in ${table.columns.map((one) => one.key).join(", ")}`);
  return table.rows.map((row) => row[index] ?? null);
}

/** The value of a column in the row that begins at an instant. */
function valueAt(table: ChartTable, key: string, fromMs: number) {
  return column(table, key)[column(table, "fromMs").indexOf(fromMs)];
}

const sum = (values: ChartTable["rows"][number]) =>
  values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);

describe("the table of a chart over time", () => {
  it("holds the figures of the store, point by point", async () => {
    const store = await temporaryStore();
    await come(store, at(today, "10:02"), { waitSeconds: 60 });
    await come(store, at(today, "10:03"), { waitSeconds: 1500 });
    await come(store, at(today, "11:20"), { handleSeconds: null, waitSeconds: 900 });
    const charts = chartsOf(store);
    const { rows } = await createFigures(store).query({
      fromMs: at(today, "0:00"),
      toMs: at(addDays(today, 1), "0:00"),
      by: "interval",
      base: "served",
      siteId: null,
      serviceId: null,
      channel: null,
    });
    expect(rows).toHaveLength(2);
    const tables = await Promise.all(
      (["waits", "arrivals", "level", "abandonment", "handle"] as const).map((chart) =>
        charts.table(question(chart)),
      ),
    );
    for (const table of tables) {
      for (const { key } of table.columns) {
        for (const row of rows) {
          if (!(key in row) || key === "fromMs") continue;
          expect([key, valueAt(table, key, row.fromMs ?? 0)]).toEqual([key, row[key as keyof typeof row]]);
        }
      }
    }
    const [waits, arrivals, , abandonment] = tables;
    if (waits === undefined || arrivals === undefined || abandonment === undefined)
      throw new Error("no table");
    expect(waits.caseCount).toBe(3);
    expect(sum(column(arrivals, "arrivals"))).toBe(3);
    expect(valueAt(abandonment, "abandonment", at(today, "11:15"))).toBe(1);
    expect(column(waits, "fromMs")).toEqual(
      ["10:00", "10:15", "10:30", "10:45", "11:00", "11:15", "11:30", "11:45"].map((time) => at(today, time)),
    );
  });

  it("has a gap where nobody's wait counts, a zero where nobody came, and nothing of what has not begun", async () => {
    const store = await temporaryStore();
    for (const time of ["10:00", "14:00"]) await come(store, at(today, time));
    await come(store, at(addDays(today, -7), "15:30"));
    const charts = chartsOf(store);
    const compared = { comparedFirstDate: addDays(today, -7) };
    const waits = await charts.table(question("waits", compared));
    const arrivals = await charts.table(question("arrivals", compared));
    expect(valueAt(waits, "waitP90Seconds", at(today, "10:15"))).toBeNull();
    expect(valueAt(arrivals, "arrivals", at(today, "10:15"))).toBe(0);
    expect(valueAt(arrivals, "arrivals", at(today, "15:30"))).toBeNull();
    expect(valueAt(arrivals, "arrivalsCompared", at(today, "15:30"))).toBe(1);
  });

  it("keeps all quarter hours of the days on which the clock is set, and adds them up", async () => {
    for (const [date, quarters] of [
      ["2026-10-25", 100],
      ["2026-03-29", 92],
    ] as const) {
      const store = await temporaryStore();
      const startMs = startOfLocalDateMs(date, paris);
      for (let index = 0; index < quarters; index += 1) await come(store, startMs + index * 15 * minuteMs);
      const ask = (step: ChartQuestion["step"]) =>
        chartsOf(store).table(question("arrivals", { firstDate: date, lastDate: date, step }));
      expect(column(await ask("interval"), "arrivals")).toEqual(Array(quarters).fill(1));
      expect(column(await ask("hour"), "arrivals")).toEqual(Array(quarters / 4).fill(4));
      for (const step of ["day", "week", "month", "year"] as const) {
        expect(column(await ask(step), "arrivals")).toEqual([quarters]);
      }
    }
  });

  it("has a place for every day, week, month and year of the period", async () => {
    const store = await temporaryStore();
    await come(store, at("2026-02-17", "10:00"));
    const charts = chartsOf(store);
    const year = { firstDate: "2026-01-01", lastDate: "2026-12-31" };
    for (const [step, count] of [
      ["day", 365],
      ["week", 53],
      ["month", 12],
      ["year", 1],
    ] as const) {
      const table = await charts.table(question("arrivals", { ...year, step }));
      expect(table.rows).toHaveLength(count);
      expect(sum(column(table, "arrivals"))).toBe(1);
    }
  });

  it("sets a day over the band of the same weekdays before it", async () => {
    const store = await temporaryStore();
    for (let week = 1; week <= 5; week += 1) {
      const date = addDays(today, -7 * week);
      await come(store, at(date, "10:00"), { waitSeconds: week * 100 });
      if (week <= 3) await come(store, at(date, "11:00"));
    }
    // Another weekday, and what is older than eight weeks, say nothing of a Tuesday.
    await come(store, at(addDays(today, -1), "10:00"), { waitSeconds: 5_000 });
    await come(store, at(addDays(today, -63), "10:00"), { waitSeconds: 5_000 });
    await come(store, at(today, "10:05"), { waitSeconds: 50 });
    const waits = await chartsOf(store).table(question("waits"));
    const ten = at(today, "10:00");
    expect(valueAt(waits, "waitP90SecondsTypicalLow", ten)).toBeCloseTo(140, 6);
    expect(valueAt(waits, "waitP90SecondsTypicalHigh", ten)).toBeCloseTo(460, 6);
    expect(valueAt(waits, "typicalDays", ten)).toBe(5);
    expect(valueAt(waits, "waitP90SecondsTypicalHigh", at(today, "11:00"))).toBeNull();
    expect(waits.definitions).toHaveProperty("typicalDays");
    const arrivals = await chartsOf(store).table(question("arrivals"));
    expect(valueAt(arrivals, "arrivalsTypicalHigh", at(today, "11:00"))).toBe(1);
    expect(valueAt(arrivals, "arrivalsTypicalLow", at(today, "11:00"))).toBe(0);
  });

  it("leaves out of what is usual what came while the doors were closed", async () => {
    const store = await temporaryStore();
    for (let week = 1; week <= 6; week += 1) {
      const date = addDays(today, -7 * week);
      await come(store, at(date, "10:00"), { waitSeconds: week <= 4 ? 300 : 3_000 });
    }
    const usual = async () => {
      const waits = await chartsOf(store).table(question("waits", { siteId: "hall" }));
      const ten = at(today, "10:00");
      return [valueAt(waits, "waitP90SecondsTypicalHigh", ten), valueAt(waits, "typicalDays", ten)];
    };
    await come(store, at(today, "10:00"));
    expect(await usual()).toEqual([3_000, 6]);
    await store.putCalendar(
      {
        siteId: "hall",
        serviceId: null,
        versions: [],
        exceptions: [addDays(today, -35), addDays(today, -42)].map((date, index) => ({
          id: `works-${index}`,
          kind: "closed" as const,
          fromDate: date,
          toDate: date,
          span: null,
          reason: "Travaux",
        })),
      },
      [],
    );
    expect(await usual()).toEqual([300, 4]);
  });

  it("expects arrivals for the rest of today, from days like it, and for no other day", async () => {
    const store = await temporaryStore();
    for (let back = 1; back <= 14; back += 1) {
      for (const time of ["10:00", "14:30", "16:00"]) await come(store, at(addDays(today, -back), time));
    }
    await come(store, at(today, "10:00"));
    const charts = chartsOf(store);
    const arrivals = await charts.table(question("arrivals"));
    expect(valueAt(arrivals, "arrivalsExpected", at(today, "10:00"))).toBeNull();
    expect(valueAt(arrivals, "arrivalsExpected", at(today, "16:00"))).toBeCloseTo(1, 1);
    expect(valueAt(arrivals, "arrivals", at(today, "16:00"))).toBeNull();
    const past = await charts.table(
      question("arrivals", { firstDate: addDays(today, -1), lastDate: addDays(today, -1) }),
    );
    expect(past.columns.map(({ key }) => key)).not.toContain("arrivalsExpected");
  });

  it("sets another period beside it, day by day", async () => {
    const store = await temporaryStore();
    await come(store, at("2026-11-10", "10:00"), { waitSeconds: 120 });
    await come(store, at("2025-11-11", "10:00"), { waitSeconds: 240 });
    const table = await chartsOf(store).table(
      question("waits", {
        firstDate: "2026-11-09",
        lastDate: "2026-11-15",
        step: "day",
        comparedFirstDate: "2025-11-10",
      }),
    );
    const tuesday = startOfLocalDateMs("2026-11-10", paris);
    expect(valueAt(table, "waitP50Seconds", tuesday)).toBe(120);
    expect(valueAt(table, "waitP50SecondsCompared", tuesday)).toBe(240);
    expect(valueAt(table, "fromMsCompared", tuesday)).toBe(startOfLocalDateMs("2025-11-11", paris));
    expect(table.definitions).toHaveProperty("compared");
  });

  it("refuses a period that ends before it begins, and more points than can be drawn", async () => {
    const charts = chartsOf(await temporaryStore());
    await expect(charts.table(question("waits", { lastDate: addDays(today, -1) }))).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(
      charts.table(question("waits", { firstDate: "2016-01-01", step: "interval" })),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("how busy agents were, and how people felt treated", () => {
  it("come from what agents and citizens said, and are withheld where they would tell of one person", async () => {
    const store = await temporaryStore();
    for (const agent of ["amina", "benoit", "chloe"]) {
      await store.append(
        [
          event("agent.signed_in", agent, at(today, "9:00"), { site: "hall" }),
          event("agent.state_changed", agent, at(today, "10:00"), { state: "serving" }),
          event("agent.state_changed", agent, at(today, "10:30"), { state: "available" }),
          event("agent.signed_out", agent, at(today, "11:00"), {}),
        ],
        "http",
      );
    }
    for (let index = 0; index < 5; index += 1) await come(store, at(today, "10:00") + index);
    const charts = chartsOf(store);
    const busy = await charts.table(question("occupancy"));
    expect(valueAt(busy, "occupancy", at(today, "10:15"))).toBe(1);
    expect(valueAt(busy, "occupancy", at(today, "10:30"))).toBe(0);
    expect(busy.caseCount).toBe(5);
    expect(busy.definitions).toHaveProperty("occupancy");
    const felt = () => charts.table(question("experience", { step: "day" }));
    const answer = (index: number) =>
      store.append(
        [event("feedback.given", `c${visits - index}`, at(today, "10:40") + index, { treated: 5 })],
        "http",
      );
    for (let index = 0; index < 4; index += 1) await answer(index);
    expect(column(await felt(), "experience")).toEqual([null]);
    await answer(4);
    const told = await felt();
    expect(column(told, "treatedScore")).toEqual([100]);
    expect(column(told, "answerCount")).toEqual([5]);
  });
});

describe("the other tables", () => {
  it("have one row for each hour of the week, with quantiles that were merged and not averaged", async () => {
    const store = await temporaryStore();
    for (const [index, waitSeconds] of [100, 200, 900].entries()) {
      await come(store, at(addDays(today, -7 * index), "10:30"), { waitSeconds });
    }
    await come(store, at(addDays(today, -1), "8:00"));
    const table = await chartsOf(store).table(
      question("heat-map", { firstDate: addDays(today, -55), step: "hour" }),
    );
    expect(column(table, "weekday")).toEqual([1, 1, 1, 2, 2, 2]);
    expect(column(table, "hour")).toEqual([8, 9, 10, 8, 9, 10]);
    expect(column(table, "waitP50Seconds")).toEqual([300, null, null, null, null, 200]);
    expect(column(table, "arrivals")).toEqual([1, 0, 0, 0, 0, 3]);
  });

  it("count waits by their length for either base, each wait once", async () => {
    const store = await temporaryStore();
    for (let index = 0; index < 20; index += 1) {
      await come(store, at(today, "9:00") + index * minuteMs, { waitSeconds: index * 60 });
    }
    await come(store, at(today, "9:30"), { waitSeconds: 2_000, handleSeconds: null });
    const charts = chartsOf(store);
    const served = await charts.table(question("wait-distribution"));
    expect(sum(column(served, "waitCount"))).toBe(20);
    expect(sum(column(served, "waitShare"))).toBeCloseTo(1, 9);
    // p90 of 0, 1 … 19 min is 17 min: two-minute buckets; the first holds 0, 1 and 2 min.
    expect(served.rows[0]).toEqual([0, 120, 3, 3 / 20]);
    const all = await charts.table(question("wait-distribution", { base: "all" }));
    expect(sum(column(all, "waitCount"))).toBe(21);
    expect(column(all, "waitCount").at(-1)).toBe(1);
  });

  it("count many waits from the sketches as they would one by one, but for 1 % at the bounds", async () => {
    const store = await temporaryStore();
    const events = Array.from({ length: 1_000 }, (_, index) =>
      visit(`many${index}`, {
        arrivedAtMs: at(addDays(today, -(index % 90)), "9:00") + index * 1_000,
        waitSeconds: 30 + ((index * 37) % 40) * 60,
        handleSeconds: index % 4 === 0 ? null : 300,
      }),
    );
    await store.append(events.flat(), "http");
    const window = { firstDate: addDays(today, -80), lastDate: addDays(today, -1) };
    const table = await chartsOf(store).table(question("wait-distribution", { ...window, base: "all" }));
    const legs = await store.contributions(
      startOfLocalDateMs(window.firstDate, paris),
      startOfLocalDateMs(today, paris),
    );
    const waits = legs.flatMap(({ waitMs }) => (waitMs === null ? [] : [waitMs / 1000]));
    expect(sum(column(table, "waitCount"))).toBe(waits.length);
    // Bounds are whole minutes; every wait is half a minute away, which is more than 1 %.
    for (const [from, to, count] of table.rows) {
      const exact = waits.filter((wait) => wait > Number(from) && wait <= Number(to ?? Number.MAX_VALUE));
      expect([from, count]).toEqual([from, exact.length]);
    }
  });

  it("have their columns and definitions also where there is nothing", async () => {
    const charts = chartsOf(await temporaryStore());
    for (const chart of chartKinds) {
      const table = await charts.table(question(chart, { step: "day", comparedFirstDate: "2025-11-25" }));
      expect(table.columns.length).toBeGreaterThan(3);
      expect(Object.values(table.definitions)).not.toContain("");
      expect(table.caseCount).toBe(0);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    }
  });
});
