/**
 * The fold that turns a case's events into the case. It reads events by time, never by the order
 * in which they came, and it does not assume that feeds are tidy: telephone exchanges report that
 * service began a second before the queue ended, or before it was joined.
 */
import { isAgeing } from "./ageing.ts";
import {
  type Case,
  currentLeg,
  isOpen,
  isSuspended,
  type Leg,
  type LegOutcome,
  waitEndedAtMs,
} from "./case.ts";
import { actionOf, compareEvents, type EventOf, type VigieEvent } from "./event.ts";

/**
 * The case that its events tell, or undefined while its arrival is not known (the events are kept
 * in the log and count as soon as the arrival comes).
 *
 * @param events all events whose subject is this case, in any order
 */
export function foldCase(events: readonly VigieEvent[]): Case | undefined {
  const ordered = events.length > 1 ? [...events].sort(compareEvents) : events;
  const arrival = ordered.find((event) => event.type === "case.arrived");
  if (arrival === undefined) return undefined;
  const record = openCase(arrival);
  const undone = new Set(ordered.flatMap((event) => (event.type === "case.undone" ? event.data.undoes : [])));
  for (const event of ordered) {
    record.lastEventAtMs = Math.max(record.lastEventAtMs, event.atMs);
    if (event.type === "case.arrived") continue;
    if (!isAgeing(event)) record.version += 1;
    if (event.type !== "case.undone" && !undone.has(actionOf(event) ?? "")) apply(record, event);
  }
  return record;
}

function openCase(arrival: EventOf<"case.arrived">): Case {
  const { data } = arrival;
  return {
    id: arrival.subject,
    siteId: data.site,
    channel: data.channel,
    ticket: data.ticket ?? null,
    priority: data.priority ?? 0,
    agedAtMs: null,
    flags: data.flags ?? [],
    visit: data.visit ?? 1,
    appointmentAtMs: data.appointmentAt === undefined ? null : Date.parse(data.appointmentAt),
    state: "waiting",
    firstArrivedAtMs: arrival.atMs,
    callCount: 0,
    handOffs: 0,
    resolved: null,
    heldSinceMs: null,
    lastActionId: null,
    lastEventAtMs: arrival.atMs,
    version: 1,
    legs: [openLeg(data.service, null, arrival.atMs, 0)],
  };
}

function openLeg(serviceId: string, agentId: string | null, atMs: number, carriedWaitMs: number): Leg {
  return {
    serviceId,
    agentId,
    arrivedAtMs: atMs,
    queuedAtMs: atMs,
    calledAtMs: null,
    startedAtMs: null,
    endedAtMs: null,
    heldMs: 0,
    wrapUpMs: 0,
    carriedWaitMs,
    returns: 0,
    outcome: "open",
  };
}

function apply(record: Case, event: VigieEvent): void {
  if (!isOpen(record.state) && !revives(record, event)) {
    applyAfterEnd(record, event);
    return;
  }
  const action = actionOf(event);
  if (action !== undefined) record.lastActionId = action;
  else if (event.type !== "case.prioritised") record.lastActionId = null;
  const leg = currentLeg(record);
  switch (event.type) {
    case "case.queued":
      queue(record, leg, event);
      break;
    case "case.called":
    case "case.recalled":
      call(record, leg, event.atMs);
      leg.agentId = event.data.agent ?? leg.agentId;
      leg.endedAtMs = null;
      leg.outcome = "open";
      break;
    case "case.started":
      closeHold(record, leg, event.atMs);
      leg.startedAtMs ??= event.atMs;
      leg.agentId = event.data.agent ?? leg.agentId;
      leg.endedAtMs = null;
      leg.outcome = "open";
      record.state = "serving";
      break;
    case "case.held":
      record.heldSinceMs ??= event.atMs;
      record.state = "on_hold";
      break;
    case "case.resumed":
      closeHold(record, leg, event.atMs);
      record.state = leg.startedAtMs !== null ? "serving" : leg.calledAtMs !== null ? "called" : "waiting";
      break;
    case "case.transferred":
      handOn(record, leg, event.atMs, event.data.toService, event.data.toAgent ?? null);
      break;
    case "case.reassigned":
      reassign(record, leg, event);
      break;
    case "case.prioritised":
      record.priority = event.data.priority;
      if (isAgeing(event)) record.agedAtMs ??= event.atMs;
      break;
    case "case.completed":
      record.resolved = event.data.resolved ?? null;
      leg.wrapUpMs = Math.round((event.data.wrapUpSeconds ?? 0) * 1000);
      end(record, leg, event.atMs, "served");
      break;
    case "case.no_show":
      end(record, leg, event.atMs, "no_show");
      break;
    case "case.abandoned":
      end(record, leg, event.atMs, "abandoned");
      break;
    case "case.cancelled":
      end(record, leg, event.atMs, "cancelled");
      break;
    default:
      break;
  }
}

