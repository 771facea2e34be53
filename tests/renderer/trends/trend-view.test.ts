import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  datesOf,
  daysOf,
  instantsOf,
  longestRangeDays,
  onDate,
  periods,
  readTrendView,
  stepView,
  type TrendView,
  untilDate,
  withPeriod,
  writeTrendView,
} from "../../../renderer/trends/trend-view.ts";
import { channels } from "../../../shared/domain/channel.ts";
import { addDays } from "../../../shared/queueing/intervals.ts";

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
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    untilDate: rest.period === "custom" ? addDays(rest.date, days) : rest.date,
  }));

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
      view("period=decade&date=2026-02-30&channel=fax&base=both"),
    );
    expect(view("")).toMatchObject({ period: "day", date: today, siteId: "town-hall", base: "served" });
    expect(view("").channel).toBe("counter");
  });

  it("never spans an end before the start, or more days than can be drawn", () => {
    expect(daysOf(view("period=custom&date=2026-11-10&until=2026-11-01"))).toEqual({
      firstDate: "2026-11-10",
      lastDate: "2026-11-10",
    });
    const longest = daysOf(view("period=custom&date=2020-01-01&until=2026-01-01"));
    expect(datesOf(longest)).toHaveLength(longestRangeDays);
  });
});

describe("the days of a view", () => {
  it("are Monday to Sunday for a week, the whole month for a month", () => {
    expect(daysOf(view("period=week&date=2026-11-29"))).toEqual({
      firstDate: "2026-11-23",
      lastDate: "2026-11-29",
    });
    expect(daysOf(view("period=month&date=2028-02-17"))).toEqual({
      firstDate: "2028-02-01",
      lastDate: "2028-02-29",
    });
  });

  it("come back after one step forth and one back", () => {
    fc.assert(
      fc.property(views, (one) => {
        expect(daysOf(stepView(stepView(one, 1), -1))).toEqual(daysOf(one));
      }),
    );
  });

  it("meet their neighbours without a gap", () => {
    fc.assert(
      fc.property(views, (one) => {
        expect(daysOf(stepView(one, 1)).firstDate).toBe(addDays(daysOf(one).lastDate, 1));
      }),
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
    const { fromMs, toMs } = instantsOf(daysOf(view("date=2026-10-25")), "Europe/Paris");
    expect((toMs - fromMs) / 3_600_000).toBe(25);
    expect(new Date(fromMs).toISOString()).toBe("2026-10-24T22:00:00.000Z");
  });
});
