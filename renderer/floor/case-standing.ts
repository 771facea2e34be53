/** How a case stands, as far as what may be done to it is concerned. */
import type { FloorCase } from "../../shared/domain/floor.ts";

/**
 * `suspended`: away while waiting, the place is kept; `called`: called or on hold, may go back to the
 * queue; `serving`: at a counter, nothing is to be done.
 */
export type CaseStanding = "waiting" | "suspended" | "called" | "serving";

export function standingOf(row: FloorCase): CaseStanding {
  if (row.state === "waiting") return "waiting";
  if (row.state === "on_hold" && row.waitedSeconds === null) return "suspended";
  return row.state === "called" || row.state === "on_hold" ? "called" : "serving";
}

/** How many of the cases stand in each way. Those that are no longer open count nowhere. */
export function countStandings(rows: Iterable<FloorCase>): Record<CaseStanding, number> {
  const counts = { waiting: 0, suspended: 0, called: 0, serving: 0 };
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}
