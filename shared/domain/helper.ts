/** Who could help a service: trained for it, and not serving it now. Never a ranking of people. */
import { z } from "zod";
import { agentStateSchema, servedServiceIds } from "./agent.ts";
import type { BackupPerson } from "./directory.ts";
import type { FloorAgent, FloorService } from "./floor.ts";

export const helperSchema = z.object({
  agentId: z.string(),
  name: z.string(),
  /** Level for the service, 1–3. */
  level: z.number(),
  state: agentStateSchema,
  stateReason: z.string().nullable(),
  stateSinceMs: z.number(),
  plannedEndMs: z.number().nullable(),
  /** Why they could help: what they do now leaves room for it. */
  because: z.enum(["free", "finishing", "back_office", "paused", "training"]),
  /** When they could be there, ms since 1970 UTC, as far as that is known; else null. */
  readyAtMs: z.number().nullable(),
  /** What can be done: give them the service, or ask them to come; null: they come back to it by themselves. */
  way: z.enum(["assign", "call"]).nullable(),
  /** Somebody has called them and waits for an answer or for their arrival. */
  isCalled: z.boolean(),
});
export type Helper = z.infer<typeof helperSchema>;

/** The parts of the floor that decide who could help. */
export interface HelperView {
  readonly agents: readonly FloorAgent[];
  readonly services: readonly FloorService[];
  readonly roster: readonly BackupPerson[];
}

/** People of the site who could help a service, those who could be there soonest first. */
export function helpersOf(view: HelperView, siteId: string, serviceId: string, nowMs: number): Helper[] {
  return view.agents
    .filter((agent) => agent.siteId === siteId)
    .flatMap((agent) => helperFrom(view, agent, serviceId, nowMs) ?? [])
    .sort(compareHelpers);
}

function helperFrom(
  view: HelperView,
  agent: FloorAgent,
  serviceId: string,
  nowMs: number,
): Helper | undefined {
  const level = agent.skills.find((skill) => skill.serviceId === serviceId)?.level;
  const because = becauseOf(view, agent, serviceId);
  if (level === undefined || because === undefined) return undefined;
  const { name, state, stateReason, stateSinceMs, plannedEndMs } = agent;
  const person = view.roster.find((one) => one.agentId === agent.id);
  const isCalled = agent.backupCallId !== null;
  return {
    agentId: agent.id,
    name,
    level,
    state,
    stateReason,
    stateSinceMs,
    plannedEndMs,
    because,
    readyAtMs: readyAtMs(view, agent, because, person, nowMs),
    way: isCalled ? null : wayOf(agent, because, person, serviceId),
    isCalled,
  };
}

function becauseOf(view: HelperView, agent: FloorAgent, serviceId: string): Helper["because"] | undefined {
  switch (agent.state) {
    case "offline":
      return undefined;
    case "paused":
    case "training":
    case "back_office":
      return agent.state;
    default: {
      if (servedServiceIds(agent).includes(serviceId)) return undefined;
      const isNeeded = served(view, agent).some((service) => service.queueLength > 0);
      if (isNeeded) return undefined;
      return agent.state === "available" ? "free" : "finishing";
    }
  }
}

function served(view: HelperView, agent: FloorAgent): FloorService[] {
  const ids = servedServiceIds(agent);
  return view.services.filter(
    (service) => service.siteId === agent.siteId && ids.includes(service.serviceId),
  );
}

function readyAtMs(
  view: HelperView,
  agent: FloorAgent,
  because: Helper["because"],
  person: BackupPerson | undefined,
  nowMs: number,
): number | null {
  switch (because) {
    case "free":
      return nowMs;
    case "finishing": {
      const usual = served(view, agent).map((service) => service.usualHandleSeconds ?? 0);
      const longest = Math.max(0, ...usual);
      return longest === 0 ? null : Math.max(nowMs, agent.stateSinceMs + longest * 1_000);
    }
    case "back_office":
      return nowMs + (person?.travelMinutes ?? 0) * 60_000;
    default:
      return agent.plannedEndMs === null ? null : Math.max(nowMs, agent.plannedEndMs);
  }
}

function wayOf(
  agent: FloorAgent,
  because: Helper["because"],
  person: BackupPerson | undefined,
  serviceId: string,
): Helper["way"] {
  const mayBeCalled = because === "back_office" || because === "training";
  if (mayBeCalled && person?.skills.some((skill) => skill.serviceId === serviceId)) return "call";
  return because === "paused" && servedServiceIds(agent).includes(serviceId) ? null : "assign";
}

/** Of those whose time is not known or the same: who only has to change queues comes first. */
const order: Record<Helper["because"], number> = {
  free: 0,
  finishing: 1,
  back_office: 2,
  paused: 3,
  training: 4,
};

function compareHelpers(a: Helper, b: Helper): number {
  const soon = (one: Helper) => one.readyAtMs ?? Number.MAX_VALUE;
  return (
    soon(a) - soon(b) ||
    order[a.because] - order[b.because] ||
    a.name.localeCompare(b.name, "fr") ||
    (a.agentId < b.agentId ? -1 : 1)
  );
}
