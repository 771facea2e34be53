/** The question that a chart of the trends asks; exports of what is seen ask the same. */
import type { ChartKind, ChartQuestion, ChartStep } from "../../shared/domain/chart.ts";
import { type DayRange, daysBetween, startOf } from "../../shared/domain/chart-points.ts";
import { addDays } from "../../shared/queueing/intervals.ts";
import { daysOf } from "./trend-days.ts";
import type { TrendView } from "./trend-view.ts";

/** Hours of the week say something only over some weeks. */
const heatMapDays = 84;

/** Steps that make between a few and some hundred points of a range of days, the finest first. */
export function stepsOf(range: DayRange): ChartStep[] {
  const days = daysBetween(range.firstDate, range.lastDate) + 1;
  const steps: ChartStep[] = [];
  if (days <= 7) steps.push("interval");
  if (days <= 366) steps.push("hour");
  if (days >= 2) steps.push("day");
  if (days >= 14) steps.push("week");
  if (days >= 59) steps.push("month");
  if (days >= 400) steps.push("year");
  return steps;
}

/** The step of a view: the one chosen where it suits the days, else the one that shows their shape. */
export function stepOf(view: TrendView): ChartStep {
  const range = daysOf(view);
  const steps = stepsOf(range);
  if (view.step !== null && steps.includes(view.step)) return view.step;
  const days = daysBetween(range.firstDate, range.lastDate) + 1;
  if (days === 1) return "interval";
  if (days <= 92) return "day";
  return days <= 1_100 ? "week" : "month";
}

/** The first day of the period that is set beside; null for none. */
export function comparedDateOf(view: TrendView): string | null {
  const { compared } = view;
  if (compared === null) return null;
  const { firstDate, lastDate } = daysOf(view);
  if (compared === "last-year") {
    // The same weekday: a Monday beside a Sunday says nothing.
    if (view.period === "day" || view.period === "week") return addDays(firstDate, -364);
    return yearBefore(firstDate);
  }
  if (compared !== "previous") return compared;
  switch (view.period) {
    case "day":
    case "week":
      return addDays(firstDate, -7);
    case "month":
      return startOf("month", addDays(firstDate, -1));
    case "year":
      return startOf("year", addDays(firstDate, -1));
    case "custom":
      return addDays(firstDate, -(daysBetween(firstDate, lastDate) + 1));
  }
}

/** The question of a chart. */
export function questionOf(view: TrendView, chart: ChartKind): ChartQuestion {
  const { base, siteId, serviceId, channel } = view;
  return {
    chart,
    ...rangeOf(view, chart),
    step: stepOf(view),
    base,
    siteId,
    serviceId,
    channel,
    comparedFirstDate: comparedDateOf(view),
  };
}

/** The days that a chart covers: those of the view, but twelve weeks for the hours of the week of a day or a week. */
export function rangeOf(view: TrendView, chart: ChartKind): DayRange {
  const range = daysOf(view);
  if (chart !== "heat-map" || daysBetween(range.firstDate, range.lastDate) + 1 >= 28) return range;
  return { firstDate: addDays(range.lastDate, 1 - heatMapDays), lastDate: range.lastDate };
}

function yearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1);
  return date.endsWith("-02-29") ? `${year}-02-28` : year + date.slice(4);
}
