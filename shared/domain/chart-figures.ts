/** Charts over time that are drawn from rows of figures. */
import { startOfLocalDateMs } from "../queueing/intervals.ts";
import type { ChartStep } from "./chart.ts";
import { isWithinDay } from "./chart-points.ts";
import type { ChartValue, SeriesShape, SeriesValues } from "./chart-series.ts";
import type { FigureRow } from "./figure.ts";

/** A row of figures of some time: its name, as `figures` gives it, and its start. */
export interface TimedRow {
  readonly key: string;
  readonly fromMs: number | null;
}

export interface RowSeries<Row extends TimedRow> extends SeriesShape {
  /** The figures that the chart shows, by their names in the definitions. */
  readonly definitions: readonly string[];
  valuesOf(row: Row): readonly ChartValue[];
}

export type SeriesFigures = RowSeries<FigureRow>;

/** What a chart shows of the rows, by the start of their point. */
export function seriesValues<Row extends TimedRow>(
  series: RowSeries<Row>,
  rows: readonly Row[],
  step: ChartStep,
  timeZone: string,
): SeriesValues {
  return new Map(rows.map((row) => [startOfRowMs(row, step, timeZone), series.valuesOf(row)] as const));
}

/** A row of several time zones begins with its earliest; the chart's own zone says where it stands. */
function startOfRowMs(row: TimedRow, step: ChartStep, timeZone: string): number {
  if (isWithinDay(step)) return row.fromMs ?? 0;
  const date = { day: row.key, week: row.key, month: `${row.key}-01`, year: `${row.key}-01-01` }[step];
  return startOfLocalDateMs(date, timeZone);
}
