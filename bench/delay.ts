/** Expected waits on two weeks of real calls: is the range calibrated, and is it better than plain HOL and LES? */
import { type Announced, readBankCalls, replay, scoreDelays } from "../tests/shared/queueing/bank-calls.ts";
import { replaySnapshots } from "../tests/shared/queueing/warsaw-snapshots.ts";

const calls = readBankCalls();
if (calls === null) {
  console.log("skipped: no shared data");
} else {
  const rows = [
    ["one queue per service", replay(calls, (call) => call.service)],
    ["all as one queue", replay(calls, () => "all")],
  ] as const;
  const table = rows.flatMap(([name, results]) => {
    const queued = results.filter((r) => r.waited > 0);
    const services = ["PS", "NW", "NE", "IN"].map(
      (s) => [`  ${s}, who queued`, queued.filter((r) => r.service === s)] as const,
    );
    return [
      line(`${name}, who queued`, queued),
      line(`${name}, all served`, results),
      ...(name === "one queue per service" ? services.map(([label, part]) => line(label, part)) : []),
    ];
  });
  console.table(table);
  const chosen = Map.groupBy(
    rows[0][1].filter((r) => r.waited > 0),
    (r) => r.estimator,
  );
  for (const [estimator, part] of chosen) console.log(`${estimator} spoke for ${part.length} callers`);
  const queued = scoreDelays(rows[0][1].filter((r) => r.waited > 0));
  const ratio = queued.chosen / Math.min(queued.headOfLine, queued.lastToEnter);
  console.log(`ratio to the better of plain HOL and LES: ${ratio.toFixed(3)} (gate: at most 1)`);
  console.log(`actual wait at or below p90: ${(100 * queued.withinP90).toFixed(1)} % (gate: 85 to 95 %)`);
}

/** Errors are medians of |actual − estimate| in seconds; shares are of served callers. */
function line(who: string, results: readonly Announced[]) {
  const s = scoreDelays(results);
  return {
    who,
    n: s.n,
    HOL: s.headOfLine,
    LES: s.lastToEnter,
    QL: Number(s.queueByCapacity.toFixed(1)),
    chosen: Number(s.chosen.toFixed(1)),
    "≤ p90 %": Number((100 * s.withinP90).toFixed(1)),
    "p50–p90 %": Number((100 * s.insideRange).toFixed(1)),
  };
}

const tickets = replaySnapshots();
if (tickets === null) console.log("ticket progress skipped: no shared data");
else
  console.log(
    `ticket progress, ${tickets.queues} queues of Warsaw, the last ${tickets.n} announced waits: ` +
      `${(100 * tickets.withinP90).toFixed(1)} % at or below p90, ` +
      `${(100 * tickets.insideRange).toFixed(1)} % inside p50–p90, ` +
      `median error ${Math.round(tickets.medianErrorSeconds)} s`,
  );
