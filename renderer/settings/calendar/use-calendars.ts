import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SiteCalendar } from "../../../shared/domain/calendar.ts";
import type { HolidayRegion } from "../../../shared/domain/holiday.ts";
import { useClient } from "../../client/client.ts";
import { queryKey } from "../../client/queries.ts";

/** Opening times of all sites and services. */
export function useCalendars() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("directory", "calendars"), queryFn: () => client.calendar.list() });
}

/** Keeps one calendar in place of the one that was. */
export function usePutCalendar() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (calendar: SiteCalendar) => client.calendar.put(calendar),
    onSuccess: (calendars) => cache.setQueryData(queryKey("directory", "calendars"), calendars),
  });
}

/** Public holidays of a year; none where no region was chosen. */
export function useHolidays(region: HolidayRegion | null, year: number) {
  const client = useClient();
  return useQuery({
    queryKey: ["holidays", region, year],
    queryFn: () => (region === null ? [] : client.calendar.holidays({ region, year })),
  });
}
