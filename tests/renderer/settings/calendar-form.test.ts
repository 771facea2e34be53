import { describe, expect, it } from "vitest";
import {
  currentVersion,
  dayOf,
  type ExceptionForm,
  exceptionOf,
  hoursText,
  usualWeek,
  weekFormOf,
  weekOf,
  withHolidays,
  withoutVersion,
  withVersion,
  withWorked,
} from "../../../renderer/settings/calendar/calendar-form.ts";
import { type SiteCalendar, siteCalendarSchema } from "../../../shared/domain/calendar.ts";

const today = "2026-11-24";
const empty: SiteCalendar = { siteId: "hall", serviceId: null, versions: [], exceptions: [] };
const entered = weekOf(usualWeek);
const week = "week" in entered ? entered.week : null;

describe("the hours of a week", () => {
  it("are read as people write them, and read back", () => {
    expect(dayOf("8h30-12, 13:30 à 17h")).toEqual([
      { fromMinute: 510, toMinute: 720 },
      { fromMinute: 810, toMinute: 1_020 },
    ]);
    expect(week === null ? null : weekFormOf(week)).toEqual(usualWeek);
    expect(hoursText(dayOf("8h30-12h") ?? [])).toBe("8:30–12:00");
  });

  it("name the days that can't be read, or overlap", () => {
    expect(weekOf(["9-12", "12-9", "9-12, 11-13", "", "9", "", ""])).toEqual({ wrong: [1, 2, 4] });
  });
});

describe("versions", () => {
  const spring = { ...currentVersion(empty, "2026-03-01"), fromDate: "2026-03-01", week };

  it("count from their date, in order, one for each date", () => {
    const planned = withVersion(withVersion(empty, { ...spring, fromDate: "2027-07-01" }), spring);
    expect(planned.versions.map(({ fromDate }) => fromDate)).toEqual(["2026-03-01", "2027-07-01"]);
    expect(withVersion(planned, { ...spring, week: null }).versions[0]?.week).toBeNull();
    expect(withoutVersion(planned, "2026-03-01").versions).toHaveLength(1);
    expect(siteCalendarSchema.parse(planned)).toEqual(planned);
  });

  it("let a holiday change from today on, in what is planned too, and not before", () => {
    const planned = withVersion(withVersion(empty, spring), { ...spring, fromDate: "2027-07-01" });
    const closed = withHolidays(planned, (before) => ({ ...before, region: "metropole" }), today);
    const worked = withHolidays(closed, (before) => withWorked(before, "christmas", true), today);
    expect(
      worked.versions.map(({ fromDate, holidays }) => [fromDate, holidays.region, holidays.worked]),
    ).toEqual([
      ["2026-03-01", null, []],
      [today, "metropole", ["christmas"]],
      ["2027-07-01", "metropole", ["christmas"]],
    ]);
    expect(withWorked(worked.versions[1]?.holidays ?? spring.holidays, "christmas", false).worked).toEqual(
      [],
    );
  });
});

describe("an exception", () => {
  const form: ExceptionForm = {
    kind: "closed",
    fromDate: today,
    toDate: today,
    isWholeDay: false,
    hours: "9-11",
    reason: " Travaux ",
  };

  it("has dates, hours and a reason", () => {
    expect(exceptionOf(form, "e1")).toEqual({
      exception: {
        id: "e1",
        kind: "closed",
        fromDate: today,
        toDate: today,
        span: { fromMinute: 540, toMinute: 660 },
        reason: "Travaux",
      },
    });
    expect(exceptionOf({ ...form, isWholeDay: true }, "e1")).toMatchObject({ exception: { span: null } });
  });

  it("names what is missing", () => {
    const nothing = { ...form, fromDate: "", toDate: "2026-11-23", hours: "9-10, 11-12", reason: "" };
    expect(exceptionOf(nothing, "e1")).toEqual({ wrong: ["fromDate", "hours", "reason"] });
    expect(exceptionOf({ ...form, toDate: "2026-11-23" }, "e1")).toEqual({ wrong: ["toDate"] });
  });
});
