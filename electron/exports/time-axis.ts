/** The axes of a chart over time, and where on the paper a figure stands. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { fontFamily, palette } from "./palette.ts";
import type { Scale } from "./scale.ts";
import { timeTicks } from "./time-ticks.ts";

/** What the drawing library is asked for; plain data. */
export type ChartOption = Record<string, unknown>;

export interface Plot {
  readonly width: number;
  readonly height: number;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const axisText = { fontFamily, fontSize: 11, color: palette.thirdInk } as const;

export interface TimeAxis {
  readonly starts: readonly number[];
  readonly fromMs: number;
  readonly toMs: number;
  /** How much time one point stands for, in ms; of the shortest two neighbours. */
  readonly stepMs: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The axis of the rows of a description. */
export function timeAxisOf({ rows }: ExportDescription): TimeAxis {
  const starts = rows.map((row) => Number(row[0]));
  const steps = starts.slice(1).map((atMs, index) => atMs - (starts[index] ?? atMs));
  const stepMs = steps.length === 0 ? dayMs : Math.min(...steps);
  return { starts, fromMs: starts[0] ?? 0, toMs: (starts.at(-1) ?? 0) + stepMs, stepMs };
}

/** Both axes and the room around them. */
export function timeFrame(
  description: ExportDescription,
  axis: TimeAxis,
  scale: Scale,
  margins: Margins,
): ChartOption {
  const ticks = timeTicks(axis.fromMs, axis.toMs, description);
  const texts = new Map(ticks.map(({ atMs, text }) => [atMs, text]));
  const places = ticks.map(({ atMs }) => atMs);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...margins, containLabel: false },
    xAxis: {
      type: "value",
      min: axis.fromMs,
      max: axis.toMs,
      axisLine: { lineStyle: { color: palette.strongLine } },
      axisTick: { customValues: places, lineStyle: { color: palette.strongLine } },
      splitLine: { show: false },
      axisLabel: {
        ...axisText,
        customValues: places,
        hideOverlap: true,
        formatter: (atMs: number) => texts.get(atMs) ?? "",
      },
    },
    yAxis: valueAxis(scale, description.language),
  };
}

/** The axis of the figures, from nought. */
export function valueAxis(scale: Scale, language: ExportDescription["language"]): ChartOption {
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "fr-FR", { maximumFractionDigits: 2 });
  return {
    type: "value",
    min: 0,
    max: scale.top,
    interval: scale.interval,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { ...axisText, formatter: (value: number) => number.format(value) },
  };
}

/** From instants and figures to points on the paper. */
export function placeOn(
  plot: Plot,
  margins: Margins,
  axis: TimeAxis,
  scale: Scale,
): (atMs: number, value: number) => [number, number] {
  const width = plot.width - margins.left - margins.right;
  const height = plot.height - margins.top - margins.bottom;
  return (atMs, value) => [
    margins.left + ((atMs - axis.fromMs) / (axis.toMs - axis.fromMs)) * width,
    margins.top + (1 - value / scale.per / scale.top) * height,
  ];
}
