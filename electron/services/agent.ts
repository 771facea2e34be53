/** Agents: moved to services and back, their states corrected, and who could help. */
import { randomUUID } from "node:crypto";
import type { AgentFold } from "../../shared/domain/agent.ts";
import {
  type AgentMove,
  type AgentMoveResult,
  decideMove,
  decideStateCorrection,
  decideUndoMove,
  type StateCorrection,
} from "../../shared/domain/agent-move.ts";
import type { Action } from "../../shared/domain/case-action.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import { type Helper, helpersOf } from "../../shared/domain/helper.ts";
import type { Prediction } from "../../shared/domain/prediction.ts";
import { type ActionFacts, actionTaken } from "../../shared/domain/taken-action.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Foresee } from "./case.ts";
import type { Clock } from "./clock.ts";
import type { FloorService } from "./floor.ts";

export interface AgentService {
  move(move: AgentMove): Promise<AgentMoveResult>;
  undoMove(agentId: string, actionId: string): Promise<AgentMoveResult>;
  setState(correction: StateCorrection): Promise<{ agentId: string }>;
  helpers(siteId: string, serviceId: string): Promise<Helper[]>;
}

/** Makes the agent service; `floor` tells who has a case at hand, `operator` names who is acting, `foresee` what a move will do. */
export function createAgents(
  store: Store,
  floor: Pick<FloorService, "snapshot">,
  clock: Clock,
  operator: () => string,
  foresee: Foresee,
): AgentService {
  function newAction(): Action {
    return { id: randomUUID(), by: operator(), atMs: clock.nextMs() };
  }

  async function refuseUnknownServices(serviceIds: readonly string[]): Promise<void> {
    const { services } = await store.directory();
    const unknown = serviceIds.find((id) => !services.some((service) => service.id === id));
    if (unknown === undefined) return;
    throw new Fault("not_found", "The service is not known; nothing was changed.", { serviceId: unknown });
  }

  /** What the move will do; giving somebody all their services back is not foreseen. */
  async function foreseeMove({ agentId, serviceIds }: AgentMove): Promise<Prediction | null> {
    const agent = floor.snapshot(null).agents.find((one) => one.id === agentId);
    if (agent === undefined || serviceIds === null) return null;
    return foresee(agent.siteId, { kind: "move_agent", agentId, toServiceIds: serviceIds });
  }

  return {
    async move(move) {
      await refuseUnknownServices(move.serviceIds ?? []);
      const action = newAction();
      const prediction = await foreseeMove(move);
      return store.changeAgent(move.agentId, (fold) => {
        const moved = decideMove(fold, move, action);
        const told = { kind: "move_agent", reason: move.reason, undoes: null, prediction } as const;
        return { events: [moved, ...historyOf(fold, action, told)], result: { actionId: action.id } };
      });
    },
    async undoMove(agentId, actionId) {
      const told = await store.eventsOf(agentId);
      const action = newAction();
      return store.changeAgent(agentId, (fold) => {
        const back = decideUndoMove(fold, told, { agentId, actionId }, action);
        const entry = { kind: "undo", reason: null, undoes: actionId, prediction: null } as const;
        return { events: [back, ...historyOf(fold, action, entry)], result: { actionId: action.id } };
      });
    },
    async setState(correction) {
      const { agentId } = correction;
      const row = floor.snapshot(null).agents.find((agent) => agent.id === agentId);
      return store.changeAgent(agentId, (fold) => ({
        events: [decideStateCorrection(fold, correction, row?.caseId != null, newAction())],
        result: { agentId },
      }));
    },
    async helpers(siteId, serviceId) {
      const { agents, services } = floor.snapshot(null);
      const { roster } = await store.directory();
      return helpersOf({ agents, services, roster }, siteId, serviceId, clock.nowMs());
    },
  };
}

/** The history's entry about somebody, and the services that the move touches. */
function historyOf(
  fold: AgentFold | undefined,
  action: Action,
  told: Pick<ActionFacts, "kind" | "reason" | "undoes" | "prediction">,
): VigieEvent[] {
  if (fold === undefined) return [];
  const { id, siteId } = fold.agent;
  const serviceIds = told.prediction?.sides.map((side) => side.serviceId) ?? [];
  return [actionTaken(action, { ...told, siteId, serviceIds, agentIds: [id], caseCount: 0 })];
}
