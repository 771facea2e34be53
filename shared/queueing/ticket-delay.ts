/**
 * Expected wait for feeds that know no cases, only snapshots: people waiting, open counters, ticket called.
 * Ticket numbers rise by one per person, so their progress is the pace of service, and the last of w people in
 * line is called when the number has risen by w. That checks the estimates as well.
 */
import { AccuracyLog, type DelayAccuracy } from "./delay-accuracy.ts";
import { applyRatio, Residuals } from "./residuals.ts";

/** One observation of a queue. */
export type QueueSnapshot = {
  readonly waiting: number;
  readonly openCounters: number;
  /** Number on the ticket called last, without its letter; null where none is shown. */
  readonly calledTicket: number | null;
};

/** Expected wait of the next arrival at a queue known by snapshots. */
export type TicketEstimate = {
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  /** Tickets called per minute, over the last half hour at most. */
  readonly callsPerMinute: number;
  /** `measured` where the range comes from outcomes; `prior` where it comes from counting noise alone. */
  readonly basis: "measured" | "prior";
};

type Progress = { readonly atMs: number; readonly ticket: number };
/** The last person in line at some snapshot, whose wait from then on will be seen. */
type LastInLine = {
  readonly ticket: number;
  readonly joinedMs: number;
  readonly rawSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
};

const paceWindowMs = 30 * 60_000;
/** Pace from fewer calls than this would be a guess. */
const leastCalls = 2;
const leastOutcomes = 20;
/** A called number this far below the highest is a new series; a smaller step back is a recall. */
const newSeriesDrop = 20;
/** A feed silent this long starts over: the counter closed in between. */
const longestSilenceMs = 2 * 3_600_000;
/** Upper decile of the standard normal distribution. */
const z90 = 1.2816;

/** Follows one queue's snapshots in order of time; time is passed in. */
export class TicketDelayTracker {
  #progress: Progress[] = [];
  #inLine: LastInLine[] = [];
  #lastMs = Number.NEGATIVE_INFINITY;
  #residuals = new Residuals();
  #accuracy = new AccuracyLog();

  /**
   * Takes a snapshot in and estimates the wait of someone who takes a ticket now. Null where that cannot be
   * known: no ticket shown, no counter open, or fewer than two calls in the last half hour.
   */
  observe(nowMs: number, snapshot: QueueSnapshot): TicketEstimate | null {
    const { calledTicket } = snapshot;
    const highest = this.#progress.at(-1)?.ticket ?? 0;
    const silent = nowMs - this.#lastMs > longestSilenceMs;
    if (silent || (calledTicket !== null && calledTicket < highest - newSeriesDrop)) this.#startOver();
    const previousMs = this.#lastMs;
    this.#lastMs = nowMs;
    if (calledTicket === null) return null;
    const ticket = Math.max(calledTicket, this.#progress.at(-1)?.ticket ?? 0);
    this.#progress.push({ atMs: nowMs, ticket });
    // The pace is measured from the last snapshot at or before the window's start.
    while ((this.#progress[1]?.atMs ?? nowMs) <= nowMs - paceWindowMs) this.#progress.shift();
    this.#settle(previousMs, nowMs, ticket);
    return this.#announce(nowMs, ticket, snapshot);
  }

  /** How right the ranges have been for the tickets that were called, or null before the first. */
  accuracy(): DelayAccuracy | null {
    return this.#accuracy.summary();
  }

  #announce(nowMs: number, ticket: number, snapshot: QueueSnapshot): TicketEstimate | null {
    const oldest = this.#progress[0] ?? { atMs: nowMs, ticket };
    const calls = ticket - oldest.ticket;
    const minutes = (nowMs - oldest.atMs) / 60_000;
    if (snapshot.openCounters === 0 || calls < leastCalls) return null;
    const range = (place: number): Omit<LastInLine, "ticket" | "joinedMs"> => {
      const rawSeconds = (60 * place * minutes) / calls;
      // Without outcomes: the counting noise of the calls seen and of those to come (Poisson, on a log scale).
      const noise = Math.exp(z90 * Math.sqrt(1 / calls + 1 / place));
      const ratios = measured ? this.#residuals.quantiles() : { p50: 1, p90: noise };
      const p50Seconds = applyRatio(rawSeconds, ratios.p50);
      return { rawSeconds, p50Seconds, p90Seconds: applyRatio(rawSeconds, ratios.p90) };
    };
    const measured = this.#residuals.size >= leastOutcomes;
    // The next arrival itself can't be checked: its ticket may not be taken for an hour.
    if (snapshot.waiting > 0)
      this.#inLine.push({ ticket: ticket + snapshot.waiting, joinedMs: nowMs, ...range(snapshot.waiting) });
    const { p50Seconds, p90Seconds } = range(snapshot.waiting + 1);
    return {
      p50Seconds,
      p90Seconds,
      callsPerMinute: calls / minutes,
      basis: measured ? "measured" : "prior",
    };
  }

  /** Whoever's ticket has been called meanwhile was called, as far as anyone knows, half-way since last time. */
  #settle(previousMs: number, nowMs: number, ticket: number): void {
    const calledMs = (Math.max(previousMs, nowMs - longestSilenceMs) + nowMs) / 2;
    this.#inLine = this.#inLine.filter((person) => {
      if (person.ticket > ticket) return true;
      const actualSeconds = Math.max(0, calledMs - person.joinedMs) / 1000;
      this.#residuals.add(person.rawSeconds, actualSeconds, false);
      this.#accuracy.add(person.p50Seconds, person.p90Seconds, actualSeconds);
      return false;
    });
  }

  #startOver(): void {
    for (const { joinedMs, rawSeconds } of this.#inLine)
      this.#residuals.add(rawSeconds, Math.max(0, this.#lastMs - joinedMs) / 1000, true);
    this.#inLine = [];
    this.#progress = [];
  }
}
