/** Someone who serves: skills, and the state they are in. Folded field by field, last write wins. */
import { z } from "zod";
import type { VigieEvent } from "./event.ts";

export const agentStates = [
  "available",
  "serving",
  "wrap_up",
  "paused",
  "training",
  "back_office",
  "offline",
] as const;
export const agentStateSchema = z.enum(agentStates);
export type AgentState = z.infer<typeof agentStateSchema>;

export const skillSchema = z.object({ serviceId: z.string(), level: z.int().min(1).max(3) });
export type Skill = z.infer<typeof skillSchema>;

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  siteId: z.string(),
  counter: z.string().nullable(),
  skills: z.array(skillSchema),
  state: agentStateSchema,
  stateReason: z.string().nullable(),
  /** When the state began, ms since 1970 UTC. */
  stateSinceMs: z.number(),
  /** When a pause is planned to end; null where nothing is planned. */
  plannedEndMs: z.number().nullable(),
  /** The services that they serve now; null: all that their skills allow. */
  assignedServiceIds: z.array(z.string()).nullable(),
});
export type Agent = z.infer<typeof agentSchema>;

/** States in which an agent is on the floor, serving the public. */
export function isOnFloor(state: AgentState): boolean {
  return state === "available" || state === "serving" || state === "wrap_up";
}

/** The services that an agent serves on the floor: those they were assigned to, else all they are trained for. */
export function servedServiceIds(agent: {
  readonly skills: readonly Skill[];
  readonly assignedServiceIds: readonly string[] | null;
}): readonly string[] {
  return agent.assignedServiceIds ?? agent.skills.map((skill) => skill.serviceId);
}

/** How long a planned break has run over, in seconds, 0 where it has not; null where no end was planned. */
export function overdueBreakSeconds(
  agent: Pick<Agent, "state" | "plannedEndMs">,
  nowMs: number,
): number | null {
  if (agent.state !== "paused" || agent.plannedEndMs === null) return null;
  return Math.max(0, nowMs - agent.plannedEndMs) / 1_000;
}

/** The time and identity of the event that last wrote a group of fields; decides which write wins. */
export interface WriteKey {
  readonly atMs: number;
  readonly source: string;
  readonly id: string;
}

/** What is kept of an agent between events: the visible agent, and who wrote each part. */
export interface AgentFold {
  readonly agent: Agent;
  readonly profileKey: WriteKey | null;
  readonly stateKey: WriteKey | null;
  readonly assignmentKey: WriteKey | null;
}

/** A fold as it may have been kept before there were assignments. */
export type KeptAgentFold = Omit<AgentFold, "agent" | "assignmentKey"> & {
  readonly agent: Omit<Agent, "assignedServiceIds"> & Partial<Pick<Agent, "assignedServiceIds">>;
  readonly assignmentKey?: WriteKey | null;
};

/** The fold that the same events would give today. */
export function completeFold(kept: KeptAgentFold): AgentFold {
  const empty = unknownAgent(kept.agent.id);
  return {
    ...empty,
    // Signing in writes the profile and the assignment together.
    assignmentKey: kept.profileKey,
    ...kept,
    agent: { ...empty.agent, ...kept.agent },
  };
}

function isLater(event: VigieEvent, key: WriteKey | null): boolean {
  if (key === null) return true;
  if (event.atMs !== key.atMs) return event.atMs > key.atMs;
  if (event.source !== key.source) return event.source > key.source;
  return event.id > key.id;
}

function unknownAgent(id: string): AgentFold {
  return {
    agent: {
      id,
      name: id,
      siteId: "",
      counter: null,
      skills: [],
      state: "offline",
      stateReason: null,
      stateSinceMs: 0,
      plannedEndMs: null,
      assignedServiceIds: null,
    },
    profileKey: null,
    stateKey: null,
    assignmentKey: null,
  };
}

/**
 * Takes one agent event into the fold. The result does not depend on the order in which events
 * come: the profile (from `agent.signed_in`), the state and the assignment are three registers, each
 * kept from the latest event that wrote it. Who signs in begins with all their services.
 */
export function foldAgent(before: AgentFold | undefined, event: VigieEvent): AgentFold {
  const fold = before ?? unknownAgent(event.subject);
  const key: WriteKey = { atMs: event.atMs, source: event.source, id: event.id };
  let next = fold;
  if (event.type === "agent.signed_in" && isLater(event, fold.profileKey)) {
    next = {
      ...next,
      profileKey: key,
      agent: {
        ...next.agent,
        siteId: event.data.site,
        name: event.data.name ?? event.subject,
        counter: event.data.counter ?? null,
        skills: (event.data.skills ?? []).map(({ service, level }) => ({ serviceId: service, level })),
      },
    };
  }
  const state = stateWrittenBy(event);
  if (state !== undefined && isLater(event, fold.stateKey)) {
    next = { ...next, stateKey: key, agent: { ...next.agent, ...state, stateSinceMs: event.atMs } };
  }
  const assignedServiceIds = assignmentWrittenBy(event);
  if (assignedServiceIds !== undefined && isLater(event, fold.assignmentKey)) {
    next = { ...next, assignmentKey: key, agent: { ...next.agent, assignedServiceIds } };
  }
  return next;
}

function assignmentWrittenBy(event: VigieEvent): Agent["assignedServiceIds"] | undefined {
  if (event.type === "agent.signed_in") return null;
  return event.type === "agent.assigned" ? event.data.services : undefined;
}

function stateWrittenBy(
  event: VigieEvent,
): Pick<Agent, "state" | "stateReason" | "plannedEndMs"> | undefined {
  switch (event.type) {
    case "agent.signed_in":
      return { state: "available", stateReason: null, plannedEndMs: null };
    case "agent.signed_out":
      return { state: "offline", stateReason: null, plannedEndMs: null };
    case "agent.state_changed":
      return {
        state: event.data.state,
        stateReason: event.data.reason ?? null,
        plannedEndMs: event.data.plannedEndAt === undefined ? null : Date.parse(event.data.plannedEndAt),
      };
    default:
      return undefined;
  }
}