/**
 * A person who did not come when called may still be called again or put back in the queue; a case
 * that was cancelled may be put back.
 */
function revives(record: Case, event: VigieEvent): boolean {
  if (event.type === "case.queued") return record.state === "no_show" || record.state === "cancelled";
  return (
    record.state === "no_show" &&
    (event.type === "case.called" || event.type === "case.recalled" || event.type === "case.started")
  );
}

/** An end is final; only what measures the ended leg better is still taken in. */
function applyAfterEnd(record: Case, event: VigieEvent): void {
  const leg = currentLeg(record);
  if (event.type === "case.called") leg.calledAtMs ??= event.atMs;
}

/** A call ends a suspension; who was put on hold after service had begun stays so. */
function call(record: Case, leg: Leg, atMs: number): void {
  if (leg.startedAtMs === null) closeHold(record, leg, atMs);
  leg.calledAtMs ??= atMs;
  record.callCount += 1;
  const isCalled = record.state === "waiting" || record.state === "no_show";
  if (isCalled || (record.state === "on_hold" && leg.startedAtMs === null)) record.state = "called";
}

function queue(record: Case, leg: Leg, event: EventOf<"case.queued">): void {
  const { service = leg.serviceId } = event.data;
  const neverQueued = leg.queuedAtMs === leg.arrivedAtMs && leg.calledAtMs === null && leg.returns === 0;
  const isInLine = record.state === "waiting" || isSuspended(record);
  if (isInLine || (neverQueued && record.state === "serving")) {
    if (neverQueued) leg.queuedAtMs = event.atMs;
    if (record.legs.length === 1) leg.serviceId = service;
    return;
  }
  const cameToNothing = leg.startedAtMs === null && (record.state === "called" || record.state === "on_hold");
  if (cameToNothing) putBack(record, leg, event.atMs);
  if (!cameToNothing || service !== leg.serviceId) handOn(record, leg, event.atMs, service, null);
}

/** The leg waits on as if it had not been called: nobody's wait is reset by a call that came to nothing. */
function putBack(record: Case, leg: Leg, atMs: number): void {
  closeHold(record, leg, atMs);
  leg.calledAtMs = null;
  leg.agentId = null;
  leg.returns += 1;
  record.state = "waiting";
}

function reassign(record: Case, leg: Leg, event: EventOf<"case.reassigned">): void {
  const { toService, toAgent } = event.data;
  if (toService !== undefined && toService !== leg.serviceId) {
    handOn(record, leg, event.atMs, toService, toAgent ?? null);
  } else {
    leg.agentId = toAgent ?? null;
  }
}

/** Closes the leg and opens the next; waiting that nobody ended is carried over. */
function handOn(record: Case, leg: Leg, atMs: number, toService: string, toAgent: string | null): void {
  const unserved = waitEndedAtMs(leg) === null;
  const carriedWaitMs = unserved ? leg.carriedWaitMs + Math.max(0, atMs - leg.queuedAtMs) : 0;
  if (toService !== leg.serviceId) record.handOffs += 1;
  closeHold(record, leg, atMs);
  leg.endedAtMs = atMs;
  leg.outcome = leg.startedAtMs === null ? "moved" : "transferred";
  record.legs.push(openLeg(toService, toAgent, atMs, carriedWaitMs));
  record.state = "waiting";
}

function closeHold(record: Case, leg: Leg, atMs: number): void {
  if (record.heldSinceMs === null) return;
  if (waitEndedAtMs(leg) !== null) leg.heldMs += Math.max(0, atMs - record.heldSinceMs);
  record.heldSinceMs = null;
}

const endStates = {
  served: "done",
  no_show: "no_show",
  abandoned: "abandoned",
  cancelled: "cancelled",
} as const satisfies Partial<Record<LegOutcome, Case["state"]>>;

function end(record: Case, leg: Leg, atMs: number, outcome: keyof typeof endStates): void {
  closeHold(record, leg, atMs);
  leg.endedAtMs = atMs;
  leg.outcome = outcome;
  record.state = endStates[outcome];
}
