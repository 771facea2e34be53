/** When the demo town hall opens, today and on past days, and how busy it is. */
import { monthsUntil, monthToShow } from "../../../shared/domain/principle-month.ts";
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

/** So many days before today are told, each of them whole. */
const daysInARow = 14;
/** Before those, only these days of a month: enough to set one month beside the other, cheap enough to wait for. */
const daysOfMonth = [1, 4, 7, 14, 21];

/**
 * The days that are told before an opening, the newest first: two weeks without a gap, then a few whole days of each
 * month back to the one before the month that the principles show. Each opens at the same local time.
 */
export function daysBefore(openMs: number): PastDay[] {
  const today = localDate(openMs, timeZone);
  const timeOfDay = formatLocalInstant(openMs, timeZone).slice(
    "2026-11-24T".length,
    "2026-11-24T08:30:00".length,
  );
  return [...inARow(today), ...fewOfEachMonth(today)].map((date) => ({
    date,
    openMs: parseMoment(`${date}T${timeOfDay}`, timeZone),
    load: loadByWeekday[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 1,
  }));
}

function inARow(today: string): string[] {
  return Array.from({ length: daysInARow }, (_, index) => addDays(today, -1 - index));
}

function fewOfEachMonth(today: string): string[] {
  const { before } = monthsToldOf(today);
  return monthsUntil(today.slice(0, "2026-11".length), 3)
    .filter((month) => month >= before)
    .flatMap((month) => daysOfMonth.map((day) => `${month}-${String(day).padStart(2, "0")}`))
    .filter((date) => date < addDays(today, -daysInARow))
    .reverse();
}

/** The month that the principles show on a day, and the one that they set beside it. */
export function monthsToldOf(today: string): { readonly shown: string; readonly before: string } {
  const shown = monthToShow(today);
  const [before = shown] = monthsUntil(shown, 2);
  return { shown, before };
}
