import { describe, expect, it } from "vitest";
import { createTrendFormat, waitUnit } from "../../../renderer/trends/trend-format.ts";

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00Z`);
const paris = "Europe/Paris";
const french = createTrendFormat("fr", paris, (date) => `semaine du ${date}`);

describe("the unit of the wait axis", () => {
  it("is seconds for a phone, minutes for a counter, hours for a mailbox", () => {
    expect([90, 900, 172_800].map((seconds) => waitUnit([null, seconds]))).toEqual([
      "seconds",
      "minutes",
      "hours",
    ]);
  });
});

describe("times in words", () => {
  it("are those of the site, in the chosen language", () => {
    const english = createTrendFormat("en", "America/New_York");
    const quarter = { step: "interval", isOneDay: true } as const;
    expect(french.point(at("08:00"), quarter)).toBe("09:00–09:15");
    expect(english.point(at("08:00"), quarter)).toBe("03:00–03:15");
    expect(french.range({ firstDate: "2026-11-24", lastDate: "2026-11-24" }, "day")).toBe(
      "mardi 24 novembre 2026",
    );
    expect(english.range({ firstDate: "2026-11-23", lastDate: "2026-11-29" }, "week")).toMatch(
      /^23\D+29 November 2026$/u,
    );
    expect(french.range({ firstDate: "2026-01-01", lastDate: "2026-12-31" }, "year")).toBe("2026");
    expect([45, 720, 12_600].map(french.wait)).toEqual(["45 s", "12 min", "3 h 30"]);
    expect([700, 3_661].map(english.clock)).toEqual(["11:40", "1:01:01"]);
  });

  it("say what a point stands for, with its day where there are several", () => {
    const midnight = at("00:00") - 3_600_000;
    expect(french.point(midnight, { step: "hour", isOneDay: false })).toBe("mar. 24 nov., 00:00–01:00");
    expect(french.point(midnight, { step: "day", isOneDay: false })).toBe("mardi 24 novembre");
    expect(french.point(midnight, { step: "week", isOneDay: false })).toBe("semaine du 24 novembre 2026");
    expect(french.point(midnight, { step: "month", isOneDay: false })).toBe("novembre 2026");
    expect(french.point(midnight, { step: "year", isOneDay: false })).toBe("2026");
  });

  it("tell the two hours apart that begin at two when the clock is put back", () => {
    const hour = { step: "hour", isOneDay: true } as const;
    const starts = ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"].map((time) => Date.parse(time));
    expect(starts.map((start) => french.point(start, hour))).toEqual(["02:00–02:00", "02:00–03:00"]);
  });

  it("name weekdays as the figures count them, 1 is Monday", () => {
    expect([1, 7].map((weekday) => french.weekday(weekday, "long"))).toEqual(["lundi", "dimanche"]);
  });
});

describe("figures of a table", () => {
  it("are told to the second and to a tenth of a per cent", () => {
    expect(french.exact(1_500.4, "seconds")).toBe("25:00");
    expect(french.exact(0.8173, "share")).toMatch(/^81,7\s%$/u);
    expect(french.exact(4.25, "count")).toBe("4,3");
    expect(french.exact(12, "count")).toBe("12");
  });
});
