/** The running count of one service at one site: its queue, its level, its day. */
import { Sketch } from "../queueing/sketch.ts";
import { type Case, legHandleMs, waitEndedAtMs } from "./case.ts";
import type { Channel } from "./channel.ts";
import type { LegContribution } from "./figure.ts";
import type { FloorCase, FloorService } from "./floor.ts";
import { decideLevel, LevelCounter, type LevelDecision } from "./level.ts";
import type { Observation } from "./observation.ts";
import { type Service, type Target, targetAt } from "./service.ts";

/** "Now" in the service level: decided in the last 30 minutes. */
export const levelWindowMs = 30 * 60 * 1000;
const historyLength = 24;
const usualFrom = 5;
const observationTrustedMs = 12 * 60 * 60 * 1000;

interface CaseShare {
  readonly decisions: readonly LevelDecision[];
  readonly handleSeconds: readonly number[];
  readonly served: number;
  readonly abandoned: number;
}

/** One service at one site, kept up to date case by case. Time is passed in. */
export class LiveService {
  readonly siteId: string;
  readonly serviceId: string;
  readonly #open = new Map<string, FloorCase>();
  readonly #shares = new Map<string, CaseShare>();
  readonly #handles = new Sketch();
  readonly #missedWhileWaiting = new Map<string, LevelDecision>();
  readonly #level = new LevelCounter();
  #served = 0;
  #abandoned = 0;
  #history: number[] = [];
  #observation: Observation | null = null;

  constructor(siteId: string, serviceId: string) {
    this.siteId = siteId;
    this.serviceId = serviceId;
  }

  /** Takes in what the case's ended legs add, and whether it is open here. */
  setCase(record: Case, row: FloorCase | undefined, service: Service | undefined, dayStartMs: number): void {
    if (row?.state !== "waiting") this.#forgetMissed(record.id);
    if (row === undefined) this.#open.delete(record.id);
    else this.#open.set(record.id, row);
    this.#setShare(record.id, shareOfCase(record, this.serviceId, service, dayStartMs));
  }

  /** Takes in a leg that ended before the console started. */
  addPast(caseId: string, past: LegContribution, service: Service | undefined, dayStartMs: number): void {
    const earlier = this.#shares.get(caseId);
    const share = shareOfContribution(past, service, dayStartMs);
    this.#setShare(caseId, earlier === undefined ? share : addShares(earlier, share));
  }

  /** The case has nothing to do with this service any more. */
  removeCase(caseId: string): void {
    this.#open.delete(caseId);
    this.#forgetMissed(caseId);
    this.#setShare(caseId, undefined);
  }

  observe(observation: Observation): void {
    if (this.#observation === null || observation.atMs >= this.#observation.atMs) {
      this.#observation = observation;
    }
  }

  /** Queue lengths five minutes apart, oldest first; the newest 24 are kept. */
  setHistory(lengths: readonly number[]): void {
    this.#history = lengths.slice(-historyLength);
  }

