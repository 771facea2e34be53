import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysOf,
  longestRangeDays,
  onDate,
  periods,
  stepView,
  untilDate,
  withPeriod,
} from "../../../renderer/trends/trend-days.ts";
import {
  comparedDateOf,
  questionOf,
  rangeOf,
  stepOf,
  stepsOf,
} from "../../../renderer/trends/trend-question.ts";
import {
  heatMeasures,
  readTrendView,
  settled,
  type TrendView,
  writeTrendView,
} from "../../../renderer/trends/trend-view.ts";
import { channels } from "../../../shared/domain/channel.ts";
import { chartKinds, chartQuestionSchema, chartSteps } from "../../../shared/domain/chart.ts";
import { chartPoints, datesOf, instantsOf } from "../../../shared/domain/chart-points.ts";
import { addDays, weekdayOf } from "../../../shared/queueing/intervals.ts";

const today = "2026-11-24";
const defaults = { today, siteId: "town-hall", channel: "counter" } as const;
const view = (text: string): TrendView => readTrendView(new URLSearchParams(text), defaults);

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
const views: fc.Arbitrary<TrendView> = fc
  .record({
    period: fc.constantFrom(...periods),
    date,
    days: fc.integer({ min: 0, max: longestRangeDays - 1 }),
    siteId: fc.option(fc.string({ minLength: 1 })),
    serviceId: fc.option(fc.string({ minLength: 1 })),
    channel: fc.option(fc.constantFrom(...channels)),
    base: fc.constantFrom("served" as const, "all" as const),
    chart: fc.option(fc.constantFrom(...chartKinds)),
    step: fc.option(fc.constantFrom(...chartSteps)),
    compared: fc.option(fc.oneof(fc.constantFrom("previous", "last-year"), date)),
    heat: fc.constantFrom(...heatMeasures),
    zoom: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }))
        .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length })),
    ),
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    untilDate: rest.period === "custom" ? addDays(rest.date, days) : rest.date,
  }));

const weekday = (one: string) => weekdayOf(Date.parse(`${one}T12:00:00Z`), "UTC");

describe("the view of the trends in the address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(views, (one) => {
        expect(readTrendView(new URLSearchParams(writeTrendView(one).toString()), defaults)).toEqual(one);
      }),
    );
  });

  it("is today at the usual site and channel where the address says nothing or nonsense", () => {
    expect({ ...view(""), channel: null }).toEqual(
      view(
        "period=decade&date=2026-02-30&channel=fax&base=both&chart=pie&step=minute&compared=soon&heat=1&zoom=9-3",
      ),
    );
    expect(view("")).toMatchObject({ period: "day", date: today, siteId: "town-hall", base: "served" });
    expect(view("")).toMatchObject({ channel: "counter", chart: null, compared: null, zoom: null });
  });

  it("never spans an end before the start, or more days than can be drawn", () => {
    expect(daysOf(view("period=custom&date=2026-11-10&until=2026-11-01"))).toEqual({
      firstDate: "2026-11-10",
      lastDate: "2026-11-10",
    });
    const longest = daysOf(view("period=custom&date=2000-01-01&until=2026-01-01"));
    expect(datesOf(longest)).toHaveLength(longestRangeDays);
  });

  it("leaves a closer look and a step behind where they no longer fit", () => {
    const closer = view("period=week&date=2026-11-25&step=hour&zoom=1-2&chart=waits");
    expect(settled(closer, { ...closer, base: "all" })).toMatchObject({ zoom: { fromMs: 1, toMs: 2 } });
    expect(settled(closer, stepView(closer, 1))).toMatchObject({ zoom: null, step: "hour" });
    expect(settled(closer, withPeriod(closer, "year"))).toMatchObject({ zoom: null, step: null });
  });
});

