/** Two periods side by side: which day, and which point of it, stands beside which. */
import { Temporal } from "temporal-polyfill";
import { addDays } from "../queueing/intervals.ts";
import type { ChartStep } from "./chart.ts";
import { type ChartPoint, type DayRange, daysBetween, isWithinDay, startOf } from "./chart-points.ts";

/**
 * The days that a period is compared with. They are as many as the period has; for months and years
 * as many months, so that a leap year does not push a day out; for weeks they begin on the same
 * weekday as the period, on the day next to the one asked for.
 */
export function comparedRange(step: ChartStep, range: DayRange, comparedFirstDate: string): DayRange {
  const firstDate =
    step === "week" ? nearestSameWeekday(range.firstDate, comparedFirstDate) : comparedFirstDate;
  const length =
    step === "month" || step === "year"
      ? Temporal.PlainDate.from(range.firstDate).until(addDays(range.lastDate, 1), { largestUnit: "months" })
      : { days: daysBetween(range.firstDate, range.lastDate) + 1 };
  const end = Temporal.PlainDate.from(firstDate).add(length).toString();
  return { firstDate, lastDate: addDays(end, -1) };
}

/**
 * For each point, the one that it is compared with: the same place in the other period. Within days
 * that is the same day of the period at the same time of the local clock, so a quarter hour that only
 * one of the days has, because the clock was set, stands alone.
 */
export function alignPoints(
  step: ChartStep,
  points: readonly ChartPoint[],
  range: DayRange,
  compared: readonly ChartPoint[],
  comparedDays: DayRange,
): (ChartPoint | null)[] {
  const places = new Map(
    compared.map((point, index) => [placeOf(step, point, index, comparedDays), point] as const),
  );
  return points.map((point, index) => places.get(placeOf(step, point, index, range)) ?? null);
}

function placeOf(step: ChartStep, point: ChartPoint, index: number, range: DayRange): string {
  if (!isWithinDay(step)) return String(index);
  return `${daysBetween(range.firstDate, point.date)} ${point.minute} ${point.repeat}`;
}

function nearestSameWeekday(date: string, near: string): string {
  const between = daysBetween(startOf("week", date), date) - daysBetween(startOf("week", near), near);
  const shift = ((between % 7) + 7) % 7;
  return addDays(near, shift > 3 ? shift - 7 : shift);
}
