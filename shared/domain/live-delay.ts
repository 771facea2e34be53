/**
 * The expected wait of one service, learned from its own queue: fed with rows of the floor as they
 * change, and with legs of past days before that.
 */
import { DelayTracker } from "../queueing/delay.ts";
import type { DelayAccuracy } from "../queueing/delay-accuracy.ts";
import type { QueueView } from "../queueing/delay-estimators.ts";
import { neverFalling } from "../queueing/never-falling.ts";
import { TicketDelayTracker, type TicketEstimate } from "../queueing/ticket-delay.ts";
import type { LegContribution } from "./figure.ts";
import type { ExpectedWait, FloorCase } from "./floor.ts";
import type { Observation } from "./observation.ts";

/** Handling time in seconds that a service is taken to have until some is measured. */
const firstHandleSeconds = 600;
/** Ranges are sent for so many places in line; further back the last one holds as "at least". */
const placesSent = 30;
/** A wait this short means that somebody was free. */
const noWaitMs = 1_000;
/** What is told later than this is history that is being filled in, not the pace of the queue. */
const currentMs = 60_000;

/** So many called waits are remembered, to keep ranges within what has been seen. */
const waitsRemembered = 200;
/**
 * People who gave up make the far end of a range a guess. It goes no further than this beyond the longest
 * wait seen, or beyond the middle of the range, whichever is more.
 */
const beyondSeen = 1.5;
const beyondMiddle = 2.5;

type WaitRange = ExpectedWait["places"][number];

/** Who could serve the queue at this moment. */
export interface QueueStaff {
  readonly serving: number;
  readonly free: number;
}

/** Follows one service's queue; time is passed in. */
export class LiveDelay {
  #tracker = new DelayTracker(firstHandleSeconds);
  readonly #tickets = new TicketDelayTracker();
  readonly #waiting = new Map<string, FloorCase>();
  #seenWaits: number[] = [];
  #ticketEstimate: TicketEstimate | null = null;

  /** The case waits here now; `row` is its row on the floor. */
  setWaiting(row: FloorCase, staff: QueueStaff, hour: number, nowMs: number): void {
    if (!this.#waiting.has(row.id) && nowMs - row.queuedAtMs < currentMs) {
      this.#tracker.joined(row.id, nowMs, this.#view(this.#waiting.size, staff, hour, nowMs));
    }
    this.#waiting.set(row.id, row);
  }

  /** The case waits here no more: it was called at an instant, or (null) left in another way. */
  endWaiting(caseId: string, calledAtMs: number | null, nowMs: number): void {
    const row = this.#waiting.get(caseId);
    if (row === undefined) return;
    this.#waiting.delete(caseId);
    if (calledAtMs !== null && nowMs - calledAtMs < currentMs) {
      this.#tracker.started(caseId, nowMs);
      this.#remember((calledAtMs - row.queuedAtMs) / 1000);
    } else {
      this.#tracker.left(caseId, nowMs);
    }
  }

  /** A case of this service was handled in so many seconds. */
  handled(seconds: number): void {
    this.#tracker.handled(seconds);
  }

