/** Public holidays of France: where they are kept, and by what rule each is known from year to year. */
import { z } from "zod";

export const holidayRegions = [
  "metropole",
  "alsace_moselle",
  "guadeloupe",
  "martinique",
  "guyane",
  "reunion",
  "mayotte",
  "saint_martin",
  "saint_barthelemy",
] as const;
export const holidayRegionSchema = z.enum(holidayRegions);
/** A part of France with public holidays of its own. */
export type HolidayRegion = z.infer<typeof holidayRegionSchema>;

export const holidayNames = [
  "new_year",
  "good_friday",
  "easter_monday",
  "labour_day",
  "victory_1945",
  "ascension",
  "whit_monday",
  "bastille_day",
  "assumption",
  "all_saints",
  "armistice_1918",
  "christmas",
  "saint_stephen",
  "abolition_of_slavery",
] as const;
export const holidayNameSchema = z.enum(holidayNames);
/** The same holiday in every year, whatever its date. */
export type HolidayName = z.infer<typeof holidayNameSchema>;

export const holidaySchema = z.object({
  region: holidayRegionSchema,
  date: z.iso.date(),
  name: holidayNameSchema,
});
/** A public holiday on its date. */
export type Holiday = z.infer<typeof holidaySchema>;
