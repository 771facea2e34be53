/**
 * The open floor in memory: fed with what each commit changed, asked for one snapshot and then for
 * what changed since. Pure: time is passed in, nothing is read or scheduled here.
 */
import { hourOfDay } from "../queueing/intervals.ts";
import { type Agent, type AgentFold, servedServiceIds } from "./agent.ts";
import { type BackupCall, isBackupOpen } from "./backup.ts";
import { type Case, isOpen } from "./case.ts";
import type { Directory } from "./directory.ts";
import type { FeedHealth } from "./feed.ts";
import { alwaysOpen, type IsOpen, type LegContribution } from "./figure.ts";
import type { FloorAgent, FloorCase, FloorDelta, FloorService, FloorSnapshot } from "./floor.ts";
import { toFloorCase } from "./floor-case.ts";
import { type FloorDirt, serviceKey } from "./floor-dirt.ts";
import { LiveAgents } from "./live-agents.ts";
import { type LiveMoment, LiveService } from "./live-service.ts";
import type { Observation } from "./observation.ts";

/** What changed in one commit, as far as the floor is concerned. */
export interface FloorChange {
  readonly cases: readonly Case[];
  readonly agents: readonly AgentFold[];
  readonly backupCalls: readonly BackupCall[];
  readonly observations: readonly Observation[];
  readonly feeds: readonly FeedHealth[];
}

/** A leg that has ended, and whose it was. */
export type PastLeg = LegContribution & { readonly caseId: string };

const closedCallShownMs = 60 * 60 * 1000;

/** The open floor. Give each watcher its own `FloorDirt`, registered with `addDirt`. */
export class LiveFloor {
  readonly #cases = new Map<string, { row: FloorCase; services: ReadonlySet<string> }>();
  readonly #agents = new LiveAgents();
  readonly #backupCalls = new Map<string, BackupCall>();
  readonly #feeds = new Map<string, FeedHealth>();
  readonly #services = new Map<string, LiveService>();
  readonly #watchers = new Set<FloorDirt>();
  #directory: Directory = { sites: [], services: [], roster: [] };
  #isOpen: IsOpen = alwaysOpen;
  #dayStartMs = 0;

  addDirt(dirt: FloorDirt): void {
    this.#watchers.add(dirt);
  }

  removeDirt(dirt: FloorDirt): void {
    this.#watchers.delete(dirt);
  }

