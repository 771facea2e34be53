/** Which share of those who came in each point of time gave up waiting. */
import type { SeriesFigures } from "./chart-figures.ts";
import type { FigureRow } from "./figure.ts";

export const abandonmentSeries: SeriesFigures = {
  columns: [
    { key: "abandonment", unit: "share" },
    { key: "abandoned", unit: "count" },
    { key: "offered", unit: "count" },
  ],
  main: "abandonment",
  empty: [null, 0, 0],
  definitions: ["abandonment"],
  valuesOf: (row) => [abandonment(row), row.abandoned, offered(row)],
};

/** Those who came to a service, by themselves or by a hand-off. */
export function offered(row: Pick<FigureRow, "arrivals" | "transfersIn">): number {
  return row.arrivals + row.transfersIn;
}

/** Abandoned ÷ offered, 0–1; null where nobody came. */
export function abandonment(row: Pick<FigureRow, "arrivals" | "transfersIn" | "abandoned">): number | null {
  return offered(row) === 0 ? null : row.abandoned / offered(row);
}
