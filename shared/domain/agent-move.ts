/** The decisions to move an agent to services, to take that back, and to correct a state. Pure. */
import { z } from "zod";
import { Fault } from "../faults.ts";
import { type Agent, type AgentFold, foldAgent, isOnFloor, type WriteKey } from "./agent.ts";
import { type Action, consoleSource, undoWindowMs } from "./case-action.ts";
import type { EventOf, VigieEvent } from "./event.ts";

export const agentMoveSchema = z.object({
  agentId: z.string(),
  /** The services to serve from now on; null: all that the skills allow. */
  serviceIds: z.array(z.string()).min(1).max(200).nullable(),
  reason: z.string().trim().min(1).max(500),
});
export type AgentMove = z.infer<typeof agentMoveSchema>;

export const agentMoveResultSchema = z.object({
  /** Takes the move back, with `agent.undoMove`. */
  actionId: z.string(),
});
export type AgentMoveResult = z.infer<typeof agentMoveResultSchema>;

/** States that a supervisor may put someone into; serving and its end belong to the case at hand. */
export const correctedStates = ["available", "paused", "training", "back_office"] as const;

export const stateCorrectionSchema = z.object({
  agentId: z.string(),
  state: z.enum(correctedStates),
  reason: z.string().trim().min(1).max(500).nullable(),
  /** When they are to be back, ms since 1970 UTC; null where nothing is planned. */
  plannedEndAtMs: z.number().nullable(),
});
export type StateCorrection = z.infer<typeof stateCorrectionSchema>;

/**
 * The event that moves an agent.
 *
 * @throws Fault `not_found`, `agent_not_present` or `agent_not_qualified`
 */
export function decideMove(
  fold: AgentFold | undefined,
  { agentId, serviceIds, reason }: AgentMove,
  action: Action,
): EventOf<"agent.assigned"> {
  const { agent, assignmentKey } = present(fold, agentId);
  const missing = serviceIds?.find((id) => !agent.skills.some((skill) => skill.serviceId === id));
  if (agent.skills.length > 0 && missing !== undefined) {
    throw new Fault("agent_not_qualified", "The agent has no skill for this service; nothing was changed.", {
      agentId,
      serviceId: missing,
    });
  }
  return agentEvent("agent.assigned", agentId, action, assignmentKey, {
    services: serviceIds,
    by: action.by,
    reason,
    action: action.id,
  });
}

/**
 * The event that gives an agent back the services from before a move.
 *
 * @param told every event about the agent, in order
 * @throws Fault `not_found`, or `undo_expired` where the agent was moved again or too much time has passed
 */
export function decideUndoMove(
  fold: AgentFold | undefined,
  told: readonly VigieEvent[],
  undone: { readonly agentId: string; readonly actionId: string },
  action: Action,
): EventOf<"agent.assigned"> {
  const { agentId, actionId } = undone;
  const move = told.find((event) => isMove(event) && event.data.action === actionId);
  if (move === undefined || fold === undefined) {
    throw new Fault("not_found", "There is no such move to take back.", { agentId, actionId });
  }
  const key = fold.assignmentKey;
  const isLast = key?.source === move.source && key.id === move.id;
  if (!isLast || action.atMs - move.atMs > undoWindowMs) {
    throw new Fault(
      "undo_expired",
      "The agent was moved again, or the time to take it back is over; they stay where they are.",
      { agentId, actionId },
    );
  }
  const before = told
    .filter((event) => event !== move)
    .reduce<AgentFold | undefined>((earlier, event) => foldAgent(earlier, event), undefined);
  return agentEvent("agent.assigned", agentId, action, key, {
    services: before?.agent.assignedServiceIds ?? null,
    by: action.by,
    reason: "undo",
    action: action.id,
    undoes: actionId,
  });
}

/**
 * The event that corrects an agent's state.
 *
 * @param hasCase whether a case is at hand, whatever the state that the feed told
 * @throws Fault `not_found`, `agent_not_present`, `agent_in_service`, or `invalid_input` for an end that is past
 */
export function decideStateCorrection(
  fold: AgentFold | undefined,
  { agentId, state, reason, plannedEndAtMs }: StateCorrection,
  hasCase: boolean,
  action: Action,
): EventOf<"agent.state_changed"> {
  const { agent, stateKey } = present(fold, agentId);
  if (hasCase || (isOnFloor(agent.state) && agent.state !== "available")) {
    throw new Fault(
      "agent_in_service",
      "The agent has a case at hand; their state follows when it ends. Nothing was changed.",
      { agentId, state: agent.state },
    );
  }
  if (plannedEndAtMs !== null && (plannedEndAtMs <= action.atMs || state === "available")) {
    throw new Fault("invalid_input", "The planned end has to be later than now, and of a time away.", {
      field: "plannedEndAtMs",
    });
  }
  return agentEvent("agent.state_changed", agentId, action, stateKey, {
    state,
    ...(reason === null ? {} : { reason }),
    ...(plannedEndAtMs === null ? {} : { plannedEndAt: new Date(plannedEndAtMs).toISOString() }),
  });
}

interface Present {
  readonly agent: Agent;
  readonly assignmentKey: WriteKey | null;
  readonly stateKey: WriteKey | null;
}

function present(fold: AgentFold | undefined, agentId: string): Present {
  if (fold === undefined) {
    throw new Fault("not_found", "The agent is not known; nothing was changed.", { agentId });
  }
  if (fold.agent.state === "offline") {
    throw new Fault("agent_not_present", "The agent is not signed in; nothing was changed.", { agentId });
  }
  return fold;
}

function isMove(event: VigieEvent): event is EventOf<"agent.assigned"> {
  return event.type === "agent.assigned" && event.source === consoleSource;
}

/** Comes after what it changes, even where the clock of the feed that told it is ahead. */
function agentEvent<T extends "agent.assigned" | "agent.state_changed">(
  type: T,
  agentId: string,
  action: Action,
  after: WriteKey | null,
  data: EventOf<T>["data"],
): EventOf<T> {
  const atMs = Math.max(action.atMs, (after?.atMs ?? 0) + 1);
  return {
    id: `${action.id}:${agentId}`,
    source: consoleSource,
    type,
    subject: agentId,
    time: new Date(atMs).toISOString(),
    atMs,
    data,
  };
}
