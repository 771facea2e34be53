import { expect, it } from "vitest";
import type { FigureGrouping } from "../../../shared/domain/figure.ts";
import { levelVariants, serviceLevel } from "../../../shared/domain/service-level.ts";
import { event, minuteMs, morningMs, visit } from "../events.ts";
import { type OpenFresh, onFresh, question } from "./context.ts";

const hourMs = 60 * minuteMs;

/** What the figures say. */
export function figureContract(openFresh: OpenFresh): void {
  it(
    "answers a question about nothing with zeros, and one by time with no rows",
    onFresh(openFresh, async (store) => {
      expect(await store.figures(question())).toEqual([
        {
          key: "total",
          fromMs: null,
          arrivals: 0,
          transfersIn: 0,
          served: 0,
          abandoned: 0,
          noShows: 0,
          waitP50Seconds: null,
          waitP90Seconds: null,
          waitMeanSeconds: null,
          waitCount: 0,
          serviceLevel: null,
          inTarget: 0,
          targetBase: 0,
          levelServed: 0,
          levelAbandoned: 0,
          servedInTarget: 0,
          abandonedInTarget: 0,
          abandonedLate: 0,
          handleMeanSeconds: null,
          handleCount: 0,
        },
      ]);
      expect(await store.figures(question({ by: "day" }))).toEqual([]);
    }),
  );

  it(
    "counts waits of those served, or also of those who gave up",
    onFresh(openFresh, async (store) => {
      const waits = [10, 20, 30, 40, 1000];
      const served = waits.map((waitSeconds, index) =>
        visit(`s${index}`, { arrivedAtMs: morningMs, waitSeconds, handleSeconds: 100 }),
      );
      const left = [5, 500].map((waitSeconds, index) =>
        visit(`l${index}`, { arrivedAtMs: morningMs, waitSeconds, handleSeconds: null }),
      );
      await store.append([...served, ...left].flat(), "http");
      expect((await store.figures(question()))[0]).toMatchObject({
        arrivals: 7,
        served: 5,
        abandoned: 2,
        waitCount: 5,
        waitP50Seconds: 30,
        waitP90Seconds: 1000,
        waitMeanSeconds: 220,
        // 900 s is the counter's target; giving up within 60 s is not held against the service.
        inTarget: 4,
        targetBase: 6,
        serviceLevel: 4 / 6,
        handleMeanSeconds: 100,
        handleCount: 5,
      });
      expect((await store.figures(question({ base: "all" })))[0]).toMatchObject({
        waitCount: 7,
        waitP50Seconds: 30,
        waitMeanSeconds: 1605 / 7,
      });
    }),
  );

  it(
    "gives the worked example of the service level",
    onFresh(openFresh, async (store) => {
      const target = { fromMs: 0, withinSeconds: 20, share: 0.8, shortAbandonSeconds: 5 };
      const service = { id: "calls", name: "Calls", channels: ["phone" as const], targets: [target] };
      await store.putDirectory({ sites: [], services: [service], roster: [] });
      const people = [
        ...Array.from({ length: 860 }, () => ({ waitSeconds: 15, handleSeconds: 60 })),
        ...Array.from({ length: 140 }, () => ({ waitSeconds: 45, handleSeconds: 60 })),
        ...Array.from({ length: 10 }, () => ({ waitSeconds: 3, handleSeconds: null })),
        ...Array.from({ length: 10 }, () => ({ waitSeconds: 12, handleSeconds: null })),
        ...Array.from({ length: 40 }, () => ({ waitSeconds: 70, handleSeconds: null })),
      ];
      const events = people.flatMap((told, index) =>
        visit(`c${index}`, {
          arrivedAtMs: morningMs + index * 1000,
          service: "calls",
          channel: "phone",
          ...told,
        }),
      );
      await store.append(events, "http");
      const [total] = await store.figures(question());
      expect(total?.serviceLevel).toBeCloseTo(0.819, 4);
      expect(total).toMatchObject({ inTarget: 860, targetBase: 1050 });
      const shares = levelVariants.map((variant) => total && serviceLevel(total, variant).serviceLevel);
      expect(shares.map((share) => ((share ?? 0) * 100).toFixed(2))).toEqual([
        "81.90",
        "81.13",
        "86.00",
        "83.02",
      ]);
    }),
  );

  it(
    "keeps quantiles of many waits within one percent, whole days and single intervals alike",
    onFresh(openFresh, async (store) => {
      const waits = Array.from({ length: 3000 }, (_, index) => ((index * 7919) % 3000) + 1);
      const events = waits.flatMap((waitSeconds, index) =>
        visit(`c${index}`, { arrivedAtMs: morningMs + index * 2 * minuteMs, waitSeconds, handleSeconds: 60 }),
      );
      await store.append(events, "http");
      for (const window of [{}, { fromMs: morningMs, toMs: morningMs + 3000 * 2 * minuteMs }]) {
        const [total] = await store.figures(question(window));
        expect(total?.waitCount).toBe(3000);
        expect(Math.abs((total?.waitP50Seconds ?? 0) / 1500 - 1)).toBeLessThanOrEqual(0.01);
        expect(Math.abs((total?.waitP90Seconds ?? 0) / 2700 - 1)).toBeLessThanOrEqual(0.01);
        expect(total?.waitMeanSeconds).toBeCloseTo(1500.5, 6);
      }
    }),
  );

  it(
    "names rows by local time, and by what they are about",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          visit("a", { arrivedAtMs: morningMs, waitSeconds: 60, handleSeconds: 60, agent: "alice" }),
          visit("b", { arrivedAtMs: morningMs + 20 * minuteMs, waitSeconds: 120, handleSeconds: 60 }),
          visit("c", {
            arrivedAtMs: morningMs + 26 * hourMs,
            waitSeconds: 5,
            handleSeconds: 60,
            service: "planning",
            channel: "phone",
            agent: "bob",
          }),
        ].flat(),
        "http",
      );
      const keys = async (by: Parameters<typeof question>[0]) =>
        (await store.figures(question(by))).map((row) => [row.key, row.fromMs, row.arrivals]);
      expect(await keys({ by: "interval" })).toEqual([
        ["2026-03-02T09:00+01:00", morningMs, 1],
        ["2026-03-02T09:15+01:00", morningMs + 15 * minuteMs, 1],
        ["2026-03-03T11:00+01:00", morningMs + 26 * hourMs, 1],
      ]);
      expect(await keys({ by: "hour" })).toEqual([
        ["2026-03-02T09:00+01:00", morningMs, 2],
        ["2026-03-03T11:00+01:00", morningMs + 26 * hourMs, 1],
      ]);
      expect(await keys({ by: "day" })).toEqual([
        ["2026-03-02", Date.UTC(2026, 2, 1, 23), 2],
        ["2026-03-03", Date.UTC(2026, 2, 2, 23), 1],
      ]);
      expect(await keys({ by: "week" })).toEqual([["2026-03-02", Date.UTC(2026, 2, 1, 23), 3]]);
      expect(await keys({ by: "month" })).toEqual([["2026-03", Date.UTC(2026, 1, 28, 23), 3]]);
      expect(await keys({ by: "year" })).toEqual([["2026", Date.UTC(2025, 11, 31, 23), 3]]);
      expect(await keys({ by: "weekday-hour" })).toEqual([
        ["1-09", null, 2],
        ["2-11", null, 1],
      ]);
      expect(await keys({ by: "service" })).toEqual([
        ["passports", null, 2],
        ["planning", null, 1],
      ]);
      expect(await keys({ by: "channel" })).toEqual([
        ["counter", null, 2],
        ["phone", null, 1],
      ]);
      expect(await keys({ by: "agent" })).toEqual([
        ["", null, 1],
        ["alice", null, 1],
        ["bob", null, 1],
      ]);
      expect(await keys({ by: "day", serviceId: "planning" })).toEqual([
        ["2026-03-03", Date.UTC(2026, 2, 2, 23), 1],
      ]);
      expect(await keys({ channel: "email" })).toEqual([["total", null, 0]]);
      expect(await keys({ siteId: "hall", channel: "phone" })).toEqual([["total", null, 1]]);
    }),
  );

  it(
    "keeps the two hours of the autumn change apart, and makes one day of 25 hours of them",
    onFresh(openFresh, async (store) => {
      const changeMs = Date.UTC(2026, 9, 25, 0, 30);
      const visits = [0, hourMs].map((later) =>
        visit(`c${later}`, { arrivedAtMs: changeMs + later, waitSeconds: 1, handleSeconds: 1 }),
      );
      await store.append(visits.flat(), "http");
      const hours = await store.figures(question({ by: "hour" }));
      expect(hours.map((row) => row.key)).toEqual(["2026-10-25T02:00+01:00", "2026-10-25T02:00+02:00"]);
      const days = await store.figures(question({ by: "day" }));
      expect(days.map((row) => [row.key, row.arrivals])).toEqual([["2026-10-25", 2]]);
    }),
  );

  it(
    "gives 100 quarter hours to the day that the clocks go back, 92 to the day they go forward, and adds them up",
    onFresh(openFresh, async (store) => {
      const days = [
        { fromMs: Date.UTC(2026, 9, 24, 22), quarters: 100 },
        { fromMs: Date.UTC(2027, 2, 27, 23), quarters: 92 },
      ];
      const arrivals = days.flatMap(({ fromMs, quarters }) =>
        Array.from({ length: quarters }, (_, index) => fromMs + index * 15 * minuteMs),
      );
      const visits = arrivals.map((arrivedAtMs) =>
        visit(`c${arrivedAtMs}`, { arrivedAtMs, waitSeconds: 60, handleSeconds: 60 }),
      );
      await store.append(visits.flat(), "http");
      for (const { fromMs, quarters } of days) {
        const day = { fromMs, toMs: fromMs + quarters * 15 * minuteMs };
        const hours = quarters / 4;
        const rows = async (by: FigureGrouping) => await store.figures(question({ ...day, by }));
        const counts = async (by: FigureGrouping) => (await rows(by)).map((row) => row.arrivals);
        expect(await counts("interval")).toEqual(Array(quarters).fill(1));
        expect(new Set((await rows("interval")).map((row) => row.key)).size).toBe(quarters);
        expect(await counts("hour")).toEqual(Array(hours).fill(4));
        // Two o'clock is twice there on the one Sunday, and not at all on the other.
        expect((await counts("weekday-hour"))[2]).toBe(hours === 25 ? 8 : 4);
        expect((await rows("weekday-hour")).map((row) => row.key).includes("7-02")).toBe(hours === 25);
        for (const by of ["day", "week", "month", "year", "total"] as const) {
          expect(await counts(by)).toEqual([quarters]);
        }
      }
    }),
  );

  it(
    "gives each leg of a hand-off its own service, and never resets the clock",
    onFresh(openFresh, async (store) => {
      await store.append(
        [
          event("case.arrived", "c1", morningMs, { site: "hall", service: "passports", channel: "counter" }),
          event("case.transferred", "c1", morningMs + 10 * minuteMs, { toService: "planning" }),
          event("case.called", "c1", morningMs + 14 * minuteMs, {}),
          event("case.started", "c1", morningMs + 14 * minuteMs, {}),
          event("case.completed", "c1", morningMs + 20 * minuteMs, {}),
        ],
        "http",
      );
      const [passports, planning] = await store.figures(question({ by: "service" }));
      expect(passports).toMatchObject({ key: "passports", arrivals: 1, served: 0, waitCount: 0 });
      expect(planning).toMatchObject({ arrivals: 0, transfersIn: 1, served: 1, waitMeanSeconds: 14 * 60 });
    }),
  );

  it(
    "moves a contribution where a late event changes the past",
    onFresh(openFresh, async (store) => {
      const events = visit("c1", { arrivedAtMs: morningMs, waitSeconds: 600, handleSeconds: 60 });
      await store.append(events, "http");
      const earlier = { site: "hall", service: "passports", channel: "counter" } as const;
      await store.append([event("case.arrived", "c1", morningMs - 26 * hourMs, earlier)], "http");
      const days = await store.figures(question({ by: "day" }));
      expect(days.map((row) => [row.key, row.arrivals, row.waitMeanSeconds])).toEqual([
        ["2026-03-01", 1, 26 * 3600 + 600],
      ]);
    }),
  );

  it(
    "counts who came per interval and service, channels and hand-offs taken together",
    onFresh(openFresh, async (store) => {
      const times = { waitSeconds: 60, handleSeconds: 100 };
      await store.append(
        [
          ...visit("a", { arrivedAtMs: morningMs, ...times }),
          ...visit("b", { arrivedAtMs: morningMs + minuteMs, ...times }),
          ...visit("c", { arrivedAtMs: morningMs + hourMs, ...times }),
        ].flat(),
        "http",
      );
      const counts = await store.arrivalCounts(morningMs, morningMs + 2 * hourMs);
      expect(counts.map(({ intervalStartMs, arrivals }) => [intervalStartMs, arrivals])).toEqual([
        [morningMs, 2],
        [morningMs + hourMs, 1],
      ]);
      expect(await store.arrivalCounts(morningMs + minuteMs, morningMs + hourMs)).toEqual([]);
    }),
  );
}
