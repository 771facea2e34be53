/** Figures over time as lines, with gaps where nothing was measured, over the band of typical days. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { exportWords } from "../../shared/domain/export-words.ts";
import { type LegendItem, legendHeight, legendShapes } from "./legend.ts";
import { textWidth } from "./lines.ts";
import { fontFamily, palette } from "./palette.ts";
import type { Scale } from "./scale.ts";
import type { Drawn, Series, SeriesRole } from "./series.ts";
import { type ChartOption, type Plot, placeOn, type TimeAxis, timeAxisOf, timeFrame } from "./time-axis.ts";

const labelSize = 11.5;

const colours: Record<SeriesRole, string> = {
  main: palette.accent,
  second: palette.ink,
  compared: palette.strongBar,
  expected: palette.strongBar,
  target: palette.bad,
};

/** The chart of one or several lines. */
export function lineChart(
  description: ExportDescription,
  { series, typical }: Drawn,
  scale: Scale,
  plot: Plot,
): ChartOption {
  const axis = timeAxisOf(description);
  const ends = lineEnds(description, series, axis, scale);
  const legend = legendOf(description, { series, typical });
  const margins = {
    left: 52,
    right: 24 + Math.max(0, ...ends.map(({ text }) => textWidth(text, labelSize) * 1.12)),
    top: 16 + (legend.length > 0 ? legendHeight : 0),
    bottom: 30,
  };
  const place = placeOn(plot, margins, axis, scale);
  const middle = (index: number) => (axis.starts[index] ?? 0) + axis.stepMs / 2;
  return {
    ...timeFrame(description, axis, scale, margins),
    graphic: [
      ...(typical === null ? [] : bandShapes(typical, (index, value) => place(middle(index), value))),
      ...legendShapes(legend, margins.left),
    ],
    series: [
      ...series.map((one) => line(one, axis, scale)),
      {
        type: "scatter",
        symbolSize: 0.1,
        itemStyle: { opacity: 1 },
        silent: true,
        data: endLabels(ends, scale, plot.height - margins.top - margins.bottom),
      },
    ],
  };
}

function legendOf(
  { language }: ExportDescription,
  { series, typical }: Pick<Drawn, "series" | "typical">,
): LegendItem[] {
  const { legend } = exportWords(language);
  return [
    ...(typical === null ? [] : [{ shape: "area", colour: palette.sunken, text: legend.typical } as const]),
    ...(series.some(({ role }) => role === "compared")
      ? [{ shape: "dashes", colour: colours.compared, text: legend.compared } as const]
      : []),
  ];
}

/** One area for each stretch in which both bounds are known. */
function bandShapes(
  { low, high }: NonNullable<Drawn["typical"]>,
  place: (index: number, value: number) => [number, number],
): ChartOption[] {
  const shapes: ChartOption[] = [];
  let top: [number, number][] = [];
  let bottom: [number, number][] = [];
  for (let index = 0; index <= low.length; index += 1) {
    const [below, above] = [low[index] ?? null, high[index] ?? null];
    if (below !== null && above !== null) {
      bottom.push(place(index, below));
      top.push(place(index, above));
      continue;
    }
    if (top.length > 1) {
      shapes.push({
        type: "polygon",
        z: -1,
        shape: { points: [...top, ...bottom.toReversed()] },
        style: { fill: palette.sunken },
      });
    }
    top = [];
    bottom = [];
  }
  return shapes;
}

/** A line breaks where a figure is missing; a figure alone between gaps is a dot. */
function line({ values, role }: Series, axis: TimeAxis, scale: Scale): ChartOption {
  const isAlone = (index: number) =>
    [values[index - 1], values[index + 1]].every((neighbour) => (neighbour ?? null) === null);
  return {
    type: "line",
    connectNulls: false,
    ...(role === "target" ? { step: "middle" } : {}),
    showSymbol: true,
    symbolSize: 5,
    lineStyle: {
      color: colours[role],
      width: role === "target" ? 1.2 : role === "compared" ? 1.6 : 2,
      ...(role === "target" || role === "compared" ? { type: [4, 3] } : {}),
    },
    itemStyle: { color: colours[role] },
    data: axis.starts.map((atMs, index) => {
      const value = values[index] ?? null;
      return {
        value: [atMs + axis.stepMs / 2, value === null ? null : value / scale.per],
        symbol: value !== null && isAlone(index) ? "circle" : "none",
      };
    }),
  };
}

interface LineEnd {
  readonly role: SeriesRole;
  readonly text: string;
  readonly atMs: number;
  /** As it is drawn. */
  readonly value: number;
}

/** The last figure of each line, named; a line that is alone needs no name. */
function lineEnds(
  { language }: ExportDescription,
  series: readonly Series[],
  axis: TimeAxis,
  scale: Scale,
): LineEnd[] {
  const { lines, colon } = exportWords(language);
  const named = series.filter(({ role }) => role !== "compared");
  return named.flatMap(({ key, role, values }) => {
    const index = values.findLastIndex((value) => value !== null);
    const value = values[index];
    const startMs = axis.starts[index];
    if (value === undefined || value === null || startMs === undefined) return [];
    const name = lines[key];
    const text = name === undefined ? scale.label(value) : `${name}${colon}${scale.label(value)}`;
    return [{ role, text, atMs: startMs + axis.stepMs / 2, value: value / scale.per }];
  });
}

/** What stands at the end of each line; labels that would touch are moved apart. */
function endLabels(ends: readonly LineEnd[], scale: Scale, heightPx: number): ChartOption[] {
  const leastPx = 16;
  let lowest = Number.NEGATIVE_INFINITY;
  return ends
    .toSorted((a, b) => a.value - b.value)
    .map(({ role, text, atMs, value }) => {
      const y = (value / scale.top) * heightPx;
      lowest = Math.max(y, lowest + leastPx);
      return {
        value: [atMs, value],
        label: {
          show: true,
          position: "right",
          offset: [4, y - lowest],
          formatter: text,
          fontFamily,
          fontSize: labelSize,
          fontWeight: role === "target" ? "normal" : "bold",
          color: colours[role],
        },
      };
    });
}
