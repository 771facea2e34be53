/** When the demo town hall opens, today and on past days, and how busy it is. */
import {
  addDays,
  formatLocalInstant,
  localDate,
  parseMoment,
  startOfLocalDayMs,
} from "../../../shared/queueing/intervals.ts";
import { demoTown } from "./floor/town.ts";

const hourMs = 60 * 60 * 1_000;
const openingHour = 8.5;
/** The first lunch shift: whoever starts the demo sees a floor that needs somebody. */
const hoursIntoTheDay = 4;

/** Today is busier than most days, so that some queue is beyond its target at most times. */
export const loadToday = 1.15;

/** From Sunday to Saturday. The demo town hall never closes for a whole day. */
const loadByWeekday = [0.86, 1.08, 1, 1.04, 0.96, 1, 0.9];

const timeZone = demoTown.sites[0]?.timeZone ?? "Europe/Paris";

/** A past day of the demo town. */
export interface PastDay {
  /** Local date. */
  readonly date: string;
  readonly openMs: number;
  readonly load: number;
}

/**
 * Opening of the demo day that an instant falls in: half past eight where that was two and a half
 * to six hours ago; else the day began four hours ago, whatever the hour, so that the demo is
 * always open.
 */
export function openingOf(nowMs: number): number {
  const usualMs = startOfLocalDayMs(nowMs, timeZone) + openingHour * hourMs;
  const sinceHours = (nowMs - usualMs) / hourMs;
  return sinceHours >= 2.5 && sinceHours <= 6 ? usualMs : nowMs - hoursIntoTheDay * hourMs;
}

/** The days before an opening, the newest first; each opens at the same local time. */
export function daysBefore(openMs: number, count: number): PastDay[] {
  const today = localDate(openMs, timeZone);
  const timeOfDay = formatLocalInstant(openMs, timeZone).slice(
    "2026-11-24T".length,
    "2026-11-24T08:30:00".length,
  );
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(today, -1 - index);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return {
      date,
      openMs: parseMoment(`${date}T${timeOfDay}`, timeZone),
      load: loadByWeekday[weekday] ?? 1,
    };
  });
}