  setDirectory(directory: Directory): void {
    this.#directory = directory;
    for (const key of this.#services.keys()) this.#touchService(key);
  }

  /** Says who comes while the doors are closed, and is not judged by the level. */
  setOpeningTimes(isOpen: IsOpen): void {
    this.#isOpen = isOpen;
    for (const live of this.#services.values()) live.setOpeningTimes(isOpen);
  }

  /** Begins a day: what was counted yesterday no longer counts as today. */
  startDay(dayStartMs: number): void {
    if (dayStartMs === this.#dayStartMs) return;
    this.#dayStartMs = dayStartMs;
    for (const [key, live] of this.#services) {
      live.startDay(dayStartMs);
      this.#touchService(key);
    }
  }

  /** Takes in what ended before the console started. */
  addPast(past: readonly PastLeg[]): void {
    this.#eachService(past, (live, legs, hourOf) =>
      live.addPast(legs, this.#serviceOf(live.serviceId), hourOf),
    );
  }

  /** Learns anew what waits are like, after history has been filled in. */
  learn(past: readonly PastLeg[]): void {
    this.#eachService(past, (live, legs, hourOf) => live.learn(legs, hourOf));
  }

  #eachService(
    past: readonly PastLeg[],
    take: (live: LiveService, legs: readonly PastLeg[], hourOf: (atMs: number) => number) => void,
  ): void {
    for (const [key, legs] of Map.groupBy(past, (leg) => serviceKey(leg.siteId, leg.serviceId))) {
      const [first] = legs;
      if (first === undefined) continue;
      const timeZone = this.#timeZoneOf(first.siteId);
      take(this.#service(first.siteId, first.serviceId), legs, (atMs) => hourOfDay(atMs, timeZone));
      this.#touchService(key);
    }
  }

  /** Replaces the two-hour history of a service. */
  setHistory(siteId: string, serviceId: string, lengths: readonly number[]): void {
    this.#service(siteId, serviceId).setHistory(lengths);
    this.#touchService(serviceKey(siteId, serviceId));
  }

  /** Adds this moment's queue lengths to every history. */
  sampleHistory(nowMs: number): void {
    for (const [key, live] of this.#services) {
      live.sampleHistory(nowMs);
      this.#touchService(key);
    }
  }

  /** Lets time pass: cases that reach their target while waiting begin to count as missed. */
  tick(nowMs: number): void {
    for (const [key, live] of this.#services) {
      if (live.checkDeadlines(this.#serviceOf(live.serviceId), nowMs)) this.#touchService(key);
    }
  }

  /** Takes in a commit, at the moment at which it is seen. */
  apply(change: FloorChange, nowMs: number): void {
    for (const record of change.cases) this.#applyCase(record, nowMs);
    for (const fold of change.agents) this.#applyAgent(fold);
    for (const call of change.backupCalls) this.#applyBackupCall(call);
    for (const observation of change.observations) {
      this.#service(observation.siteId, observation.serviceId).observe(observation);
      this.#touchService(serviceKey(observation.siteId, observation.serviceId));
    }
    for (const feed of change.feeds) {
      this.#feeds.set(feed.source, feed);
      for (const dirt of this.#watchers) dirt.feeds = true;
    }
  }

  /** Whether the floor has this case as open. */
  has(caseId: string): boolean {
    return this.#cases.has(caseId);
  }

  /** Everything, for one site or (null) for all. */
  snapshot(siteId: string | null, sequence: number, nowMs: number): FloorSnapshot {
    return {
      kind: "snapshot",
      sequence,
      atMs: nowMs,
      lastEventAtMs: this.#lastEventAtMs(),
      services: [...this.#services.keys()].flatMap((key) => this.#serviceRow(key, siteId, nowMs)),
      agents: this.#agents.ids().flatMap((id) => this.#agentRow(id, siteId)),
      cases: [...this.#cases.values()].flatMap(({ row }) => (isAt(row.siteId, siteId) ? [row] : [])),
      backupCalls: [...this.#backupCalls.values()].filter(
        (call) => isAt(call.siteId, siteId) && isShown(call, nowMs),
      ),
      feeds: [...this.#feeds.values()],
    };
  }

  /** What the dirt says has changed; cleans it. */
  takeDelta(dirt: FloorDirt, siteId: string | null, sequence: number, nowMs: number): FloorDelta {
    const cases: FloorCase[] = [];
    const closedCaseIds: string[] = [];
    for (const id of dirt.cases) {
      const row = this.#cases.get(id)?.row;
      if (row !== undefined && isAt(row.siteId, siteId)) cases.push(row);
      else closedCaseIds.push(id);
    }
    const delta: FloorDelta = {
      kind: "delta",
      sequence,
      atMs: nowMs,
      lastEventAtMs: this.#lastEventAtMs(),
      services: [...dirt.services].flatMap((key) => this.#serviceRow(key, siteId, nowMs)),
      agents: [...dirt.agents].flatMap((id) => this.#agentRow(id, siteId)),
      cases,
      closedCaseIds,
      backupCalls: [...dirt.backupCalls].flatMap((id) => {
        const call = this.#backupCalls.get(id);
        return call !== undefined && isAt(call.siteId, siteId) ? [call] : [];
      }),
      feeds: dirt.feeds ? [...this.#feeds.values()] : [],
    };
    dirt.cases.clear();
    dirt.services.clear();
    dirt.agents.clear();
    dirt.backupCalls.clear();
    dirt.feeds = false;
    return delta;
  }

  #applyCase(record: Case, nowMs: number): void {
    const before = this.#cases.get(record.id);
    const row = isOpen(record.state) ? toFloorCase(record) : undefined;
    const services = new Set(record.legs.map((leg) => leg.serviceId));
    for (const serviceId of before?.services ?? []) {
      if (!services.has(serviceId)) this.#liveService(record.siteId, serviceId)?.removeCase(record.id, nowMs);
    }
    for (const serviceId of services) {
      const live = this.#service(record.siteId, serviceId);
      const here = row?.serviceId === serviceId ? row : undefined;
      live.setCase(record, here, this.#serviceOf(serviceId), this.#moment(live, nowMs));
      this.#touchService(serviceKey(record.siteId, serviceId));
    }
    if (row === undefined) this.#cases.delete(record.id);
    else this.#cases.set(record.id, { row, services });
    if (row !== undefined || before !== undefined) {
      for (const dirt of this.#watchers) dirt.cases.add(record.id);
    }
    for (const agentId of this.#agents.follow(before?.row, row)) this.#touchAgent(agentId);
  }

  #applyAgent(fold: AgentFold): void {
    const before = this.#agents.set(fold);
    this.#touchAgent(fold.agent.id);
    if (before !== undefined) this.#touchServicesOf(before);
  }

  #applyBackupCall(call: BackupCall): void {
    this.#backupCalls.set(call.id, call);
    for (const dirt of this.#watchers) dirt.backupCalls.add(call.id);
    this.#touchAgent(call.agentId);
  }

  #serviceRow(key: string, siteId: string | null, nowMs: number): FloorService[] {
    const live = this.#services.get(key);
    if (live === undefined || !isAt(live.siteId, siteId)) return [];
    return [live.row(this.#serviceOf(live.serviceId), this.#moment(live, nowMs))];
  }

  #moment(live: LiveService, nowMs: number): LiveMoment {
    return {
      nowMs,
      hour: hourOfDay(nowMs, this.#timeZoneOf(live.siteId)),
      staff: this.#agents.staffOf(live.siteId, live.serviceId),
    };
  }

  #timeZoneOf(siteId: string): string {
    return this.#directory.sites.find((site) => site.id === siteId)?.timeZone ?? "UTC";
  }

  #agentRow(id: string, siteId: string | null): FloorAgent[] {
    const agent = this.#agents.get(id);
    if (agent === undefined || !isAt(agent.siteId, siteId)) return [];
    const call = [...this.#backupCalls.values()].findLast(
      (one) => one.agentId === id && isBackupOpen(one.state),
    );
    return [this.#agents.row(agent, call?.id ?? null)];
  }

  #lastEventAtMs(): number | null {
    let last: number | null = null;
    for (const feed of this.#feeds.values()) last = Math.max(last ?? 0, feed.lastEventAtMs);
    return last;
  }

  #liveService(siteId: string, serviceId: string): LiveService | undefined {
    return this.#services.get(serviceKey(siteId, serviceId));
  }

  #service(siteId: string, serviceId: string): LiveService {
    const known = this.#liveService(siteId, serviceId);
    if (known !== undefined) return known;
    const live = new LiveService(siteId, serviceId, this.#dayStartMs);
    live.setOpeningTimes(this.#isOpen);
    this.#services.set(serviceKey(siteId, serviceId), live);
    return live;
  }

  #serviceOf(serviceId: string) {
    return this.#directory.services.find((service) => service.id === serviceId);
  }

  #touchService(key: string): void {
    for (const dirt of this.#watchers) dirt.services.add(key);
  }

  #touchAgent(id: string): void {
    for (const dirt of this.#watchers) dirt.agents.add(id);
    const agent = this.#agents.get(id);
    if (agent !== undefined) this.#touchServicesOf(agent);
  }

  #touchServicesOf(agent: Agent): void {
    for (const serviceId of servedServiceIds(agent)) this.#touchService(serviceKey(agent.siteId, serviceId));
  }
}

function isAt(siteId: string, wanted: string | null): boolean {
  return wanted === null || siteId === wanted;
}

function isShown(call: BackupCall, nowMs: number): boolean {
  return isBackupOpen(call.state) || nowMs - call.requestedAtMs < closedCallShownMs;
}