  observe(observation: Observation): void {
    const digits = observation.ticketCalled?.match(/\d+$/)?.[0];
    this.#ticketEstimate = this.#tickets.observe(observation.atMs, {
      waiting: observation.peopleWaiting,
      openCounters: observation.openCounters ?? 1,
      calledTicket: digits === undefined ? null : Number(digits),
    });
  }

  /** Forgets what it knew and learns from legs that have ended, in whatever order they come. */
  learn(past: readonly LegContribution[], hourOf: (atMs: number) => number): void {
    this.#tracker = new DelayTracker(firstHandleSeconds);
    this.#seenWaits = [];
    const moments = past.flatMap((leg, index) => momentsOf(leg, String(index)));
    moments.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
    let serving = 0;
    const since = new Map<string, number>();
    for (const moment of moments) {
      switch (moment.kind) {
        case "joined": {
          const [headMs] = since.values();
          this.#tracker.joined(moment.id, moment.atMs, {
            ahead: since.size,
            waiting: since.size,
            headWaitSeconds: headMs === undefined ? 0 : (moment.atMs - headMs) / 1000,
            agentsServing: Math.max(1, serving),
            agentsFree: moment.isServedAtOnce ? since.size + 1 : 0,
            hour: hourOf(moment.atMs),
          });
          since.set(moment.id, moment.atMs);
          break;
        }
        case "called":
          this.#remember((moment.atMs - (since.get(moment.id) ?? moment.atMs)) / 1000);
          since.delete(moment.id);
          this.#tracker.started(moment.id, moment.atMs);
          serving += 1;
          break;
        case "left":
          since.delete(moment.id);
          this.#tracker.left(moment.id, moment.atMs);
          break;
        case "handled":
          serving -= 1;
          this.#tracker.handled(moment.handleSeconds);
          break;
      }
    }
  }

  /** What the next arrival and those in line may expect; null where nothing can be said. */
  expect(staff: QueueStaff, hour: number, nowMs: number): ExpectedWait | null {
    if (this.#ticketEstimate !== null && this.#waiting.size === 0) {
      return { ...range(this.#ticketEstimate), places: [], ...accuracyOf(this.#tickets.accuracy()) };
    }
    const accuracy = this.#tracker.accuracy();
    if (accuracy === null) return null;
    const headSeconds = this.#view(0, staff, hour, nowMs).headWaitSeconds;
    const seenSeconds = Math.max(headSeconds, ...this.#seenWaits);
    const estimateAt = (ahead: number) =>
      range(this.#tracker.estimate(nowMs, this.#view(ahead, staff, hour, nowMs)), seenSeconds);
    const places = Math.min(this.#waiting.size, placesSent);
    return {
      ...estimateAt(this.#waiting.size),
      places: inOrder(Array.from({ length: places }, (_, ahead) => estimateAt(ahead))),
      ...accuracyOf(accuracy),
    };
  }

  #remember(waitSeconds: number): void {
    this.#seenWaits.push(waitSeconds);
    if (this.#seenWaits.length > waitsRemembered) this.#seenWaits.shift();
  }

  #view(ahead: number, staff: QueueStaff, hour: number, nowMs: number): QueueView {
    let sinceMs = nowMs;
    for (const row of this.#waiting.values()) sinceMs = Math.min(sinceMs, row.waitSinceMs);
    return {
      ahead,
      waiting: this.#waiting.size,
      headWaitSeconds: (nowMs - sinceMs) / 1000,
      agentsServing: staff.serving,
      agentsFree: staff.free,
      hour,
    };
  }
}

function range(
  { p50Seconds, p90Seconds }: { readonly p50Seconds: number; readonly p90Seconds: number },
  seenSeconds = Number.POSITIVE_INFINITY,
) {
  const mostSeconds = Math.max(beyondSeen * seenSeconds, beyondMiddle * p50Seconds);
  return { p50Seconds: Math.round(p50Seconds), p90Seconds: Math.round(Math.min(p90Seconds, mostSeconds)) };
}

/** Each place learns from its own past, but nobody is called before those who are ahead. */
function inOrder(ranges: readonly WaitRange[]): WaitRange[] {
  const p50s = neverFalling(ranges.map((one) => one.p50Seconds));
  const p90s = neverFalling(ranges.map((one) => one.p90Seconds));
  return p50s.map((p50Seconds, place) => ({
    p50Seconds: Math.round(p50Seconds),
    p90Seconds: Math.round(p90s[place] ?? p50Seconds),
  }));
}

function accuracyOf(accuracy: DelayAccuracy | null) {
  return {
    withinP90: accuracy?.withinP90 ?? null,
    medianErrorSeconds: accuracy?.medianErrorSeconds ?? null,
    accuracyCount: accuracy?.n ?? 0,
  };
}

type Moment = { readonly atMs: number; readonly order: number; readonly id: string } & (
  | { readonly kind: "joined"; readonly isServedAtOnce: boolean }
  | { readonly kind: "called" | "left" }
  | { readonly kind: "handled"; readonly handleSeconds: number }
);

function momentsOf(leg: LegContribution, id: string): Moment[] {
  if (leg.waitMs === null) return [];
  const endMs = leg.arrivedAtMs + leg.waitMs;
  const joined: Moment = {
    kind: "joined",
    atMs: leg.arrivedAtMs,
    order: 2,
    id,
    isServedAtOnce: leg.served > 0 && leg.waitMs <= noWaitMs,
  };
  if (leg.served === 0) return [joined, { kind: "left", atMs: endMs, order: 3, id }];
  const handled: Moment[] =
    leg.handleMs === null
      ? []
      : [{ kind: "handled", atMs: endMs + leg.handleMs, order: 1, id, handleSeconds: leg.handleMs / 1000 }];
  return [joined, { kind: "called", atMs: endMs, order: 3, id }, ...handled];
}
