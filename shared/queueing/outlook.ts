/**
 * Service level and wait of the coming intervals: the queue as it stands is carried through forecast arrivals
 * and planned agents, so that a backlog at ten is still felt at eleven. Bands come from the arrivals' bands.
 */
import { agentsAt, paceAt, type Staffing, servedWithin } from "./passage.ts";
import { certainly, evolve, meanQueue, type Occupancy, releaseAgents } from "./transient.ts";

/** A figure as expected, and at both ends of the arrivals' 80 % band. */
export type Band = {
  readonly expected: number;
  /** If as few come as one time in ten. */
  readonly ifFew: number;
  /** If as many come as one time in ten. */
  readonly ifMany: number;
};

/** One coming interval and who is forecast to arrive in it. */
export type ComingInterval = { readonly seconds: number; readonly arrivals: Band };

/** The queue as it stands and what it will meet. */
export type OutlookInput = {
  /** Cases waiting and in service now. */
  readonly inSystem: number;
  /** Planned agents, in seconds from now. */
  readonly staffing: Staffing;
  /** Mean handling time in seconds, above zero. */
  readonly handleSeconds: number;
  /** Mean patience in seconds; Infinity means that nobody leaves. */
  readonly patienceSeconds: number;
  /** T of the target, in seconds. */
  readonly targetSeconds: number;
  readonly intervals: readonly ComingInterval[];
};

/** What one interval's arrivals will meet. */
export type IntervalOutlook = {
  /** (Served within T) ÷ (everyone who arrives in the interval), whenever they are served. */
  readonly serviceLevel: Band;
  /** Mean time in queue of its arrivals in seconds, of those served and those who leave. */
  readonly meanWaitSeconds: Band;
  /** Expected number waiting when the interval ends. */
  readonly queueAtEnd: Band;
};

/** Within a slice the target is judged from its middle, so slices are short. */
const sliceSeconds = 300;

/**
 * Outlook per interval, by the transient M(t)/M/n(t)+M chain: exact for Poisson arrivals and exponential handling
 * and patience, but for staff changes, which are met from the middle of slices of at most five minutes.
 * The band assumes that few (or many) come in every interval alike, as busy days are busy all day.
 * @throws RangeError on an interval of no length
 */
export function outlook(input: OutlookInput): IntervalOutlook[] {
  const inTime = servedInTime(input);
  const expected = run(input, inTime, (arrivals) => arrivals.expected);
  const few = run(input, inTime, (arrivals) => arrivals.ifFew);
  const many = run(input, inTime, (arrivals) => arrivals.ifMany);
  return expected.map((middle, i) => {
    const band = (figure: (course: Course) => number): Band => ({
      expected: figure(middle),
      ifFew: figure(few[i] ?? middle),
      ifMany: figure(many[i] ?? middle),
    });
    return {
      serviceLevel: band((course) => course.serviceLevel),
      meanWaitSeconds: band((course) => course.meanWaitSeconds),
      queueAtEnd: band((course) => course.queueAtEnd),
    };
  });
}

type Course = { serviceLevel: number; meanWaitSeconds: number; queueAtEnd: number };

/** Probability to be served within T by people ahead (at least up to `mostAhead`), for an arrival at a time. */
type InTime = (mostAhead: number, at: number) => Float64Array;

/** While the staff stays the same the answer does too, so it is kept: slices and bands share it. */
function servedInTime(input: OutlookInput): InTime {
  const known = new Map<number, Float64Array>();
  const capacityAt = (at: number) => agentsAt(input.staffing, at) * paceAt(input.staffing, at);
  return (mostAhead, at) => {
    if (nextChange(input.staffing, at) < at + input.targetSeconds)
      return servedWithin(input, mostAhead, at, input.targetSeconds);
    const capacity = capacityAt(at);
    const kept = known.get(capacity);
    if (kept !== undefined && kept.length > mostAhead) return kept;
    // Queues of the next slices may be longer; a longer table answers for them as well.
    const fresh = servedWithin(input, Math.ceil(1.3 * mostAhead) + 10, at, input.targetSeconds);
    known.set(capacity, fresh);
    return fresh;
  };
}

