/** Arrivals over time as bars, with a dash where the forecast lies. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { exportWords } from "../../shared/domain/export-words.ts";
import { type LegendItem, legendHeight, legendShapes } from "./legend.ts";
import { palette } from "./palette.ts";
import type { Scale } from "./scale.ts";
import type { Drawn, Series, SeriesRole } from "./series.ts";
import { type ChartOption, type Plot, timeAxisOf, timeFrame } from "./time-axis.ts";

/** How much of a point's room its bar takes. */
const fullness = 0.72;

export function barChart(
  description: ExportDescription,
  { series }: Drawn,
  scale: Scale,
  plot: Plot,
): ChartOption {
  const axis = timeAxisOf(description);
  const legend = legendOf(description, series);
  const margins = { left: 52, right: 16, top: 16 + (legend.length > 0 ? legendHeight : 0), bottom: 30 };
  const roomPx = ((plot.width - margins.left - margins.right) * axis.stepMs) / (axis.toMs - axis.fromMs || 1);
  const points = ({ values }: Series) =>
    axis.starts.flatMap((atMs, index) => {
      const value = values[index] ?? null;
      return value === null ? [] : [[atMs + axis.stepMs / 2, value / scale.per]];
    });
  return {
    ...timeFrame(description, axis, scale, margins),
    graphic: legendShapes(legend, margins.left),
    series: series.map((one) =>
      one.role === "main"
        ? {
            type: "bar",
            barWidth: Math.max(1, Math.min(36, roomPx * fullness)),
            itemStyle: { color: palette.bar },
            data: points(one),
          }
        : {
            type: "scatter",
            symbol: "rect",
            symbolSize: [Math.max(3, Math.min(36, roomPx * fullness)), 2],
            itemStyle: { color: colourOf(one.role), opacity: 1 },
            data: points(one),
          },
    ),
  };
}

function colourOf(role: SeriesRole): string {
  return role === "expected" ? palette.ink : palette.accent;
}

function legendOf({ language }: ExportDescription, series: readonly Series[]): LegendItem[] {
  const { legend } = exportWords(language);
  const items = series.flatMap(({ role }): LegendItem[] => {
    if (role === "main") return [{ shape: "bar", colour: palette.bar, text: legend.arrivals }];
    if (role !== "compared" && role !== "expected") return [];
    return [{ shape: "line", colour: colourOf(role), text: legend[role] }];
  });
  return items.length > 1 ? items : [];
}
