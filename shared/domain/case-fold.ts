/**
 * The fold that turns a case's events into the case. It reads events by time, never by the order
 * in which they came, and it does not assume that feeds are tidy: telephone exchanges report that
 * service began a second before the queue ended, or before it was joined.
 */
import { type Case, currentLeg, isOpen, type Leg, type LegOutcome, waitEndedAtMs } from "./case.ts";
import { compareEvents, type EventOf, type VigieEvent } from "./event.ts";

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
  let version = 1;
  for (const event of ordered) {
    if (event === arrival || event.type === "case.arrived") continue;
    version += 1;
    apply(record, event);
  }
  record.version = version;
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
    outcome: "open",
  };
}

function apply(record: Case, event: VigieEvent): void {
  if (!isOpen(record.state) && !revives(record, event)) {
    applyAfterEnd(record, event);
    return;
  }
  if (event.type !== "case.reassigned" && event.type !== "case.prioritised") record.lastActionId = null;
  const leg = currentLeg(record);
  switch (event.type) {
    case "case.queued":
      queue(record, leg, event);
      break;
    case "case.called":
    case "case.recalled":
      leg.calledAtMs ??= event.atMs;
      leg.agentId = event.data.agent ?? leg.agentId;
      record.callCount += 1;
      if (record.state === "waiting" || record.state === "no_show") record.state = "called";
      leg.endedAtMs = null;
      leg.outcome = "open";
      break;
    case "case.started":
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
      record.state = leg.startedAtMs === null ? "waiting" : "serving";
      break;
    case "case.transferred":
      handOn(record, leg, event.atMs, event.data.toService, event.data.toAgent ?? null);
      break;
    case "case.reassigned":
      reassign(record, leg, event);
      break;
    case "case.prioritised":
      record.priority = event.data.priority;
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

function queue(record: Case, leg: Leg, event: EventOf<"case.queued">): void {
  const neverQueued = leg.queuedAtMs === leg.arrivedAtMs && leg.calledAtMs === null;
  if (record.state === "waiting" || (neverQueued && record.state === "serving")) {
    if (neverQueued) leg.queuedAtMs = event.atMs;
    if (event.data.service !== undefined && record.legs.length === 1) leg.serviceId = event.data.service;
    return;
  }
  handOn(record, leg, event.atMs, event.data.service ?? leg.serviceId, null);
}

function reassign(record: Case, leg: Leg, event: EventOf<"case.reassigned">): void {
  const { toService, toAgent, action } = event.data;
  if (toService !== undefined && toService !== leg.serviceId) {
    handOn(record, leg, event.atMs, toService, toAgent ?? null);
  } else {
    leg.agentId = toAgent ?? null;
  }
  record.lastActionId = action ?? event.id;
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
  leg.heldMs += Math.max(0, atMs - record.heldSinceMs);
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