  /** Adds the queue length of this moment to the history. */
  sampleHistory(nowMs: number): void {
    this.setHistory([...this.#history, this.#queueLength(nowMs)]);
  }

  /** Forgets what yesterday counted. */
  startDay(): void {
    for (const id of [...this.#shares.keys()]) this.#setShare(id, undefined);
    for (const id of [...this.#missedWhileWaiting.keys()]) this.#forgetMissed(id);
  }

  /** Marks those that have reached the target while waiting; says whether there were new ones. */
  checkDeadlines(service: Service | undefined, nowMs: number): boolean {
    let changed = false;
    for (const row of this.#open.values()) {
      if (row.state !== "waiting" || this.#missedWhileWaiting.has(row.id)) continue;
      const decision = decideLevel(
        { waitSinceMs: row.waitSinceMs, endedAtMs: null, abandoned: false },
        targetAt(service, row.channel, row.waitSinceMs),
        nowMs,
      );
      if (decision === undefined) continue;
      this.#missedWhileWaiting.set(row.id, decision);
      this.#level.add(decision);
      changed = true;
    }
    return changed;
  }

  /** The service's row on the floor. */
  row(
    service: Service | undefined,
    agents: { readonly on: number; readonly available: number },
    nowMs: number,
  ): FloorService {
    const observation = this.#trustedObservation(nowMs);
    const channels = service?.channels ?? [];
    const target: Target = targetAt(service, channels[0] ?? "counter", nowMs);
    const waiting = [...this.#open.values()].filter((row) => row.state === "waiting");
    const handled = this.#handles.count >= usualFrom ? this.#handles.quantile(0.9) : null;
    return {
      siteId: this.siteId,
      serviceId: this.serviceId,
      name: service?.name ?? this.serviceId,
      channels: channels.length > 0 ? channels : channelsOf(this.#open),
      queueLength: this.#queueLength(nowMs),
      longestWaitSinceMs: waiting.length === 0 ? null : Math.min(...waiting.map((row) => row.waitSinceMs)),
      inService: this.#open.size - waiting.length,
      agentsOn: agents.on,
      agentsAvailable: agents.available,
      targetSeconds: target.withinSeconds,
      targetShare: target.share,
      levelNow: this.#level.recent(nowMs, levelWindowMs),
      levelToday: this.#level.total(),
      servedToday: this.#served,
      abandonedToday: this.#abandoned,
      queueHistory: this.#history,
      usualHandleSeconds: handled,
      observedAtMs: observation?.atMs ?? null,
      openCounters: observation?.openCounters ?? null,
    };
  }

  #queueLength(nowMs: number): number {
    let waiting = 0;
    for (const row of this.#open.values()) if (row.state === "waiting") waiting += 1;
    if (this.#open.size > 0 || this.#shares.size > 0) return waiting;
    return this.#trustedObservation(nowMs)?.peopleWaiting ?? 0;
  }

  #trustedObservation(nowMs: number): Observation | null {
    const observation = this.#observation;
    return observation !== null && nowMs - observation.atMs < observationTrustedMs ? observation : null;
  }

  #forgetMissed(caseId: string): void {
    const decision = this.#missedWhileWaiting.get(caseId);
    if (decision === undefined) return;
    this.#level.remove(decision);
    this.#missedWhileWaiting.delete(caseId);
  }

  #setShare(caseId: string, share: CaseShare | undefined): void {
    const before = this.#shares.get(caseId);
    if (before !== undefined) {
      this.#served -= before.served;
      this.#abandoned -= before.abandoned;
      for (const seconds of before.handleSeconds) this.#handles.remove(seconds);
      for (const decision of before.decisions) this.#level.remove(decision);
      this.#shares.delete(caseId);
    }
    if (share === undefined || isEmpty(share)) return;
    this.#served += share.served;
    this.#abandoned += share.abandoned;
    for (const seconds of share.handleSeconds) this.#handles.add(seconds);
    for (const decision of share.decisions) this.#level.add(decision);
    this.#shares.set(caseId, share);
  }
}

const nothing: CaseShare = { decisions: [], handleSeconds: [], served: 0, abandoned: 0 };

function isEmpty(share: CaseShare): boolean {
  return (
    share.decisions.length === 0 && share.handleSeconds.length === 0 && share.served + share.abandoned === 0
  );
}

function addShares(a: CaseShare, b: CaseShare): CaseShare {
  return {
    decisions: [...a.decisions, ...b.decisions],
    handleSeconds: [...a.handleSeconds, ...b.handleSeconds],
    served: a.served + b.served,
    abandoned: a.abandoned + b.abandoned,
  };
}

function shareOfCase(
  record: Case,
  serviceId: string,
  service: Service | undefined,
  dayStartMs: number,
): CaseShare {
  return record.legs
    .filter((leg) => leg.serviceId === serviceId)
    .map((leg): CaseShare => {
      const waitEnd = waitEndedAtMs(leg);
      if (leg.outcome === "moved" || leg.outcome === "no_show" || leg.outcome === "cancelled") return nothing;
      const target = targetAt(service, record.channel, leg.arrivedAtMs);
      const decision =
        waitEnd === null
          ? undefined
          : decideLevel(
              {
                waitSinceMs: leg.queuedAtMs - leg.carriedWaitMs,
                endedAtMs: Math.max(waitEnd, leg.queuedAtMs),
                abandoned: leg.outcome === "abandoned",
              },
              target,
              waitEnd,
            );
      const today = leg.arrivedAtMs >= dayStartMs;
      const handleMs = leg.outcome === "open" || !today ? null : legHandleMs(leg);
      return {
        decisions: decision !== undefined && decision.atMs >= dayStartMs ? [decision] : [],
        handleSeconds: handleMs === null ? [] : [handleMs / 1000],
        served: today && (leg.outcome === "served" || leg.outcome === "transferred") ? 1 : 0,
        abandoned: today && leg.outcome === "abandoned" ? 1 : 0,
      };
    })
    .reduce(addShares, nothing);
}

function shareOfContribution(
  past: LegContribution,
  service: Service | undefined,
  dayStartMs: number,
): CaseShare {
  const decision =
    past.waitMs === null
      ? undefined
      : decideLevel(
          {
            waitSinceMs: past.arrivedAtMs,
            endedAtMs: past.arrivedAtMs + past.waitMs,
            abandoned: past.abandoned > 0,
          },
          targetAt(service, past.channel, past.arrivedAtMs),
          past.arrivedAtMs + past.waitMs,
        );
  const today = past.arrivedAtMs >= dayStartMs;
  return {
    decisions: decision !== undefined && decision.atMs >= dayStartMs ? [decision] : [],
    handleSeconds: past.handleMs === null || !today ? [] : [past.handleMs / 1000],
    served: today ? past.served : 0,
    abandoned: today ? past.abandoned : 0,
  };
}

function channelsOf(open: ReadonlyMap<string, FloorCase>): Channel[] {
  return [...new Set([...open.values()].map((row) => row.channel))];
}
