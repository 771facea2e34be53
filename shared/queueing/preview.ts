/**
 * What an action would do, before it is confirmed: expected wait and service level of every queue that it
 * touches, before → after, as ranges. The same chain as the outlook, started from the floor as it stands.
 */
import { type Band, outlook } from "./outlook.ts";
import {
  type LineRates,
  type Staffing,
  type Stretch,
  servedWithin,
  waitDistribution,
  waitQuantile,
} from "./passage.ts";

/** A waiting case: its place in the array is its place in line. */
export type WaitingCase = { readonly caseId: string; readonly waitedSeconds: number };

/** One service's queue as it stands. */
export type QueueState = {
  readonly serviceId: string;
  /** In the order in which they will be called. */
  readonly waiting: readonly WaitingCase[];
  readonly agentsServing: number;
  readonly agentsFree: number;
  /** The share of their time that these agents have for this queue; 1 where left out. */
  readonly pace?: number;
  /** Arrivals per hour over the coming hour, with their 80 % band. */
  readonly arrivalsPerHour: Band;
  /** Mean handling time in seconds, and its coefficient of variation (1 where not measured). */
  readonly handleSeconds: number;
  readonly handleVariation: number;
  /** Mean patience in seconds; Infinity means that nobody leaves. */
  readonly patienceSeconds: number;
  /** T of the target, in seconds. */
  readonly targetSeconds: number;
};

/** What a supervisor may do about waits. */
export type FloorAction =
  | {
      readonly kind: "move-cases";
      /** Where the cases wait now. */
      readonly fromServiceIds: readonly string[];
      readonly toServiceId: string;
      readonly caseIds: readonly string[];
    }
  | {
      readonly kind: "add-agents";
      readonly serviceId: string;
      readonly agents: number;
      /** Travel time until they serve. */
      readonly afterSeconds: number;
      /** Until when they stay, from now; Infinity for the rest of the day. */
      readonly untilSeconds: number;
    }
  | {
      readonly kind: "move-agent";
      readonly fromServiceId: string;
      readonly toServiceId: string;
      /** True where the agent is with someone, and finishes that case first. */
      readonly serving: boolean;
    };

/** A remaining wait from now on, in seconds; Infinity where nobody is there to serve. */
export type WaitRange = { readonly p50Seconds: number; readonly p90Seconds: number };

/** What lies ahead of one queue. */
export type Prospect = {
  readonly nextArrival: WaitRange;
  /** The last one in line now; null where nobody waits. */
  readonly lastWaiting: WaitRange | null;
  /** (Served within T) ÷ (those waiting now and those who arrive within the horizon). */
  readonly serviceLevel: Band;
};

/** One queue, before and after the action. */
export type PreviewSide = {
  readonly serviceId: string;
  readonly before: Prospect;
  readonly after: Prospect;
};

/** A queue with the staff that it will have. */
export type Plan = { readonly state: QueueState; readonly staffing: Staffing };

/** A queue as it stands, and what an action makes of it. */
export type QueueChange = { readonly before: QueueState; readonly after: Plan };

/**
 * Foresees an action. Handling is taken as exponential, so how long a case has been in service already does not
 * matter; `handleVariation` widens or narrows the ranges of the waits. A moved case keeps its wait and
 * takes the place in line that it gives. A busy agent who moves arrives after one mean handling time.
 * @param horizonSeconds arrivals within this time count towards the service level, above zero
 * @returns one side per queue that changes
 * @throws RangeError where the action names a service or a case that is not there, or an agent who is not
 */
export function preview(
  states: readonly QueueState[],
  action: FloorAction,
  horizonSeconds: number,
): PreviewSide[] {
  return previewChanges(changed(states, action), horizonSeconds);
}

/** The same for changes that are known already: one side per change. */
export function previewChanges(changes: readonly QueueChange[], horizonSeconds: number): PreviewSide[] {
  return changes.map(({ before, after }) => ({
    serviceId: before.serviceId,
    before: prospect({ state: before, staffing: steadyStaff(before) }, horizonSeconds),
    after: prospect(after, horizonSeconds),
  }));
}

/** The staff of a queue with so many more (or fewer) who have all their time for it. */
export function withAgents(state: QueueState, more: number): Omit<Stretch, "untilSeconds"> {
  const agents = agentsOf(state) + more;
  const capacity = agentsOf(state) * (state.pace ?? 1) + more;
  return agents <= 0 ? { agents: 0 } : { agents, pace: Math.max(0, capacity) / agents };
}

function changed(states: readonly QueueState[], action: FloorAction): QueueChange[] {
  if (action.kind === "add-agents") {
    const before = find(states, action.serviceId);
    const staffing = [
      { untilSeconds: action.afterSeconds, ...withAgents(before, 0) },
      { untilSeconds: action.untilSeconds, ...withAgents(before, action.agents) },
      { untilSeconds: Number.POSITIVE_INFINITY, ...withAgents(before, 0) },
    ];
    return [{ before, after: { state: before, staffing } }];
  }
  const to = find(states, action.toServiceId);
  if (action.kind === "move-cases") {
    return moveCases(
      action.fromServiceIds.map((serviceId) => find(states, serviceId)),
      to,
      action.caseIds,
    );
  }
  const from = find(states, action.fromServiceId);
  const [source, target] = moveAgent(from, to, action.serving);
  return [
    { before: from, after: source },
    { before: to, after: target },
  ];
}

