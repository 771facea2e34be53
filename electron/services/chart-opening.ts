/** Which points of a chart lie in opening hours: what comes while the doors are closed is not usual. */
import { hasOpeningHours } from "../../shared/domain/calendar.ts";
import type { ChartQuestion } from "../../shared/domain/chart.ts";
import type { ChartPoint } from "../../shared/domain/chart-points.ts";
import { OpeningTimes } from "../../shared/domain/opening-times.ts";
import { intervalMs } from "../../shared/queueing/intervals.ts";
import type { CalendarStore, DirectoryStore } from "../store/store.ts";
import { timeZoneOf } from "./directory.ts";

const intervalsPerHour = 4;

/** Whether any of the sites that a question is about is open at a point. Channels without opening hours always are. */
export async function openingOf(
  store: CalendarStore & DirectoryStore,
  { siteId, serviceId, channel, step }: ChartQuestion,
): Promise<(point: ChartPoint) => boolean> {
  if (channel !== null && !hasOpeningHours(channel)) return () => true;
  const directory = await store.directory();
  const times = new OpeningTimes(await store.calendars(), (site) => timeZoneOf(directory, site));
  const sites = siteId === null ? directory.sites.map((site) => site.id) : [siteId];
  if (!sites.some((site) => times.hasCalendar(site, serviceId))) return () => true;
  return ({ fromMs, date }) =>
    sites.some((site) => {
      if (!times.hasCalendar(site, serviceId)) return true;
      if (step !== "interval" && step !== "hour") return times.openOn(site, serviceId, date).length > 0;
      const count = step === "hour" ? intervalsPerHour : 1;
      return Array.from({ length: count }, (_, index) => fromMs + index * intervalMs).some((atMs) =>
        times.isOpenInterval(site, serviceId, atMs),
      );
    });
}
