import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendars } from "../../electron/services/calendar.ts";
import { frenchHolidays } from "../../electron/services/french-holidays.ts";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";
import { type HolidayRegion, holidayRegions } from "../../shared/domain/holiday.ts";
import { OpeningTimes } from "../../shared/domain/opening-times.ts";
import { freshFolder } from "../store/fresh-sqlite.ts";

const datesOf = async (region: HolidayRegion, year: number) =>
  (await frenchHolidays(region, year, year)).map(({ date }) => date);

describe("the public holidays of France", () => {
  it("are the eleven of the labour code, on their dates of 2026 and 2027", async () => {
    expect(await datesOf("metropole", 2026)).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
    expect(await datesOf("metropole", 2027)).toContain("2027-03-29");
  });

  it("are two more in Alsace-Moselle, and one more for the end of slavery overseas", async () => {
    const common = new Set(await datesOf("metropole", 2026));
    const more = async (region: HolidayRegion) =>
      (await datesOf(region, 2026)).filter((date) => !common.has(date));
    expect(await more("alsace_moselle")).toEqual(["2026-04-03", "2026-12-26"]);
    expect(await more("mayotte")).toEqual(["2026-04-27"]);
    expect(await more("martinique")).toContain("2026-05-22");
    expect(await more("guadeloupe")).toContain("2026-05-27");
    expect(await more("guyane")).toEqual(["2026-06-10"]);
    expect(await more("reunion")).toEqual(["2026-12-20"]);
    expect(await more("saint_barthelemy")).toEqual(["2026-10-09"]);
  });

  it("are all known by name in every region: none is lost on the way", async () => {
    for (const region of holidayRegions) {
      const { length } = await frenchHolidays(region, 2026, 2026);
      expect(length).toBeGreaterThanOrEqual(11);
    }
  });

  it("are one day where two rules meet, as in 2008", async () => {
    const dates = await datesOf("metropole", 2008);
    expect(dates).toHaveLength(10);
    expect(new Set(dates).size).toBe(10);
  });
});

describe("calendars", () => {
  let folder = freshFolder();
  let store: Store;
  beforeEach(async () => {
    folder = freshFolder();
    store = await openStore(join(folder.path, "vigie.db"));
  });
  afterEach(async () => {
    await store.close();
    folder.clear();
  });

  it("keep the holidays they go by, for every year in which events may be", async () => {
    const calendars = createCalendars(store);
    const week = Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1_020 }]);
    const version = {
      fromDate: "1999-01-01",
      week,
      holidays: { region: "metropole" as const, worked: [] },
    };
    const entered = { siteId: "hall", serviceId: null, versions: [version], exceptions: [] };
    expect(await calendars.put(entered)).toEqual([entered]);
    const times = new OpeningTimes(await store.calendars(), () => "Europe/Paris");
    expect(times.isOpen("hall", null, Date.parse("1999-07-14T10:00+02:00"))).toBe(false);
    expect(times.isOpen("hall", null, Date.parse("1999-07-15T10:00+02:00"))).toBe(true);
    expect(times.isOpen("hall", null, Date.parse("2090-05-01T10:00+02:00"))).toBe(false);
  });
});
