/** The real snapshots of `shared/data/warsaw-offices-2020`, replayed through the ticket tracker. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { type QueueSnapshot, TicketDelayTracker } from "../../../shared/queueing/ticket-delay.ts";

const file = fileURLToPath(
  new URL("../../../../shared/data/warsaw-offices-2020/snapshots.csv.xz", import.meta.url),
);

export type TicketScore = {
  readonly queues: number;
  /** Announced ranges whose ticket was called later. */
  readonly n: number;
  readonly withinP90: number;
  readonly insideRange: number;
  /** Mean over the queues, weighted by n, of their median errors. */
  readonly medianErrorSeconds: number;
};

/** Accuracy as the trackers themselves report it at the end, over all queues; null where data or xz is missing. */
export function replaySnapshots(): TicketScore | null {
  if (!existsSync(file)) return null;
  const queues = new Map<string, { tracker: TicketDelayTracker; snapshots: Map<number, QueueSnapshot> }>();
  for (const [key, atMs, snapshot] of readSnapshots()) {
    const queue = queues.get(key) ?? { tracker: new TicketDelayTracker(), snapshots: new Map() };
    queues.set(key, queue);
    queue.snapshots.set(atMs, snapshot);
  }
  let [n, within, inside, error] = [0, 0, 0, 0];
  for (const { tracker, snapshots } of queues.values()) {
    for (const [atMs, snapshot] of [...snapshots].sort(([a], [b]) => a - b)) tracker.observe(atMs, snapshot);
    const accuracy = tracker.accuracy();
    if (accuracy === null) continue;
    n += accuracy.n;
    within += accuracy.n * accuracy.withinP90;
    inside += accuracy.n * accuracy.insideRange;
    error += accuracy.n * accuracy.medianErrorSeconds;
  }
  return {
    queues: queues.size,
    n,
    withinP90: within / n,
    insideRange: inside / n,
    medianErrorSeconds: error / n,
  };
}

function readSnapshots(): [string, number, QueueSnapshot][] {
  const csv = execFileSync("xz", ["-dc", file], { maxBuffer: 2 ** 28 });
  const rows: Record<string, string>[] = parse(csv, { columns: true, relax_quotes: true });
  return rows.map((row) => {
    // Some offices write 30 December 2019 with the ISO week-year.
    const date = row["date"] === "2020-12-30" ? "2019-12-30" : (row["date"] ?? "");
    const digits = (row["aktualnyNumer"] ?? "").replace(/\D/g, "");
    return [
      `${row["name"]}/${row["idGrupy"]}`,
      Date.parse(`${date}T${row["time"]}:00Z`),
      {
        waiting: Number(row["liczbaKlwKolejce"]),
        openCounters: Number(row["liczbaCzynnychStan"]),
        calledTicket: digits === "" ? null : Number(digits),
      },
    ];
  });
}
