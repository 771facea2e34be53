/** What the trends show: which days, which part of the house, which chart of it. Kept in the address. */
import { type Channel, channels } from "../../shared/domain/channel.ts";
import { type ChartKind, type ChartStep, chartKinds, chartSteps } from "../../shared/domain/chart.ts";
import type { FigureBase } from "../../shared/domain/figure.ts";
import { clampUntil, type Period, periods, validDate } from "./trend-days.ts";

/** What the hours of the week are coloured by. */
export const heatMeasures = ["waitP50Seconds", "waitP90Seconds", "arrivals", "serviceLevel"] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

/** A stretch of a chart that is looked at more closely, ms since 1970 UTC, both starts of points. */
export interface Zoom {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface TrendView {
  readonly period: Period;
  /** A local date within the period; for `custom`, its first day. */
  readonly date: string;
  /** Last day of a `custom` period; the same as `date` otherwise. */
  readonly untilDate: string;
  readonly siteId: string | null;
  readonly serviceId: string | null;
  readonly channel: Channel | null;
  readonly base: FigureBase;
  /** The chart that is looked at alone; null for the overview. */
  readonly chart: ChartKind | null;
  /** Null: the step that suits the period. */
  readonly step: ChartStep | null;
  /** The period set beside: the one before, the same of the year before, or one that begins on a local date. */
  readonly compared: string | null;
  readonly heat: HeatMeasure;
  readonly zoom: Zoom | null;
}

/** What the address says for all sites or channels; none of them has an empty key. */
const all = "";

/** What is shown where the address does not say. */
export interface TrendDefaults {
  readonly today: string;
  readonly siteId: string | null;
  readonly channel: Channel | null;
}

/** Reads a view from the address; what is missing or makes no sense falls back to the defaults. */
export function readTrendView(parameters: URLSearchParams, defaults: TrendDefaults): TrendView {
  const period = periods.find((one) => one === parameters.get("period")) ?? "day";
  const date = validDate(parameters.get("date")) ?? defaults.today;
  return {
    period,
    date,
    untilDate: period === "custom" ? clampUntil(date, validDate(parameters.get("until")) ?? date) : date,
    siteId: readOr(parameters.get("site"), defaults.siteId),
    serviceId: parameters.get("service"),
    channel: channels.find((one) => one === readOr(parameters.get("channel"), defaults.channel)) ?? null,
    base: parameters.get("base") === "all" ? "all" : "served",
    chart: chartKinds.find((one) => one === parameters.get("chart")) ?? null,
    step: chartSteps.find((one) => one === parameters.get("step")) ?? null,
    compared: readCompared(parameters.get("compared")),
    heat: heatMeasures.find((one) => one === parameters.get("heat")) ?? "waitP50Seconds",
    zoom: readZoom(parameters.get("zoom")),
  };
}

/** The address of a view. */
export function writeTrendView(view: TrendView): URLSearchParams {
  const parameters = new URLSearchParams({ period: view.period, date: view.date });
  if (view.period === "custom") parameters.set("until", view.untilDate);
  parameters.set("site", view.siteId ?? all);
  if (view.serviceId !== null) parameters.set("service", view.serviceId);
  parameters.set("channel", view.channel ?? all);
  if (view.base !== "served") parameters.set("base", view.base);
  if (view.chart !== null) parameters.set("chart", view.chart);
  if (view.step !== null) parameters.set("step", view.step);
  if (view.compared !== null) parameters.set("compared", view.compared);
  if (view.heat !== "waitP50Seconds") parameters.set("heat", view.heat);
  if (view.zoom !== null) parameters.set("zoom", `${view.zoom.fromMs}-${view.zoom.toMs}`);
  return parameters;
}

/** The view to go to: what was looked at more closely is left where the points are other ones. */
export function settled(before: TrendView, next: TrendView): TrendView {
  const isSamePoints =
    before.period === next.period &&
    before.date === next.date &&
    before.untilDate === next.untilDate &&
    before.step === next.step;
  if (isSamePoints) return next;
  const isSamePeriod = before.period === next.period;
  return { ...next, zoom: null, step: isSamePeriod ? next.step : null };
}

function readOr(text: string | null, fallback: string | null): string | null {
  if (text === null) return fallback;
  return text === all ? null : text;
}

function readCompared(text: string | null): string | null {
  return text === "previous" || text === "last-year" ? text : validDate(text);
}

function readZoom(text: string | null): Zoom | null {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? "") ?? [];
  const zoom = { fromMs: Number(from), toMs: Number(to) };
  return zoom.fromMs < zoom.toMs ? zoom : null;
}
