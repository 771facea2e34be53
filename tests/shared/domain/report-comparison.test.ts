import { describe, expect, it } from "vitest";
import { rangeBefore, reportRange } from "../../../shared/domain/report.ts";
import { comparedDays } from "../../../shared/domain/report-comparison.ts";

const week = reportRange("week", "2026-11-18");
const weekBefore = rangeBefore("week", week.firstDate);

describe("what a report's period is set beside", () => {
  it("is the whole period before, once both are over and known", () => {
    expect(comparedDays(week, weekBefore, "2026-11-09", "2026-11-23")).toEqual({
      kind: "whole",
      own: { firstDate: "2026-11-16", lastDate: "2026-11-22" },
      before: { firstDate: "2026-11-09", lastDate: "2026-11-15" },
    });
  });

  it("is nothing, where the first days of the period before are not known", () => {
    expect(comparedDays(week, weekBefore, "2026-11-10", "2026-11-23")).toEqual({ kind: "not_known_before" });
    expect(comparedDays(week, weekBefore, null, "2026-11-23")).toEqual({ kind: "not_known_before" });
  });

  it("is as many first days, while the period is under way: today is not over", () => {
    expect(comparedDays(week, weekBefore, "2026-01-01", "2026-11-19")).toEqual({
      kind: "first_days",
      own: { firstDate: "2026-11-16", lastDate: "2026-11-18" },
      before: { firstDate: "2026-11-09", lastDate: "2026-11-11" },
    });
    expect(comparedDays(week, weekBefore, "2026-01-01", "2026-11-16")).toEqual({ kind: "nothing_over" });
  });

  it("never runs out of the shorter month before", () => {
    const march = reportRange("month", "2026-03-31");
    expect(
      comparedDays(march, rangeBefore("month", march.firstDate), "2026-01-01", "2026-03-31"),
    ).toMatchObject({
      own: { lastDate: "2026-03-28" },
      before: { firstDate: "2026-02-01", lastDate: "2026-02-28" },
    });
  });
});
