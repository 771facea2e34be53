/** How people felt treated, with the level of service and what was solved at first contact. */
import type { RowSeries } from "./chart-figures.ts";
import type { ExperienceRow } from "./experience.ts";

export const experienceSeries: RowSeries<ExperienceRow> = {
  columns: [
    { key: "experience", unit: "score" },
    { key: "treatedScore", unit: "score" },
    { key: "serviceLevel", unit: "share" },
    { key: "solvedShare", unit: "share" },
    { key: "answerCount", unit: "count" },
  ],
  main: "experience",
  empty: [null, null, null, null, null],
  definitions: ["experience"],
  valuesOf: (row) => [row.experience, row.treatedScore, row.serviceLevel, row.solvedShare, row.answerCount],
};
