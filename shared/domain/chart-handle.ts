/** How long the service of those who came in each point of time took. */
import type { SeriesFigures } from "./chart-figures.ts";

export const handleSeries: SeriesFigures = {
  columns: [
    { key: "handleMeanSeconds", unit: "seconds" },
    { key: "handleCount", unit: "count" },
  ],
  main: "handleMeanSeconds",
  empty: [null, 0],
  definitions: ["handle"],
  valuesOf: (row) => [row.handleMeanSeconds, row.handleCount],
};
