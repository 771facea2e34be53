/** What is known of each service from its past: handling, patience, and who comes when. */

import { serviceKey } from "../../shared/domain/floor-dirt.ts";
import { type ServicePace, servicePace } from "../../shared/domain/service-pace.ts";
import { type ComingArrivals, comingArrivals } from "../../shared/queueing/coming-arrivals.ts";
import { LocalIntervals } from "../../shared/queueing/local-intervals.ts";
import type { ArrivalCount, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { timeZoneOf } from "./directory.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Handling and patience are those of a week; the profile of arrivals is that of eight. */
const paceMs = 7 * dayMs;
const profileMs = 57 * dayMs;
const paceAgeMs = 15 * minuteMs;
const countsAgeMs = 20_000;
const intervalsAhead = 9;

/** The past, as it was read. */
export interface Pace {
  of(siteId: string, serviceId: string): ServicePace;
  coming(siteId: string, serviceId: string, nowMs: number): ComingArrivals;
}

/** Reads the past when it is asked for, and keeps it for a while. */
export function createPace(
  store: Pick<Store, "arrivalCounts" | "contributions" | "directory">,
  clock: Clock,
): { read(): Promise<Pace> } {
  const zones = new Map<string, LocalIntervals>();
  let legs: { atMs: number; paces: Map<string, ServicePace> } | undefined;
  let past: { atMs: number; counts: Map<string, ArrivalCount[]> } | undefined;
  let today: { atMs: number; counts: Map<string, ArrivalCount[]> } | undefined;

  async function readPaces(nowMs: number): Promise<Map<string, ServicePace>> {
    const ended = await store.contributions(nowMs - paceMs, nowMs);
    const bySservice = Map.groupBy(ended, (leg) => serviceKey(leg.siteId, leg.serviceId));
    return new Map([...bySservice].map(([key, own]) => [key, servicePace(own)]));
  }

  async function readCounts(fromMs: number, toMs: number): Promise<Map<string, ArrivalCount[]>> {
    const counts = await store.arrivalCounts(fromMs, toMs);
    return Map.groupBy(counts, (count) => serviceKey(count.siteId, count.serviceId));
  }

  return {
    async read() {
      const nowMs = clock.nowMs();
      if (legs === undefined || past === undefined || nowMs - legs.atMs > paceAgeMs) {
        legs = { atMs: nowMs, paces: await readPaces(nowMs) };
        past = { atMs: nowMs, counts: await readCounts(nowMs - profileMs, nowMs) };
      }
      if (today === undefined || nowMs - today.atMs > countsAgeMs) {
        today = { atMs: nowMs, counts: await readCounts(past.atMs - dayMs, nowMs) };
      }
      const { sites } = await store.directory();
      const directory = { sites, services: [], roster: [] };
      const { paces } = legs;
      const [before, fresh, freshFromMs] = [past.counts, today.counts, past.atMs - dayMs];
      return {
        of: (siteId, serviceId) => paces.get(serviceKey(siteId, serviceId)) ?? servicePace([]),
        coming(siteId, serviceId, atMs) {
          const timeZone = timeZoneOf(directory, siteId);
          const local = zones.get(timeZone) ?? new LocalIntervals(timeZone);
          zones.set(timeZone, local);
          const key = serviceKey(siteId, serviceId);
          const counts = [
            ...(before.get(key) ?? []).filter((count) => count.intervalStartMs < freshFromMs),
            ...(fresh.get(key) ?? []),
          ];
          return comingArrivals(counts, atMs, local, intervalsAhead);
        },
      };
    },
  };
}
