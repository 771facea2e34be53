/** The hours of the week: when people come, and how long they wait then. */
import type { ChartColumn } from "./chart.ts";
import type { ChartValue } from "./chart-series.ts";
import type { FigureRow } from "./figure.ts";

/** `weekday` is 1 (Monday) to 7, `hour` 0 to 23. */
const placeColumns: readonly ChartColumn[] = [
  { key: "weekday", unit: "label" },
  { key: "hour", unit: "label" },
];
const ownColumns: readonly ChartColumn[] = [
  { key: "waitP50Seconds", unit: "seconds" },
  { key: "waitP90Seconds", unit: "seconds" },
  { key: "waitCount", unit: "count" },
  { key: "arrivals", unit: "count" },
  { key: "serviceLevel", unit: "share" },
];

export const heatMapDefinitions = ["wait", "arrivals", "serviceLevel"];

/**
 * One row for each hour of the week, weekday by weekday, from the first hour of any day in which
 * somebody came to the last one.
 *
 * @param rows figures by `weekday-hour`, with keys such as `1-09` for Mondays at nine
 * @param compared the same of another period, or null
 */
export function heatMapTable(
  rows: readonly FigureRow[],
  compared: readonly FigureRow[] | null,
): { columns: ChartColumn[]; rows: ChartValue[][] } {
  const own = byPlace(rows);
  const other = compared === null ? null : byPlace(compared);
  const places = [...own.keys(), ...(other?.keys() ?? [])].map((key) => key.split("-").map(Number));
  const hours = span(places.map(([, hour]) => hour ?? 0));
  const weekdays = span(places.map(([weekday]) => weekday ?? 1));
  return {
    columns: [
      ...placeColumns,
      ...ownColumns,
      ...(other === null ? [] : ownColumns.map((column) => ({ ...column, key: `${column.key}Compared` }))),
    ],
    rows: weekdays.flatMap((weekday) =>
      hours.map((hour) => {
        const key = keyOf(weekday, hour);
        return [
          weekday,
          hour,
          ...valuesOf(own.get(key)),
          ...(other === null ? [] : valuesOf(other.get(key))),
        ];
      }),
    ),
  };
}

function byPlace(rows: readonly FigureRow[]): Map<string, FigureRow> {
  return new Map(rows.filter((row) => row.arrivals + row.transfersIn > 0).map((row) => [row.key, row]));
}

function keyOf(weekday: number, hour: number): string {
  return `${weekday}-${String(hour).padStart(2, "0")}`;
}

function valuesOf(row: FigureRow | undefined): ChartValue[] {
  if (row === undefined) return [null, null, 0, 0, null];
  return [row.waitP50Seconds, row.waitP90Seconds, row.waitCount, row.arrivals, row.serviceLevel];
}

/** All whole numbers from the least to the greatest. */
function span(numbers: readonly number[]): number[] {
  if (numbers.length === 0) return [];
  const least = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - least + 1 }, (_, index) => least + index);
}