function moveCases(
  sources: readonly QueueState[],
  to: QueueState,
  caseIds: readonly string[],
): QueueChange[] {
  const moving = new Set(caseIds);
  const isMoving = (one: WaitingCase) => moving.has(one.caseId);
  const moved = sources.flatMap(({ waiting }) => waiting.filter(isMoving));
  if (moved.length < moving.size) throw new RangeError("not all cases are waiting where they are moved from");
  const joined = [...to.waiting, ...moved].sort((a, b) => b.waitedSeconds - a.waitedSeconds);
  return [
    ...sources.map((from) => {
      const rest = from.waiting.filter((one) => !isMoving(one));
      return { before: from, after: { state: { ...from, waiting: rest }, staffing: steadyStaff(from) } };
    }),
    { before: to, after: { state: { ...to, waiting: joined }, staffing: steadyStaff(to) } },
  ];
}

function moveAgent(from: QueueState, to: QueueState, serving: boolean): [Plan, Plan] {
  if ((serving ? from.agentsServing : from.agentsFree) < 1)
    throw new RangeError(`no ${serving ? "serving" : "free"} agent in ${from.serviceId}`);
  // The case at hand leaves the source's count with the agent who finishes it.
  const left = serving
    ? { ...from, agentsServing: from.agentsServing - 1 }
    : { ...from, agentsFree: from.agentsFree - 1 };
  const staffing = [
    { untilSeconds: serving ? from.handleSeconds : 0, ...withAgents(to, 0) },
    { untilSeconds: Number.POSITIVE_INFINITY, ...withAgents(to, 1) },
  ];
  return [
    { state: left, staffing: steadyStaff(left) },
    { state: to, staffing },
  ];
}

function prospect({ state, staffing }: Plan, horizonSeconds: number): Prospect {
  const line: LineRates = {
    staffing,
    handleSeconds: state.handleSeconds,
    patienceSeconds: state.patienceSeconds,
  };
  const queue = state.waiting.length;
  return {
    nextArrival: waitAt(line, queue, state),
    lastWaiting: queue === 0 ? null : waitAt(line, queue - 1, state),
    serviceLevel: levelOf(state, line, horizonSeconds),
  };
}

function waitAt(line: LineRates, place: number, state: QueueState): WaitRange {
  const ahead = place - state.agentsFree;
  if (ahead < 0) return { p50Seconds: 0, p90Seconds: 0 };
  const distribution = waitDistribution(line, ahead);
  const at = (probability: number): number => waitQuantile(distribution, probability, state.handleVariation);
  return { p50Seconds: at(0.5), p90Seconds: at(0.9) };
}

function levelOf(state: QueueState, line: LineRates, horizonSeconds: number): Band {
  const hours = horizonSeconds / 3600;
  const { expected, ifFew, ifMany } = state.arrivalsPerHour;
  const arrivals: Band = { expected: expected * hours, ifFew: ifFew * hours, ifMany: ifMany * hours };
  const [coming] = outlook({
    ...line,
    inSystem: state.agentsServing + state.waiting.length,
    targetSeconds: state.targetSeconds,
    intervals: [{ seconds: horizonSeconds, arrivals }],
  });
  const hopeful = waitingInTime(state, line);
  const level = (pick: (band: Band) => number): number => {
    const counted = state.waiting.length + pick(arrivals);
    if (coming === undefined || counted === 0) return 1;
    return (hopeful + pick(coming.serviceLevel) * pick(arrivals)) / counted;
  };
  return {
    expected: level((band) => band.expected),
    ifFew: level((band) => band.ifFew),
    ifMany: level((band) => band.ifMany),
  };
}

/** Expected number of those waiting now who will be served within T of joining. */
function waitingInTime(state: QueueState, line: LineRates): number {
  // Long queues share a few deadlines; the error is below half a step of the target.
  const stepSeconds = state.waiting.length > 24 ? state.targetSeconds / 24 : 1;
  const byDeadline = new Map<number, Float64Array>();
  let inTime = 0;
  for (const [place, { waitedSeconds }] of state.waiting.entries()) {
    const left = Math.round((state.targetSeconds - waitedSeconds) / stepSeconds) * stepSeconds;
    if (left < 0) continue;
    const ahead = place - state.agentsFree;
    const served = byDeadline.get(left) ?? servedWithin(line, state.waiting.length, 0, left);
    byDeadline.set(left, served);
    inTime += ahead < 0 ? 1 : (served[ahead] ?? 0);
  }
  return inTime;
}

/** The staff of a queue, for as long as nothing changes. */
export function steadyStaff(state: QueueState): Staffing {
  return [{ untilSeconds: Number.POSITIVE_INFINITY, ...withAgents(state, 0) }];
}

function agentsOf(state: QueueState): number {
  return state.agentsServing + state.agentsFree;
}

function find(states: readonly QueueState[], serviceId: string): QueueState {
  const state = states.find((candidate) => candidate.serviceId === serviceId);
  if (state === undefined) throw new RangeError(`no queue of service ${serviceId}`);
  return state;
}
