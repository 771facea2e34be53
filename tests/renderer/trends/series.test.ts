import { describe, expect, it } from "vitest";
import { arrivalInsight, levelInsight, waitInsight } from "../../../renderer/trends/insight.ts";
import { dayPoints, intervalPoints, withTargets } from "../../../renderer/trends/series.ts";
import { createTrendFormat, waitUnit } from "../../../renderer/trends/trend-format.ts";
import type { FigureRow } from "../../../shared/domain/figure.ts";
import type { Service } from "../../../shared/domain/service.ts";

const empty: FigureRow = {
  key: "",
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
  handleMeanSeconds: null,
  handleCount: 0,
};

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00Z`);

function quarter(time: string, change: Partial<FigureRow>): FigureRow {
  return { ...empty, key: time, fromMs: at(time), ...change };
}

const passports: Service = { id: "passports", name: "Passeports", channels: ["counter"], targets: [] };

const busy = { arrivals: 4, served: 4, waitCount: 4, waitP50Seconds: 300, waitP90Seconds: 900 };

describe("the quarter hours of a day", () => {
  it("run from the first full hour with something to the last, without holes", () => {
    const points = intervalPoints([quarter("08:15", busy), quarter("09:45", busy)]);
    expect(points.map((point) => point.fromMs)).toEqual(
      ["08:00", "08:15", "08:30", "08:45", "09:00", "09:15", "09:30", "09:45"].map(at),
    );
  });

  it("have a gap, not a zero, where nobody's wait counts", () => {
    const points = intervalPoints([
      quarter("08:00", busy),
      quarter("08:15", { arrivals: 2 }),
      quarter("08:30", { ...busy, waitP90Seconds: 0 }),
    ]);
    expect(points.map((point) => point.waitP90Seconds)).toEqual([900, null, 0, null]);
    expect(points.map((point) => point.arrivals)).toEqual([4, 2, 4, 0]);
  });

  it("are none where nothing happened", () => {
    expect(intervalPoints([])).toEqual([]);
    expect(intervalPoints([quarter("08:00", {})])).toEqual([]);
  });
});

describe("the days of a range", () => {
  const range = { firstDate: "2026-11-23", lastDate: "2026-11-29" };

  it("all have their place, the closed ones empty", () => {
    const points = dayPoints([{ ...empty, ...busy, key: "2026-11-25" }], range, "Europe/Paris");
    expect(points.map((point) => point.arrivals)).toEqual([0, 0, 4, 0, 0, 0, 0]);
    expect(points[2]?.fromMs).toBe(Date.parse("2026-11-24T23:00:00Z"));
  });

  it("are none where nothing happened in the whole range", () => {
    expect(dayPoints([], range, "Europe/Paris")).toEqual([]);
  });
});

describe("what a chart says in words", () => {
  const points = intervalPoints([
    quarter("08:00", { ...busy, serviceLevel: 1, inTarget: 4, targetBase: 4 }),
    quarter("08:15", {
      ...busy,
      arrivals: 9,
      waitP90Seconds: 1200,
      serviceLevel: 0.5,
      inTarget: 2,
      targetBase: 4,
    }),
    quarter("08:30", { ...busy, arrivals: 9, waitP90Seconds: 1200, serviceLevel: 0.5 }),
  ]);

  it("names the earliest of the longest waits and how often the target was passed", () => {
    const insight = waitInsight(withTargets(points, passports, null));
    expect(insight?.highest.fromMs).toBe(at("08:15"));
    expect(insight).toMatchObject({ p90Seconds: 1200, p50Seconds: 300, overTarget: { points: 2, of: 3 } });
    expect(waitInsight(points)?.overTarget).toBeNull();
  });

  it("names the busiest time and the lowest service level", () => {
    expect(arrivalInsight(points)).toMatchObject({ total: 22, busiest: { fromMs: at("08:15") } });
    expect(levelInsight(points)).toMatchObject({ level: 0.5, lowest: { fromMs: at("08:15") } });
  });

  it("says nothing where there is nothing to say", () => {
    expect(waitInsight([])).toBeNull();
    expect(arrivalInsight(intervalPoints([quarter("08:00", { transfersIn: 1 })]))).toBeNull();
    expect(levelInsight(intervalPoints([quarter("08:00", { arrivals: 1 })]))).toBeNull();
  });
});

describe("the target line", () => {
  const points = intervalPoints([quarter("08:00", busy), quarter("08:30", busy)]);
  const lines = (service: Service | undefined, channel: "counter" | "phone" | null) =>
    withTargets(points, service, channel).map((point) => point.targetSeconds);

  it("steps where the target was changed, and leaves the time before as it was", () => {
    const changed: Service = {
      ...passports,
      targets: [{ fromMs: at("08:30"), withinSeconds: 600, share: 0.9, shortAbandonSeconds: 60 }],
    };
    expect(lines(changed, null)).toEqual([900, 900, 600, 600]);
  });

  it("is not drawn where the channels shown have different targets", () => {
    const mixed: Service = { ...passports, channels: ["counter", "phone"] };
    expect(lines(mixed, null)).toEqual([null, null, null, null]);
    expect(lines(mixed, "phone")).toEqual([60, 60, 60, 60]);
    expect(lines(undefined, null)).toEqual([null, null, null, null]);
  });
});

describe("the unit of the wait axis", () => {
  it("is seconds for a phone, minutes for a counter, hours for a mailbox", () => {
    const unitOf = (seconds: number) =>
      waitUnit(intervalPoints([quarter("08:00", { ...busy, waitP90Seconds: seconds })]));
    expect([90, 900, 172_800].map(unitOf)).toEqual(["seconds", "minutes", "hours"]);
  });
});

describe("times in words", () => {
  it("are those of the site, in the chosen language", () => {
    const [point] = intervalPoints([quarter("08:00", busy)]);
    const french = createTrendFormat("fr", "Europe/Paris");
    const english = createTrendFormat("en", "America/New_York");
    expect(point && french.point(point)).toBe("09:00–09:15");
    expect(point && english.point(point)).toBe("03:00–03:15");
    expect(french.range({ firstDate: "2026-11-24", lastDate: "2026-11-24" }, "day")).toBe(
      "mardi 24 novembre 2026",
    );
    expect(english.range({ firstDate: "2026-11-23", lastDate: "2026-11-29" }, "week")).toMatch(
      /^23\D+29 November 2026$/u,
    );
    expect([45, 720, 12_600].map(french.wait)).toEqual(["45 s", "12 min", "3 h 30"]);
    expect([700, 3_661].map(english.clock)).toEqual(["11:40", "1:01:01"]);
  });
});
