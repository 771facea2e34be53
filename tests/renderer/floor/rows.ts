/** Rows of a floor for tests: nothing special unless it is said. */
import type { FloorCase, FloorDelta, FloorService, FloorSnapshot } from "../../../shared/domain/floor.ts";

const nothing = { services: [], agents: [], cases: [], backupCalls: [], feeds: [], lastEventAtMs: null };

export function snapshot(parts: Partial<FloorSnapshot>): FloorSnapshot {
  return { ...nothing, kind: "snapshot", sequence: 0, atMs: 0, ...parts };
}

export function delta(sequence: number, parts: Partial<FloorDelta>): FloorDelta {
  return { ...nothing, kind: "delta", closedCaseIds: [], atMs: 0, sequence, ...parts };
}

export function floorCase(id: string, parts: Partial<FloorCase> = {}): FloorCase {
  return {
    id,
    siteId: "hall",
    serviceId: "passports",
    channel: "counter",
    ticket: id,
    state: "waiting",
    priority: 0,
    flags: [],
    visit: 1,
    appointmentAtMs: null,
    agentId: null,
    queuedAtMs: 0,
    waitSinceMs: 0,
    waitedSeconds: null,
    startedAtMs: null,
    handOffs: 0,
    fromServiceId: null,
    agedAtMs: null,
    heldSinceMs: null,
    version: 1,
    ...parts,
  };
}

export function floorService(serviceId: string, parts: Partial<FloorService> = {}): FloorService {
  const level = { inTarget: 0, base: 0, share: null };
  return {
    siteId: "hall",
    serviceId,
    name: serviceId,
    channels: ["counter"],
    queueLength: 0,
    longestWaitSinceMs: null,
    expectedWait: null,
    inService: 0,
    agentsOn: 0,
    agentsAvailable: 0,
    targetSeconds: 900,
    targetShare: 0.8,
    levelNow: level,
    levelToday: level,
    servedToday: 0,
    abandonedToday: 0,
    queueHistory: [],
    usualHandleSeconds: null,
    observedAtMs: null,
    openCounters: null,
    ...parts,
  };
}
