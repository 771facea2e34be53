/** The tables of figures and their columns. */

/** How much time a row stands for. Days, weeks and months are those of the site. */
export const periods = ["interval", "day", "week", "month"] as const;
export type Period = (typeof periods)[number];

/** The periods that a time zone has a sum for; its intervals are few enough as those of its sites. */
export const longPeriods = ["day", "week", "month"] as const satisfies readonly Period[];

/** The table that holds the rows of a period. */
export function tableOf(period: Period): `${Period}_figure` {
  return `${period}_figure`;
}

/** Everything that is counted; sums are in milliseconds. */
export const counts = [
  "arrivals",
  "transfers_in",
  "served",
  "abandoned",
  "no_shows",
  "level_served",
  "level_abandoned",
  "served_in_target",
  "abandoned_in_target",
  "abandoned_late",
  "served_wait_ms",
  "abandoned_wait_ms",
  "handle_count",
  "handle_ms",
] as const;

export type Counts = Record<(typeof counts)[number], number>;

/** A row of figures. */
export interface FigureTableRow extends Counts {
  /** A queue, or the sum of the queues of a site or of a time zone. */
  readonly queue: number;
  readonly start_ms: number;
  /** Encoded sketch of the waits of those who were served, in seconds. */
  readonly served_waits: Uint8Array;
  /** The same of those who gave up. */
  readonly abandoned_waits: Uint8Array;
}

/** The columns of a row, in the order of the table. */
export const figureColumns = ["queue", "start_ms", ...counts, "served_waits", "abandoned_waits"] as const;

/** Where each count stands in `counts`. */
export const place = Object.fromEntries(counts.map((name, index) => [name, index])) as Counts;