describe("the days of a view", () => {
  it("are Monday to Sunday for a week, the whole month for a month, the whole year for a year", () => {
    expect(daysOf(view("period=week&date=2026-11-29"))).toEqual({
      firstDate: "2026-11-23",
      lastDate: "2026-11-29",
    });
    expect(daysOf(view("period=month&date=2028-02-17"))).toEqual({
      firstDate: "2028-02-01",
      lastDate: "2028-02-29",
    });
    expect(daysOf(view("period=year&date=2028-02-17"))).toEqual({
      firstDate: "2028-01-01",
      lastDate: "2028-12-31",
    });
  });

  it("come back after one step forth and one back", () => {
    fc.assert(
      fc.property(views, (one) => {
        expect(daysOf(stepView(stepView(one, 1), -1))).toEqual(daysOf(one));
      }),
      { numRuns: 40 },
    );
  });

  it("meet their neighbours without a gap", () => {
    fc.assert(
      fc.property(views, (one) => {
        expect(daysOf(stepView(one, 1)).firstDate).toBe(addDays(daysOf(one).lastDate, 1));
      }),
      { numRuns: 40 },
    );
  });

  it("stay on screen when a free range is asked for", () => {
    expect(daysOf(withPeriod(view("period=week&date=2026-11-25"), "custom"))).toEqual({
      firstDate: "2026-11-23",
      lastDate: "2026-11-29",
    });
    expect(withPeriod(view("period=custom&date=2026-11-02&until=2026-11-20"), "day").date).toBe("2026-11-02");
  });

  it("move along when one end of a free range passes the other", () => {
    const range = view("period=custom&date=2026-11-10&until=2026-11-20");
    expect(daysOf(onDate(range, "2026-11-25"))).toEqual({ firstDate: "2026-11-25", lastDate: "2026-11-25" });
    expect(daysOf(untilDate(range, "2026-11-05"))).toEqual({
      firstDate: "2026-11-05",
      lastDate: "2026-11-05",
    });
  });

  it("last 25 hours when the clock is put back, in the site's time zone", () => {
    const { fromMs, toMs } = instantsOf(daysOf(view("period=day&date=2026-10-25")), "Europe/Paris");
    expect((toMs - fromMs) / 3_600_000).toBe(25);
  });
});

describe("the question of a chart", () => {
  it("is one that the service takes, with points enough to see a shape and few enough to draw", () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...chartKinds), (one, chart) => {
        const question = questionOf(one, chart);
        expect(chartQuestionSchema.safeParse(question).success).toBe(true);
        if (chart === "heat-map") return;
        expect(stepsOf(daysOf(one))).toContain(question.step);
        const count = chartPoints(question.step, question, "Europe/Paris").length;
        expect(count).toBeLessThanOrEqual(9_000);
      }),
      { numRuns: 60 },
    );
  });

  it("has the step that suits the period, or the one chosen where that suits too", () => {
    expect(stepOf(view("period=day"))).toBe("interval");
    expect(stepOf(view("period=week"))).toBe("day");
    expect(stepOf(view("period=year"))).toBe("week");
    expect(stepOf(view("period=custom&date=2016-01-01&until=2025-12-31"))).toBe("month");
    expect(stepOf(view("period=week&step=hour"))).toBe("hour");
    expect(stepOf(view("period=day&step=month"))).toBe("interval");
  });

  it("sets the same weekday beside a day or a week, the same month or year beside those", () => {
    const compared = (text: string) => comparedDateOf(view(text));
    expect(compared("period=day")).toBeNull();
    expect(compared("period=day&compared=previous")).toBe("2026-11-17");
    expect(compared("period=month&compared=previous")).toBe("2026-10-01");
    expect(compared("period=month&compared=last-year")).toBe("2025-11-01");
    expect(compared("period=year&compared=previous")).toBe("2025-01-01");
    expect(compared("period=custom&date=2028-02-29&until=2028-03-01&compared=last-year")).toBe("2027-02-28");
    expect(compared("period=custom&date=2026-11-10&until=2026-11-19&compared=previous")).toBe("2026-10-31");
    expect(compared("period=day&compared=2024-05-06")).toBe("2024-05-06");
    for (const period of ["day", "week"]) {
      const first = daysOf(view(`period=${period}`)).firstDate;
      expect(weekday(compared(`period=${period}&compared=last-year`) ?? "")).toBe(weekday(first));
    }
  });

  it("covers twelve weeks for the hours of the week of a day, and the period itself where that is long", () => {
    expect(rangeOf(view("period=day"), "heat-map")).toEqual({ firstDate: "2026-09-02", lastDate: today });
    expect(rangeOf(view("period=month"), "heat-map")).toEqual(daysOf(view("period=month")));
    expect(rangeOf(view("period=day"), "waits")).toEqual(daysOf(view("period=day")));
  });
});
