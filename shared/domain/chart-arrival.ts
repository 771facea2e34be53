/** Who came in each point of time, and what became of them. */
import type { SeriesFigures } from "./chart-figures.ts";

export const arrivalSeries: SeriesFigures = {
  columns: [
    { key: "arrivals", unit: "count" },
    { key: "transfersIn", unit: "count" },
    { key: "served", unit: "count" },
    { key: "abandoned", unit: "count" },
    { key: "noShows", unit: "count" },
  ],
  main: "arrivals",
  empty: [0, 0, 0, 0, 0],
  definitions: ["arrivals", "transfersIn", "served", "abandoned", "noShows"],
  valuesOf: (row) => [row.arrivals, row.transfersIn, row.served, row.abandoned, row.noShows],
};
