/** Which share of those who came in each point of time was served within the target. */
import type { SeriesFigures } from "./chart-figures.ts";

export const levelSeries: SeriesFigures = {
  columns: [
    { key: "serviceLevel", unit: "share" },
    { key: "inTarget", unit: "count" },
    { key: "targetBase", unit: "count" },
  ],
  main: "serviceLevel",
  empty: [null, 0, 0],
  definitions: ["serviceLevel"],
  valuesOf: (row) => [row.serviceLevel, row.inTarget, row.targetBase],
};
