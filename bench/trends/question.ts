/** The questions of the bench, for the store and for DuckDB. */
import type { FigureQuery } from "../../shared/domain/figure.ts";
import { addDays, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { endDate, firstDate, oneDate, timeZone } from "./town-hall.ts";

export interface Question {
  readonly name: string;
  readonly query: FigureQuery;
  /** What DuckDB groups by. */
  readonly bucket: string;
}

export const questions: readonly Question[] = [
  ask(
    "one day by 15 minutes",
    "interval",
    oneDate,
    addDays(oneDate, 1),
    "time_bucket(INTERVAL '15 minutes', local_arrived_at)",
  ),
  ask("one year by day", "day", "2021-01-01", "2022-01-01", "date_trunc('day', local_arrived_at)"),
  ask("ten years by week", "week", firstDate, endDate, "date_trunc('week', local_arrived_at)"),
];

function ask(name: string, by: FigureQuery["by"], from: string, to: string, bucket: string): Question {
  const query: FigureQuery = {
    fromMs: startOfLocalDateMs(from, timeZone),
    toMs: startOfLocalDateMs(to, timeZone),
    by,
    base: "served",
    siteId: null,
    serviceId: null,
    channel: null,
  };
  return { name, query, bucket };
}
