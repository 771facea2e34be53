/** A floor of one service, as far as rules of alerts look at it. */
import type { AlertView } from "../../../shared/domain/alert-reading.ts";
import type { AlertRule } from "../../../shared/domain/alert-rule.ts";
import type { FloorAgent, FloorService } from "../../../shared/domain/floor.ts";

export function rule(change: Partial<AlertRule> = {}): AlertRule {
  return {
    id: "r1",
    measure: "queue_length",
    siteId: null,
    serviceId: null,
    threshold: 10,
    clear: 7,
    forSeconds: 0,
    quietHours: null,
    enabled: true,
    sound: false,
    desktop: false,
    ...change,
  };
}

export function service(change: Partial<FloorService> = {}): FloorService {
  return {
    siteId: "main",
    serviceId: "passports",
    name: "Passports",
    channels: ["counter"],
    queueLength: 0,
    longestWaitSinceMs: null,
    inService: 0,
    expectedWait: null,
    agentsOn: 0,
    agentsAvailable: 0,
    targetSeconds: 900,
    targetShare: 0.8,
    levelNow: { inTarget: 0, base: 0, share: null },
    levelToday: { inTarget: 0, base: 0, share: null },
    servedToday: 0,
    abandonedToday: 0,
    queueHistory: [],
    usualHandleSeconds: null,
    observedAtMs: null,
    openCounters: null,
    ...change,
  };
}

export function agent(change: Partial<FloorAgent> = {}): FloorAgent {
  return {
    id: "alice",
    name: "Alice",
    siteId: "main",
    counter: null,
    skills: [],
    state: "paused",
    stateReason: null,
    stateSinceMs: 0,
    plannedEndMs: null,
    assignedServiceIds: null,
    caseId: null,
    backupCallId: null,
    ...change,
  };
}

export function view(change: Partial<AlertView> = {}): AlertView {
  return { services: [], agents: [], feeds: [], ...change };
}
