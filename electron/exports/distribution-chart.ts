/** How waits spread: one bar per stretch of time, the last one open. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { exportWords } from "../../shared/domain/export-words.ts";
import { fontFamily, palette } from "./palette.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { type Drawn, valuesOf } from "./series.ts";
import { axisText, type ChartOption, valueAxis } from "./time-axis.ts";

export function distributionChart(
  description: ExportDescription,
  { series }: Drawn,
  scale: Scale,
): ChartOption {
  const { language } = description;
  const starts = valuesOf(description, "fromSeconds");
  const ends = valuesOf(description, "toSeconds");
  const waits = scaleOf("seconds", unitBound(starts[1] ?? 0), language);
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "fr-FR", { maximumFractionDigits: 1 });
  const bound = (seconds: number | null | undefined) => number.format((seconds ?? 0) / waits.per);
  const names = starts.map((start, index) => {
    const end = ends[index] ?? null;
    return end === null
      ? exportWords(language).longerThan(waits.label(start ?? 0))
      : `${bound(start)}–${bound(end)}`;
  });
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 52, right: 16, top: 16, bottom: 48, containLabel: false },
    xAxis: {
      type: "category",
      data: names,
      name: waits.unitWord,
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: axisText,
      axisLine: { lineStyle: { color: palette.strongLine } },
      axisTick: { show: false },
      axisLabel: { ...axisText, hideOverlap: true },
    },
    yAxis: valueAxis(scale, language),
    series: series.map(({ role, values }) => ({
      type: "bar",
      barCategoryGap: "16%",
      itemStyle: { color: role === "main" ? palette.accent : palette.bar },
      data: values.map((value) => (value === null ? null : value / scale.per)),
    })),
  };
}

/** Bounds are written in the largest unit in which they are whole: as far as the scale is concerned, that long. */
function unitBound(widthSeconds: number): number {
  if (widthSeconds % 3_600 === 0) return 3 * 3_600;
  return widthSeconds % 60 === 0 ? 2 * 60 : 0;
}
