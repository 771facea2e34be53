/** Reads the columns of a chart's table by their keys. */
import type { ChartTable } from "../../shared/domain/chart.ts";
import { localDate } from "../../shared/queueing/intervals.ts";

/** The figures of one column, row by row; null where there is none. */
export function valuesOf({ columns, rows }: ChartTable, key: string): (number | null)[] {
  const index = columns.findIndex((column) => column.key === key);
  return rows.map((row) => {
    const value = row[index];
    return typeof value === "number" ? value : null;
  });
}

/** The local dates of the rows. */
export function datesOf(table: ChartTable): string[] {
  return valuesOf(table, "fromMs").map((fromMs) => localDate(fromMs ?? 0, table.timeZone));
}
