/** Cases: look at one, hand some on, take that back. */
import { randomUUID } from "node:crypto";
import type { Assignee } from "../../shared/contract/case.ts";
import { isOnFloor } from "../../shared/domain/agent.ts";
import { type Case, currentLeg } from "../../shared/domain/case.ts";
import type { EventOf } from "../../shared/domain/event.ts";
import {
  type Action,
  decideReassign,
  decideUndo,
  type Reassignment,
  type ReassignResult,
} from "../../shared/domain/reassign.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

export interface CaseService {
  get(id: string): Promise<Case>;
  assignees(siteId: string, serviceId: string): Promise<Assignee[]>;
  reassign(request: Reassignment): Promise<ReassignResult>;
  undo(actionId: string): Promise<ReassignResult>;
}

/** Makes the case service; `operator` names who is acting. */
export function createCases(store: Store, clock: Clock, operator: () => string): CaseService {
  function newAction(): Action {
    return { id: randomUUID(), by: operator(), atMs: clock.nextMs() };
  }

  async function refuseUnfitTarget(request: Reassignment): Promise<void> {
    if (request.toServiceId !== null) {
      const { services } = await store.directory();
      if (!services.some((service) => service.id === request.toServiceId)) {
        throw new Fault("not_found", "The service is not known; nothing was changed.", {
          serviceId: request.toServiceId,
        });
      }
    }
    if (request.toAgentId === null) return;
    const agents = await store.agents();
    const agent = agents.find((fold) => fold.agent.id === request.toAgentId)?.agent;
    if (agent === undefined || agent.state === "offline") {
      throw new Fault("agent_not_present", "The agent is not signed in; nothing was changed.", {
        agentId: request.toAgentId,
      });
    }
    const services = request.toServiceId === null ? await servicesOf(request) : [request.toServiceId];
    const missing = services.find((id) => !agent.skills.some((skill) => skill.serviceId === id));
    if (agent.skills.length > 0 && missing !== undefined) {
      throw new Fault(
        "agent_not_qualified",
        "The agent has no skill for this service; nothing was changed.",
        {
          agentId: agent.id,
          serviceId: missing,
        },
      );
    }
  }

  async function servicesOf(request: Reassignment): Promise<string[]> {
    const cases = await Promise.all(request.cases.map(({ id }) => store.case(id)));
    return [
      ...new Set(cases.flatMap((record) => (record === undefined ? [] : [currentLeg(record).serviceId]))),
    ];
  }

  return {
    async get(id) {
      const record = await store.case(id);
      if (record === undefined) throw new Fault("not_found", "The case is not known.", { caseId: id });
      return record;
    },
    async assignees(siteId, serviceId) {
      const [agents, open] = [await store.agents(), await store.openCases()];
      return agents
        .map((fold) => fold.agent)
        .filter((agent) => agent.siteId === siteId && agent.state !== "offline")
        .map((agent): Assignee => {
          const level = agent.skills.find((skill) => skill.serviceId === serviceId)?.level ?? null;
          return {
            agentId: agent.id,
            name: agent.name,
            level,
            state: agent.state,
            assignedCases: open.filter(
              (record) => record.state === "waiting" && currentLeg(record).agentId === agent.id,
            ).length,
            unsuitableBecause:
              level === null && agent.skills.length > 0
                ? "not_qualified"
                : isOnFloor(agent.state)
                  ? null
                  : "not_present",
          };
        })
        .sort(compareAssignees);
    },
    async reassign(request) {
      await refuseUnfitTarget(request);
      return store.changeCases(
        request.cases.map(({ id }) => id),
        (cases) => decideReassign(cases, request, newAction()),
      );
    },
    async undo(actionId) {
      const undone = (await store.eventsOfAction(actionId)).filter(
        (event): event is EventOf<"case.reassigned"> => event.type === "case.reassigned",
      );
      if (undone.length === 0) {
        throw new Fault("not_found", "There is no such reassignment to take back.", { actionId });
      }
      return store.changeCases(
        undone.map((event) => event.subject),
        (cases) => decideUndo(cases, undone, newAction()),
      );
    },
  };
}

const reasonOrder = { not_present: 1, not_qualified: 2 } as const;

function compareAssignees(a: Assignee, b: Assignee): number {
  const rank = (one: Assignee) => (one.unsuitableBecause === null ? 0 : reasonOrder[one.unsuitableBecause]);
  return (
    rank(a) - rank(b) ||
    Number(b.state === "available") - Number(a.state === "available") ||
    a.assignedCases - b.assignedCases ||
    (b.level ?? 0) - (a.level ?? 0) ||
    a.name.localeCompare(b.name, "fr")
  );
}
