/** The real calls of `shared/data/bank-calls-1999`, read and replayed through the delay tracker. */
import { existsSync, readFileSync } from "node:fs";
import { DelayTracker } from "../../../shared/queueing/delay.ts";
import type { QueueView } from "../../../shared/queueing/delay-estimators.ts";

const file = new URL("../../../../shared/data/bank-calls-1999/calls-1999-02-01-to-14.tsv", import.meta.url);

export type Call = {
  readonly id: string;
  readonly service: string;
  /** Seconds since the first midnight of the file, local time. */
  readonly joined: number;
  readonly waited: number;
  readonly served: boolean;
  readonly handled: number;
};

/** Null where the data is not there. */
export function readBankCalls(): Call[] | null {
  if (!existsSync(file)) return null;
  const [, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  return lines.flatMap((line, row): Call[] => {
    const f = line.split("\t");
    const [type = "", date = "", vruEntry = "", vruExit = ""] = [f[4], f[5], f[6], f[7]];
    const [queueStart = "", queueSeconds = "0", outcome = "", serviceSeconds = "0"] = [
      f[9],
      f[11],
      f[12],
      f[15],
    ];
    const waited = Number(queueSeconds);
    // Left before any queue, or a phantom: nobody waited for an agent.
    if (outcome === "PHANTOM" || (outcome === "HANG" && waited === 0)) return [];
    const entry = clock(vruEntry);
    const join = clock(waited > 0 ? queueStart : vruExit);
    // The date is that of the entry; a queue joined half a day "before" it was joined after midnight.
    const day = Number(date.slice(4)) - 1 + (join < entry - 43_200 ? 1 : 0);
    const joined = day * 86_400 + join;
    const served = outcome === "AGENT";
    return [{ id: `${row}`, service: type, joined, waited, served, handled: Number(serviceSeconds) }];
  });
}

function clock(text: string): number {
  const [h = 0, m = 0, s = 0] = text.split(":").map(Number);
  return h * 3600 + m * 60 + s;
}

/** What was announced to one served caller at the moment of joining, and what happened. */
export type Announced = {
  readonly service: string;
  readonly waited: number;
  readonly p50: number;
  readonly p90: number;
  readonly estimator: string;
  readonly basis: "measured" | "prior";
  readonly headOfLine: number;
  readonly lastToEnter: number;
  readonly queueByCapacity: number;
};

type Queue = {
  tracker: DelayTracker;
  waiting: Map<string, number>;
  lastWait: number;
};

/**
 * Replays the calls in order of time and returns one record per served caller. Every estimate uses only what
 * was known at that second. The plain estimators are the textbook ones, kept apart from the tracker.
 * @param queueOf which queue a call waits in: one per service, or one for all
 */
export function replay(calls: readonly Call[], queueOf: (call: Call) => string): Announced[] {
  const queues = new Map<string, Queue>();
  const announced = new Map<string, Announced>();
  const results: Announced[] = [];
  // The agents are shared by all services, so those who serve are counted over the whole floor.
  let serving = 0;
  let handleSeconds = 180;
  for (const { at, kind, call } of timeline(calls)) {
    const name = queueOf(call);
    const queue = queues.get(name) ?? { tracker: new DelayTracker(180), waiting: new Map(), lastWait: 0 };
    queues.set(name, queue);
    const { tracker, waiting } = queue;
    if (kind === "join") {
      const head = Math.max(0, ...Array.from(waiting.values(), (since) => at - since));
      const view: QueueView = {
        ahead: waiting.size,
        waiting: waiting.size,
        headWaitSeconds: head,
        agentsServing: serving,
        // The log does not say who is signed in, but whoever is put through at once met a free agent.
        agentsFree: call.waited === 0 ? waiting.size + 1 : 0,
        hour: Math.floor(at / 3600) % 24,
      };
      const estimate = tracker.joined(call.id, at * 1000, view);
      announced.set(call.id, {
        service: call.service,
        waited: call.waited,
        p50: estimate.p50Seconds,
        p90: estimate.p90Seconds,
        estimator: estimate.estimator,
        basis: estimate.basis,
        headOfLine: head,
        lastToEnter: queue.lastWait,
        queueByCapacity: ((waiting.size + 1) * handleSeconds) / Math.max(1, serving),
      });
      waiting.set(call.id, at);
    } else if (kind === "end") {
      serving -= 1;
      tracker.handled(call.handled);
      handleSeconds += 0.02 * (call.handled - handleSeconds);
    } else if (kind === "leave") {
      waiting.delete(call.id);
      tracker.left(call.id, at * 1000);
    } else {
      waiting.delete(call.id);
      tracker.started(call.id, at * 1000);
      queue.lastWait = call.waited;
      serving += 1;
      const record = announced.get(call.id);
      if (record !== undefined) results.push(record);
    }
  }
  return results;
}

const order = { end: 0, start: 1, leave: 2, join: 3 } as const;
type Moment = { at: number; kind: keyof typeof order; call: Call };

/** All moments in order; within a second, what frees an agent or a place comes before who joins. */
function timeline(calls: readonly Call[]): Moment[] {
  const moments = calls.flatMap((call): Moment[] => {
    const gone = call.joined + call.waited;
    const join: Moment = { at: call.joined, kind: "join", call };
    if (!call.served) return [join, { at: gone, kind: "leave", call }];
    return [join, { at: gone, kind: "start", call }, { at: gone + call.handled, kind: "end", call }];
  });
  // A caller put through at once joins and starts in the same second, in that order.
  const rank = (m: Moment): number => (m.kind === "start" && m.call.waited === 0 ? 4 : order[m.kind]);
  return moments.sort((a, b) => a.at - b.at || rank(a) - rank(b));
}

export type DelayScore = {
  readonly n: number;
  readonly withinP90: number;
  readonly insideRange: number;
  readonly chosen: number;
  readonly headOfLine: number;
  readonly lastToEnter: number;
  readonly queueByCapacity: number;
};

/** Coverage, and the median absolute error in seconds of the chosen p50 and of each plain estimator. */
export function scoreDelays(results: readonly Announced[]): DelayScore {
  const n = results.length;
  const share = (holds: (r: Announced) => boolean): number => results.filter(holds).length / n;
  const error = (estimate: (r: Announced) => number): number => {
    const errors = results.map((r) => Math.abs(estimate(r) - r.waited)).sort((a, b) => a - b);
    return errors[Math.ceil(n / 2) - 1] ?? Number.NaN;
  };
  return {
    n,
    withinP90: share((r) => r.waited <= r.p90),
    insideRange: share((r) => r.waited <= r.p90 && r.waited >= r.p50),
    chosen: error((r) => r.p50),
    headOfLine: error((r) => r.headOfLine),
    lastToEnter: error((r) => r.lastToEnter),
    queueByCapacity: error((r) => r.queueByCapacity),
  };
}
