/** Which share of their time at the public agents spent handling, all of them together. */
import type { RowSeries } from "./chart-figures.ts";
import type { OccupancyRow } from "./occupancy.ts";

export const occupancySeries: RowSeries<OccupancyRow> = {
  columns: [
    { key: "occupancy", unit: "share" },
    { key: "handlingSeconds", unit: "seconds" },
    { key: "availableSeconds", unit: "seconds" },
  ],
  main: "occupancy",
  empty: [null, null, null],
  definitions: ["occupancy"],
  valuesOf: (row) =>
    row.occupancy === null ? [null, null, null] : [row.occupancy, row.handlingSeconds, row.availableSeconds],
};
