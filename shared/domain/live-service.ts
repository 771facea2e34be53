/** The running count of one service at one site: its queue, its level, its day. */
import { Sketch } from "../queueing/sketch.ts";
import type { Case } from "./case.ts";
import { addShares, type CaseShare, isEmpty, shareOfCase, shareOfContribution } from "./case-share.ts";
import type { Channel } from "./channel.ts";
import { alwaysOpen, type IsOpen, type LegContribution } from "./figure.ts";
import type { FloorCase, FloorService } from "./floor.ts";
import { decideLevel, LevelCounter, type LevelDecision } from "./level.ts";
import { LiveDelay } from "./live-delay.ts";
import type { Observation } from "./observation.ts";
import { type Service, type Target, targetAt } from "./service.ts";

/** "Now" in the service level: decided in the last 30 minutes. */
export const levelWindowMs = 30 * 60 * 1000;
const historyLength = 24;
const usualFrom = 5;
const observationTrustedMs = 12 * 60 * 60 * 1000;

/** Agents of the site for one service. */
export interface ServiceStaff {
  /** On the floor, and serving it: assigned to it, else trained for it. */
  readonly on: number;
  /** Of those, ready to take a case at once. */
  readonly available: number;
}

/** What a moment on the floor brings along. */
export interface LiveMoment {
  readonly nowMs: number;
  /** Local hour of the site, 0–23. */
  readonly hour: number;
  readonly staff: ServiceStaff;
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
  readonly #delay = new LiveDelay();
  #dayStartMs = 0;
  #isOpen: IsOpen = alwaysOpen;
  #served = 0;
  #abandoned = 0;
  #history: number[] = [];
  #observation: Observation | null = null;

  constructor(siteId: string, serviceId: string, dayStartMs: number) {
    this.siteId = siteId;
    this.serviceId = serviceId;
    this.#dayStartMs = dayStartMs;
  }

  /** Goes by other opening times from now on; what was counted stays until its case is told again. */
  setOpeningTimes(isOpen: IsOpen): void {
    this.#isOpen = isOpen;
  }

  /** Takes in what the case's ended legs add, and whether it is open here. */
  setCase(record: Case, row: FloorCase | undefined, service: Service | undefined, moment: LiveMoment): void {
    this.#followWait(record, row, moment);
    if (row === undefined || !isInLine(row)) this.#forgetMissed(record.id);
    if (row === undefined) this.#open.delete(record.id);
    else this.#open.set(record.id, row);
    const handledBefore = this.#shares.get(record.id)?.handleSeconds.length ?? 0;
    this.#setShare(record.id, shareOfCase(record, this.serviceId, service, this.#dayStartMs, this.#isOpen));
    for (const seconds of this.#shares.get(record.id)?.handleSeconds.slice(handledBefore) ?? []) {
      this.#delay.handled(seconds);
    }
  }

  /** Takes in legs that ended before the console started. */
  addPast(
    past: readonly (LegContribution & { readonly caseId: string })[],
    service: Service | undefined,
    hourOf: (atMs: number) => number,
  ): void {
    this.learn(past, hourOf);
    for (const leg of past) {
      const earlier = this.#shares.get(leg.caseId);
      const share = shareOfContribution(leg, service, this.#dayStartMs);
      this.#setShare(leg.caseId, earlier === undefined ? share : addShares(earlier, share));
    }
  }

  /** Learns anew what waits are like here from legs that have ended. */
  learn(past: readonly LegContribution[], hourOf: (atMs: number) => number): void {
    this.#delay.learn(past, hourOf);
  }

  /** The case has nothing to do with this service any more. */
  removeCase(caseId: string, nowMs: number): void {
    this.#delay.endWaiting(caseId, null, nowMs);
    this.#open.delete(caseId);
    this.#forgetMissed(caseId);
    this.#setShare(caseId, undefined);
  }

  observe(observation: Observation): void {
    if (this.#observation === null || observation.atMs >= this.#observation.atMs) {
      this.#observation = observation;
      this.#delay.observe(observation);
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
  startDay(dayStartMs: number): void {
    for (const id of [...this.#shares.keys()]) this.#setShare(id, undefined);
    for (const id of [...this.#missedWhileWaiting.keys()]) this.#forgetMissed(id);
    this.#dayStartMs = dayStartMs;
  }

  /** Marks those that have reached the target while waiting; says whether there were new ones. */
  checkDeadlines(service: Service | undefined, nowMs: number): boolean {
    let changed = false;
    for (const row of this.#open.values()) {
      if (!isInLine(row) || this.#missedWhileWaiting.has(row.id)) continue;
      if (!this.#isOpen(this.siteId, this.serviceId, row.channel, row.waitSinceMs)) continue;
      const decision = decideLevel(
        { waitSinceMs: row.waitSinceMs, endedAtMs: null, abandoned: false },
        targetAt(service, row.channel, row.waitSinceMs),
        nowMs,
      );
      if (decision === undefined) continue;
      this.#missedWhileWaiting.set(row.id, decision);
      if (decision.atMs < this.#dayStartMs) continue;
      this.#level.add(decision);
      changed = true;
    }
    return changed;
  }

  /** The service's row on the floor. */
  row(service: Service | undefined, { nowMs, hour, staff }: LiveMoment): FloorService {
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
      inService: [...this.#open.values()].filter((row) => !isInLine(row)).length,
      expectedWait: this.#delay.expect(
        { serving: Math.max(1, staff.on - staff.available), free: staff.available },
        hour,
        nowMs,
      ),
      agentsOn: staff.on,
      agentsAvailable: staff.available,
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

  /** Lets the delay estimates see the case join, be called, or leave. */
  #followWait(record: Case, row: FloorCase | undefined, moment: LiveMoment): void {
    if (row?.state === "waiting") {
      const { staff, hour, nowMs } = moment;
      this.#delay.setWaiting(
        row,
        { serving: Math.max(1, staff.on - staff.available), free: staff.available },
        hour,
        nowMs,
      );
      return;
    }
    const leg = record.legs.findLast((one) => one.serviceId === this.serviceId);
    this.#delay.endWaiting(record.id, leg?.calledAtMs ?? leg?.startedAtMs ?? null, moment.nowMs);
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
    if (decision.atMs >= this.#dayStartMs) this.#level.remove(decision);
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

/** Waiting, or suspended while waiting: the wait goes on. */
function isInLine(row: FloorCase): boolean {
  return row.waitedSeconds === null;
}

function channelsOf(open: ReadonlyMap<string, FloorCase>): Channel[] {
  return [...new Set([...open.values()].map((row) => row.channel))];
}
