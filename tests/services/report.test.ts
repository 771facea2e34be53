import { describe, expect, it } from "vitest";
import { createCharts } from "../../electron/services/chart.ts";
import { createFigures } from "../../electron/services/figure.ts";
import { createReports } from "../../electron/services/report.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { minuteMs, visit } from "../store/events.ts";
import { steadyClock } from "./steady-clock.ts";

const dayMs = 24 * 60 * minuteMs;
/** Thursday, at noon in Paris. */
const noonMs = Date.parse("2026-11-19T12:00:00+01:00");
const question = { period: "week", date: "2026-11-18", siteId: null, channel: "counter" } as const;

/** So many people on a day at ten, each waiting the same. */
function people(daysAgo: number, count: number, waitSeconds: number) {
  const tenMs = noonMs - daysAgo * dayMs - 120 * minuteMs;
  return Array.from({ length: count }, (_, index) =>
    visit(`d${daysAgo}-${index}`, {
      arrivedAtMs: tenMs + index * minuteMs,
      waitSeconds,
      handleSeconds: 60,
    }),
  ).flat();
}

async function reportAfter(...told: ReturnType<typeof people>[]) {
  const store = await temporaryStore();
  const clock = steadyClock(noonMs);
  await store.append(told.flat(), "test");
  const figures = createFigures(store);
  return createReports({
    store,
    figures,
    charts: createCharts(figures, store, clock),
    clock,
    operator: () => "Nadia F.",
    language: () => "fr",
    audit: { record: async () => undefined },
    print: () => Promise.reject(new Error("Nothing is printed here.")),
  }).get(question);
}

describe("a report of the week under way", () => {
  it("sets its days that are over beside as many of the week before, today left out", async () => {
    // Monday to Wednesday: 2 + 3 + 0 people here, 4 on the Monday before; 9 came on the Thursday before.
    const { figures, comparison } = await reportAfter(
      people(0, 5, 60),
      people(2, 3, 120),
      people(3, 2, 120),
      people(7, 9, 600),
      people(10, 4, 300),
      people(11, 1, 60),
    );
    expect(figures?.arrivals).toBe(10);
    expect(comparison).toMatchObject({
      kind: "first_days",
      days: 3,
      figures: { arrivals: 5, waitP50Seconds: 120 },
      before: { arrivals: 4, waitP50Seconds: 300 },
    });
  });

  it("is set beside nothing, where data begin within the Monday before: that day may be known in part", async () => {
    const { comparison } = await reportAfter(people(2, 3, 120), people(10, 4, 300));
    expect(comparison).toEqual({ kind: "not_known_before", knownFromDate: "2026-11-10" });
  });

  it("is set beside nothing, where no day that is over is known whole", async () => {
    const none = { kind: "not_known_before", knownFromDate: null };
    expect((await reportAfter(people(0, 5, 60))).comparison).toEqual(none);
    expect((await reportAfter(people(0, 5, 60), people(1, 3, 60))).comparison).toEqual(none);
    expect((await reportAfter(people(30, 4, 60))).comparison).toEqual(none);
  });

  it("says that nobody came on the days before, where the store knows them", async () => {
    const { comparison } = await reportAfter(people(2, 3, 120), people(30, 1, 60));
    expect(comparison).toEqual({ kind: "nobody_before" });
  });
});
