/** The hours of the week as a map of cells: the longer the wait, the deeper the colour, and its figure in it. */
import type { ExportDescription } from "../../shared/domain/export.ts";
import { fontFamily, palette } from "./palette.ts";
import type { Scale } from "./scale.ts";
import { type Drawn, valuesOf } from "./series.ts";
import { axisText, type ChartOption } from "./time-axis.ts";

/** From hardly any wait to the longest. */
const depths = ["#e2e5ec", palette.accent];

export function heatMapChart(description: ExportDescription, { series }: Drawn, scale: Scale): ChartOption {
  const { columns, rows, language } = description;
  const weekdayAt = columns.findIndex(({ key }) => key === "weekday");
  const weekdays = [...new Set(rows.map((row) => String(row[weekdayAt])))];
  const hours = valuesOf(description, "hour");
  const hourNames = [...new Set(hours)].map((hour) => (language === "en" ? `${hour}:00` : `${hour}\u00a0h`));
  const firstHour = hours[0] ?? 0;
  const waits = series.find(({ role }) => role === "main")?.values ?? [];
  const greatest = Math.max(...waits.map((wait) => wait ?? 0), scale.per);
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "fr-FR", { maximumFractionDigits: 1 });
  const figure = (wait: number) => {
    const value = wait / scale.per;
    return number.format(value < 10 && value > 0 ? Math.round(value * 10) / 10 : Math.round(value));
  };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 84, right: 16, top: 12, bottom: 30, containLabel: false },
    xAxis: { type: "category", data: hourNames, ...bare },
    yAxis: { type: "category", data: weekdays, inverse: true, ...bare },
    visualMap: { show: false, min: 0, max: greatest, dimension: 2, inRange: { color: depths } },
    series: [
      {
        type: "heatmap",
        itemStyle: { borderColor: palette.paper, borderWidth: 2, borderRadius: 4 },
        data: waits.flatMap((wait, index) => {
          if (wait === null) return [];
          const isDeep = wait > greatest / 2;
          return [
            {
              value: [(hours[index] ?? 0) - firstHour, String(rows[index]?.[weekdayAt]), wait],
              label: {
                show: true,
                formatter: figure(wait),
                color: isDeep ? palette.paper : palette.ink,
                fontFamily,
                fontSize: 11,
              },
            },
          ];
        }),
      },
    ],
  };
}

const bare = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { ...axisText, interval: 0 },
} as const;
