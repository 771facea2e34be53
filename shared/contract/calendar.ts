/** Opening times of sites and services. */
import { z } from "zod";
import { siteCalendarSchema } from "../domain/calendar.ts";
import { holidayRegionSchema, holidaySchema } from "../domain/holiday.ts";
import { procedure } from "./procedure.ts";

export const calendarContract = {
  list: procedure.output(z.array(siteCalendarSchema).readonly()),
  /** Keeps a calendar in place of the one of the same site and service; what it changes is refigured. */
  put: procedure.input(siteCalendarSchema).output(z.array(siteCalendarSchema).readonly()),
  holidays: procedure
    .input(z.object({ region: holidayRegionSchema, year: z.int().min(1990).max(2100) }))
    .output(z.array(holidaySchema)),
};