function run(input: OutlookInput, inTime: InTime, pick: (arrivals: Band) => number): Course[] {
  let occupancy = certainly(input.inSystem);
  let at = 0;
  return input.intervals.map(({ seconds, arrivals }) => {
    const arrivalsPerSecond = pick(arrivals) / seconds;
    const end = at + seconds;
    const course: Course = { serviceLevel: 0, meanWaitSeconds: 0, queueAtEnd: 0 };
    while (at < end) {
      const stop = Math.min(end, at + sliceSeconds, nextChange(input.staffing, at));
      const agents = agentsAt(input.staffing, at);
      const handleSeconds = input.handleSeconds / paceAt(input.staffing, at);
      const step = evolve(occupancy, { ...input, handleSeconds, arrivalsPerSecond, agents }, stop - at);
      const met = whatArrivalsMeet(input, inTime, step.average, (at + stop) / 2);
      course.serviceLevel += (met.serviceLevel * (stop - at)) / seconds;
      course.meanWaitSeconds += (met.meanWaitSeconds * (stop - at)) / seconds;
      course.queueAtEnd = meanQueue(step.end, agents);
      at = stop;
      occupancy = releaseAgents(step.end, agents, agentsAt(input.staffing, at));
    }
    return course;
  });
}

function nextChange(staffing: Staffing, at: number): number {
  return staffing.find((stretch) => stretch.untilSeconds > at)?.untilSeconds ?? Number.POSITIVE_INFINITY;
}

function whatArrivalsMeet(
  input: OutlookInput,
  inTime: InTime,
  met: Occupancy,
  at: number,
): { serviceLevel: number; meanWaitSeconds: number } {
  const agents = agentsAt(input.staffing, at);
  const mostAhead = Math.max(0, met.length - 1 - agents);
  const served = inTime(mostAhead, at);
  const waits = meanWaits(input, mostAhead, at);
  let serviceLevel = 0;
  let meanWaitSeconds = 0;
  for (let cases = 0; cases < met.length; cases += 1) {
    const probability = met[cases] ?? 0;
    if (probability === 0) continue;
    if (cases < agents) serviceLevel += probability;
    else {
      serviceLevel += probability * (served[cases - agents] ?? 0);
      meanWaitSeconds += probability * (waits[cases - agents] ?? 0);
    }
  }
  return { serviceLevel, meanWaitSeconds };
}

/**
 * Mean time in queue by people ahead: w_j = (1 + r_j·w_{j−1})/(r_j + θ) with r_j = nμ + jθ and w_{−1} = 0. Where
 * nobody serves now, the line starts to move when the next agent comes; Infinity where none does.
 */
function meanWaits(input: OutlookInput, mostAhead: number, at: number): Float64Array {
  const leaving = 1 / input.patienceSeconds;
  const opensAt = openingAfter(input.staffing, at);
  const closedSeconds = Math.max(0, opensAt - at);
  const openMoment = Math.max(at, opensAt);
  const serving =
    closedSeconds === Number.POSITIVE_INFINITY
      ? 0
      : agentsAt(input.staffing, openMoment) * paceAt(input.staffing, openMoment);
  const stillHere = leaving === 0 ? 1 : Math.exp(-closedSeconds * leaving);
  // Of those who come to a closed desk, the share 1 − e^{−θd} leaves before it opens, after a truncated patience.
  const whileClosed = leaving === 0 ? closedSeconds : (1 - stillHere) / leaving;
  const waits = new Float64Array(mostAhead + 1);
  let before = 0;
  for (let j = 0; j <= mostAhead; j += 1) {
    const rate = serving / input.handleSeconds + j * leaving;
    const here = rate + leaving === 0 ? 0 : (1 + rate * before) / (rate + leaving);
    before = here;
    waits[j] = whileClosed + stillHere * here;
  }
  return waits;
}

/** When an agent is next at work; Infinity where none is planned. */
function openingAfter(staffing: Staffing, at: number): number {
  let from = 0;
  for (const { untilSeconds, agents } of staffing) {
    if (untilSeconds > at && agents > 0) return Math.max(from, at);
    from = untilSeconds;
  }
  return Number.POSITIVE_INFINITY;
}
