/** The dates of the public holidays of France. The library is large, so it is loaded when it is first needed. */
import type { Holiday, HolidayName, HolidayRegion } from "../../shared/domain/holiday.ts";

/** Where the library keeps the holidays of a region; null: those of the whole country. */
const stateOf: Record<HolidayRegion, string | null> = {
  metropole: null,
  alsace_moselle: "67",
  guadeloupe: "GP",
  martinique: "MQ",
  guyane: "GF",
  reunion: "RE",
  mayotte: "YT",
  saint_martin: "MF",
  saint_barthelemy: "BL",
};

/** What the library calls the rules of France. */
const nameOfRule: Record<string, HolidayName> = {
  "01-01": "new_year",
  "easter -2": "good_friday",
  "easter 1": "easter_monday",
  "05-01": "labour_day",
  "05-08": "victory_1945",
  "easter 39": "ascension",
  "easter 50": "whit_monday",
  "07-14": "bastille_day",
  "08-15": "assumption",
  "11-01": "all_saints",
  "11-11": "armistice_1918",
  "12-25": "christmas",
  "12-26": "saint_stephen",
  "04-27": "abolition_of_slavery",
  "05-22": "abolition_of_slavery",
  "05-27": "abolition_of_slavery",
  "06-10": "abolition_of_slavery",
  "10-09": "abolition_of_slavery",
  "12-20": "abolition_of_slavery",
};

/** The public holidays of a region from one year to another, both included, in the order of their dates. */
export async function frenchHolidays(
  region: HolidayRegion,
  firstYear: number,
  lastYear: number,
): Promise<Holiday[]> {
  const { default: Library } = await import("date-holidays");
  const state = stateOf[region];
  const library =
    state === null
      ? new Library("FR", { types: ["public"] })
      : new Library("FR", state, { types: ["public"] });
  const byDate = new Map<string, Holiday>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date: begin, rule } of library.getHolidays(year)) {
      const name = nameOfRule[rule];
      const date = begin.slice(0, "2026-11-24".length);
      // Ascension may fall on 1 or 8 May: the earlier rule of the list gives the day its name.
      if (name !== undefined && !byDate.has(date)) byDate.set(date, { region, date, name });
    }
  }
  return [...byDate.values()];
}
