import fc from "fast-check";
import { expect, it } from "vitest";
import { LocalDays } from "../../electron/store/sqlite/local-days.ts";
import {
  addDays,
  localDate,
  localHour,
  localWeekStart,
  startOfLocalDateMs,
  weekdayOf,
} from "../../shared/queueing/intervals.ts";

const dayMs = 24 * 60 * 60 * 1000;
const zones = [
  "Europe/Paris",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "UTC",
];

it("says of any instant what the calendar says, in zones whose clocks are set at any hour", () => {
  const daysOf = new Map(zones.map((zone) => [zone, new LocalDays(zone)]));
  const instant = fc.integer({ min: Date.UTC(2008, 0), max: Date.UTC(2028, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, atMs) => {
      const day = daysOf.get(zone)?.at(atMs);
      const date = localDate(atMs, zone);
      const [fromMs, toMs] = [startOfLocalDateMs(date, zone), startOfLocalDateMs(addDays(date, 1), zone)];
      const monday = localWeekStart(atMs, zone);
      const first = `${date.slice(0, 8)}01`;
      const nextFirst = `${addDays(first, 31).slice(0, 8)}01`;
      expect(day).toEqual({
        date,
        fromMs,
        toMs,
        weekday: weekdayOf(atMs, zone),
        offset: toMs - fromMs === dayMs ? localHour(fromMs, zone).slice("2026-11-24T00:00".length) : null,
        week: {
          date: monday,
          fromMs: startOfLocalDateMs(monday, zone),
          toMs: startOfLocalDateMs(addDays(monday, 7), zone),
        },
        month: {
          date: first,
          fromMs: startOfLocalDateMs(first, zone),
          toMs: startOfLocalDateMs(nextFirst, zone),
        },
      });
    }),
    { numRuns: 2_000 },
  );
});
