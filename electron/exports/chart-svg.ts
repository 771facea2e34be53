/** A chart drawn without a screen, as SVG. */
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { GraphicComponent, GridComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ExportDescription } from "../../shared/domain/export.ts";
import { barChart } from "./bar-chart.ts";
import { distributionChart } from "./distribution-chart.ts";
import { heatMapChart } from "./heat-map-chart.ts";
import { lineChart } from "./line-chart.ts";
import { fontStack } from "./palette.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { type Drawn, drawnOf } from "./series.ts";
import type { ChartOption, Plot } from "./time-axis.ts";

use([
  LineChart,
  BarChart,
  ScatterChart,
  HeatmapChart,
  GridComponent,
  GraphicComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export interface DrawnChart {
  /** A whole SVG element of the size asked for. */
  readonly svg: string;
  /** What its numbers are: "in minutes". */
  readonly unitWord: string;
}

/** Draws the chart of a description; null where there is not a single figure to draw. */
export function drawChart(description: ExportDescription, plot: Plot): DrawnChart | null {
  const drawn = drawnOf(description);
  if (!drawn.series.some(({ role }) => role !== "target")) return null;
  const bounds = [...drawn.series.map(({ values }) => values), drawn.typical?.high ?? []];
  const greatest = Math.max(...bounds.flatMap((values) => values.map((value) => value ?? 0)));
  const scale = scaleOf(drawn.unit, greatest, description.language);
  return { svg: render(optionOf(description, drawn, scale, plot), plot), unitWord: scale.unitWord };
}

function optionOf(description: ExportDescription, drawn: Drawn, scale: Scale, plot: Plot): ChartOption {
  switch (description.question.chart) {
    case "heat-map":
      return heatMapChart(description, drawn, scale);
    case "wait-distribution":
      return distributionChart(description, drawn, scale);
    case "arrivals":
      return barChart(description, drawn, scale, plot);
    default:
      return lineChart(description, drawn, scale, plot);
  }
}

function render(option: ChartOption, { width, height }: Plot): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return (
    svg
      // What reacts to a pointer has no meaning in a file.
      .replaceAll(/<style.*?<\/style>| class="[^"]*"| pointer-events="[^"]*"/gs, "")
      // The library writes the one family it was given; elsewhere a near one may have to do.
      .replaceAll(/font-family:[^;"]*/g, `font-family:${fontStack}`)
  );
}
