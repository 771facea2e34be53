/** What the cards share, and the times people waited, worked out by hand on a small house. */
import { beforeEach, describe, expect, it } from "vitest";
import { dayMs, november, nowMs, october, openPrincipleHouse, promise, visits } from "./principle-house.ts";

let house: Awaited<ReturnType<typeof openPrincipleHouse>>;

beforeEach(async () => {
  house = await openPrincipleHouse();
});

describe("a house in which nothing was measured", () => {
  it("has no value and no comparison anywhere, and says what would bring each principle alive", async () => {
    const { cards } = await house.overview();
    expect(cards).toHaveLength(7);
    for (const figure of cards.flatMap(({ figures }) => figures)) {
      expect(figure).toMatchObject({ value: null, gap: "not_measured", previous: null, comparisonGap: null });
    }
    expect(cards.flatMap(({ trend, evidence }) => [...trend, ...evidence])).toEqual([]);
    expect(cards.map(({ nextStep }) => nextStep?.kind ?? null)).toEqual([
      "enter_skills",
      "connect_feed",
      "propose_idea",
      "connect_feed",
      "make_commitment",
      "ask_for_feedback",
      "connect_replies",
    ]);
  });
});

describe("every second counts", () => {
  beforeEach(async () => {
    await house.append(
      // Waits 100 … 900 s and one who gave up after a minute; the target is 600 s.
      ...visits(november(3), [100, 200, 300, 400, 500, 600, 700, 800, 900, null]),
      ...visits(october(3), [60, 120, 180, 240]),
    );
  });

  it("gives the middle and the ninth of ten waits, by nearest rank", async () => {
    // 9 waits: rank ⌈0.5 × 9⌉ = 5 → 500; ⌈0.9 × 9⌉ = 9 → 900. October, 4 waits: rank 2 → 120; rank 4 → 240.
    expect(await house.figure("wait_median")).toMatchObject({
      value: 500,
      n: 9,
      previous: 120,
      previousN: 4,
    });
    expect(await house.figure("wait_p90")).toMatchObject({ value: 900, n: 9, previous: 240, previousN: 4 });
  });

  it("gives who was served in time, of whom it is judged of", async () => {
    // Served in time: 6 of 9; who gave up counts as missed after ten seconds: 6 of 10. October: 4 of 4.
    expect(await house.figure("service_level")).toMatchObject({ value: 6 / 10, n: 10, previous: 1 });
  });

  it("gives who gave up, of all who were served, gave up or did not come", async () => {
    expect(await house.figure("abandonment")).toMatchObject({
      value: 1 / 10,
      n: 10,
      previous: 0,
      previousN: 4,
    });
  });

  it("shows the last days themselves, and where people wait beyond the target", async () => {
    const { trend, evidence, nextStep } = await house.card("every_second");
    expect(trend).toEqual([
      { month: "2026-10", value: 120 },
      { month: "2026-11", value: 500 },
    ]);
    expect(evidence).toEqual([{ kind: "day", date: "2026-11-03", waitSeconds: 500 }]);
    expect(nextStep).toMatchObject({ kind: "look_at_waits", serviceId: "passports" });
  });

  it("does not set many days beside two, and does beside three", async () => {
    await house.append(
      ...[4, 5, 6, 7, 8].flatMap((day) => visits(november(day), [60])),
      ...visits(october(4), [60]),
    );
    expect(await house.figure("wait_median")).toMatchObject({ previous: null, comparisonGap: "few_days" });
    await house.append(...visits(october(6), [60]));
    // October: 60, 60, 60, 120, 180, 240 → rank 3 → 60.
    expect(await house.figure("wait_median")).toMatchObject({ previous: 60, comparisonGap: null });
  });
});

describe("the month", () => {
  it("is looked at whole, beside the whole one before, as it stood at its end", async () => {
    await house.append(...promise("o1", october(20)), ...promise("n1", november(2)));
    const { month, lastDate, previousFirstDate, isUnderWay } = await house.overview(null, "2026-10");
    expect({ month, lastDate, previousFirstDate, isUnderWay }).toEqual({
      month: "2026-10",
      lastDate: "2026-10-31",
      previousFirstDate: "2026-09-01",
      isUnderWay: false,
    });
    // The one that fell due in November was not overdue at the end of October.
    expect(await house.figure("commitments_overdue", null, "2026-10")).toMatchObject({
      value: 1,
      comparisonGap: "nothing_known",
    });
  });

  it("is in its first week the one before, where none is asked for", async () => {
    house.clock.advance(november(30) + 3 * dayMs - nowMs);
    expect((await house.overview()).month).toBe("2026-11");
    house.clock.advance(7 * dayMs);
    expect((await house.overview()).month).toBe("2026-12");
  });
});
