/** The waits of those who came in each point of time. */
import type { SeriesFigures } from "./chart-figures.ts";

export const waitSeries: SeriesFigures = {
  columns: [
    { key: "waitP50Seconds", unit: "seconds" },
    { key: "waitP90Seconds", unit: "seconds" },
    { key: "waitMeanSeconds", unit: "seconds" },
    { key: "waitCount", unit: "count" },
  ],
  main: "waitP90Seconds",
  empty: [null, null, null, 0],
  definitions: ["wait"],
  valuesOf: (row) => [row.waitP50Seconds, row.waitP90Seconds, row.waitMeanSeconds, row.waitCount],
};
