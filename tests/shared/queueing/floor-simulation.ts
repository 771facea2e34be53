/** A discrete-event simulation of one queue, written apart from the models that it checks. */
import type { QueueState } from "../../../shared/queueing/preview.ts";
import { mulberry } from "./random.ts";

/** Agents who come (positive) or go (negative) at a time; who goes finishes the case at hand. */
export type StaffChange = { readonly atSeconds: number; readonly agents: number };

export type Simulated = {
  /** Served in time ÷ counted, over all runs together, and the standard error of that ratio. */
  readonly serviceLevel: number;
  readonly standardError: number;
  /** The service level of each run that had cases to count, ascending. */
  readonly levels: readonly number[];
  /** Waits of someone endlessly patient who joins the line at time 0, ascending. */
  readonly nextWaits: readonly number[];
};

type Random = { uniform: () => number; exponential: (mean: number) => number; handle: () => number };

function randomFor(state: QueueState, seed: number): Random {
  const uniform = mulberry(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - uniform());
  const cv = state.handleVariation;
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  const mu = Math.log(state.handleSeconds) - (sigma * sigma) / 2;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  // Lognormal where the variation was measured, as handling times are; exponential where it is 1.
  const handle = (): number =>
    cv === 1 ? exponential(state.handleSeconds) : Math.exp(mu + sigma * normal());
  return { uniform, exponential, handle };
}

/** Rest of a service met at a random moment: a size-biased handling time, uniformly cut. */
function residual(random: Random, cap: number): number {
  for (;;) {
    const whole = random.handle();
    if (random.uniform() * cap < whole) return whole * random.uniform();
  }
}

type Customer = { joined: number; counted: boolean; leaves: number; tagged: boolean };

/**
 * Runs the floor many times from the state.
 * @param joinsAt arrival of agents whose moment is itself random (a busy agent who finishes a case elsewhere)
 */
export function simulateFloor(
  state: QueueState,
  changes: readonly StaffChange[],
  horizonSeconds: number,
  runs: number,
  seed: number,
  joinsAt: ((random: () => number) => number) | null = null,
): Simulated {
  const random = randomFor(state, seed);
  const outcomes: { inTime: number; counted: number }[] = [];
  const nextWaits: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const extra = joinsAt === null ? [] : [{ atSeconds: joinsAt(random.uniform), agents: 1 }];
    const staff = [...changes, ...extra].sort((a, b) => a.atSeconds - b.atSeconds);
    outcomes.push(simulateOnce(state, staff, horizonSeconds, random, false));
    nextWaits.push(simulateOnce(state, staff, 0, random, true).taggedWait);
  }
  const counted = outcomes.reduce((sum, o) => sum + o.counted, 0);
  const level = outcomes.reduce((sum, o) => sum + o.inTime, 0) / counted;
  // The usual error of a ratio: deviations of each run's hits from the ratio's share of its count.
  const deviation = outcomes.reduce((sum, o) => sum + (o.inTime - level * o.counted) ** 2, 0);
  nextWaits.sort((a, b) => a - b);
  const levels = outcomes.filter((o) => o.counted > 0).map((o) => o.inTime / o.counted);
  levels.sort((a, b) => a - b);
  return { serviceLevel: level, standardError: Math.sqrt(deviation) / counted, levels, nextWaits };
}

function simulateOnce(
  state: QueueState,
  staff: readonly StaffChange[],
  arriveUntil: number,
  random: Random,
  tag: boolean,
): { inTime: number; counted: number; taggedWait: number } {
  const patience = (): number =>
    Number.isFinite(state.patienceSeconds)
      ? random.exponential(state.patienceSeconds)
      : Number.POSITIVE_INFINITY;
  const line: Customer[] = state.waiting.map(({ waitedSeconds }) => ({
    joined: -waitedSeconds,
    counted: true,
    leaves: patience(),
    tagged: false,
  }));
  if (tag) line.push({ joined: 0, counted: false, leaves: Number.POSITIVE_INFINITY, tagged: true });
  const busy: number[] = [];
  for (let i = 0; i < state.agentsServing; i += 1) busy.push(residual(random, state.handleSeconds * 20));
  let agents = state.agentsServing + state.agentsFree;
  const perSecond = state.arrivalsPerHour.expected / 3600;
  let [counted, inTime, taggedWait] = [line.filter((c) => c.counted).length, 0, Number.POSITIVE_INFINITY];
  let [change, now] = [0, 0];
  let nextArrival = perSecond > 0 ? random.exponential(1 / perSecond) : Number.POSITIVE_INFINITY;
  for (;;) {
    while (line.length > 0 && busy.length < agents) {
      const next = line.shift();
      if (next === undefined || next.leaves < now) continue;
      if (next.tagged) taggedWait = now;
      if (next.counted && now - next.joined <= state.targetSeconds) inTime += 1;
      busy.push(now + random.handle());
    }
    if (taggedWait < Number.POSITIVE_INFINITY || (line.length === 0 && nextArrival > arriveUntil)) break;
    const done = Math.min(...busy);
    const changeAt = staff[change]?.atSeconds ?? Number.POSITIVE_INFINITY;
    const arrival = nextArrival <= arriveUntil ? nextArrival : Number.POSITIVE_INFINITY;
    now = Math.min(done, changeAt, arrival);
    if (now === Number.POSITIVE_INFINITY) break;
    if (now === changeAt) {
      const delta = staff[change]?.agents ?? 0;
      change += 1;
      // Whoever goes while all are busy takes the case along: its end frees nobody.
      const idle = agents - busy.length;
      for (let gone = idle; gone < -delta; gone += 1)
        busy.splice(Math.floor(random.uniform() * busy.length), 1);
      agents += delta;
    } else if (now === done) busy.splice(busy.indexOf(done), 1);
    else {
      line.push({ joined: now, counted: true, leaves: now + patience(), tagged: false });
      counted += 1;
      nextArrival += random.exponential(1 / perSecond);
    }
  }
  return { inTime, counted, taggedWait };
}
