/** Cases: look at one, change some, take that back. */
import { randomUUID } from "node:crypto";
import type { Assignee } from "../../shared/contract/case.ts";
import { isOnFloor } from "../../shared/domain/agent.ts";
import { type Case, currentLeg } from "../../shared/domain/case.ts";
import type { Action, CaseActionResult, CaseDecision } from "../../shared/domain/case-action.ts";
import type { VigieEvent } from "../../shared/domain/event.ts";
import type { ForeseenAction } from "../../shared/domain/floor-action.ts";
import { decideHold, type Hold } from "../../shared/domain/hold.ts";
import type { Prediction } from "../../shared/domain/prediction.ts";
import { decidePrioritise, type Prioritisation } from "../../shared/domain/prioritise.ts";
import { decideReassign, type Reassignment } from "../../shared/domain/reassign.ts";
import { decideRequeue, type Requeue } from "../../shared/domain/requeue.ts";
import { decideResume, type Resumption } from "../../shared/domain/resume.ts";
import { type ActionFacts, actionTaken } from "../../shared/domain/taken-action.ts";
import { decideUndo } from "../../shared/domain/undo.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

/** A history entry names no more services than this. */
const mostServicesNamed = 20;

export interface CaseService {
  get(id: string): Promise<Case>;
  assignees(siteId: string, serviceId: string): Promise<Assignee[]>;
  reassign(request: Reassignment): Promise<CaseActionResult>;
  prioritise(request: Prioritisation): Promise<CaseActionResult>;
  hold(request: Hold): Promise<CaseActionResult>;
  resume(request: Resumption): Promise<CaseActionResult>;
  requeue(request: Requeue): Promise<CaseActionResult>;
  undo(actionId: string): Promise<CaseActionResult>;
}

/** Says what an action would do to the queues of a site; null where it does nothing that can be foreseen. */
export type Foresee = (siteId: string, action: ForeseenAction) => Promise<Prediction | null>;

/** What the history is told of an action beside its cases. */
type Told = Pick<ActionFacts, "kind" | "reason"> & Partial<Pick<ActionFacts, "undoes" | "prediction">>;

/** Makes the case service; `operator` names who is acting, `foresee` what a reassignment will do. */
export function createCases(
  store: Store,
  clock: Clock,
  operator: () => string,
  foresee: Foresee,
): CaseService {
  /** The one place where an action becomes events: decided on the cases as they are, kept in one commit. */
  function act(
    ids: readonly string[],
    told: Told,
    decide: (cases: ReadonlyMap<string, Case>, action: Action) => CaseDecision,
  ): Promise<CaseActionResult> {
    return store.changeCases(ids, (cases) => {
      const action = { id: randomUUID(), by: operator(), atMs: clock.nextMs() };
      const { events, result } = decide(cases, action);
      return { events: [...events, ...historyOf(cases, events, action, told)], result };
    });
  }

  /** As `act`, for the cases that a person chose. */
  function actOn<Request extends CasesRequest>(
    request: Request,
    told: Pick<Told, "kind" | "prediction">,
    decide: (cases: ReadonlyMap<string, Case>, request: Request, action: Action) => CaseDecision,
  ): Promise<CaseActionResult> {
    const ids = request.cases.map(({ id }) => id);
    return act(ids, { ...told, reason: request.reason ?? null }, (cases, action) =>
      decide(cases, request, action),
    );
  }

  /** What a reassignment will do; one that stays in its queue changes no queue. */
  async function foreseeReassignment({ cases, toServiceId }: Reassignment): Promise<Prediction | null> {
    const [first] = cases;
    const siteId = first === undefined ? undefined : (await store.case(first.id))?.siteId;
    if (toServiceId === null || siteId === undefined) return null;
    return foresee(siteId, { kind: "move_cases", caseIds: cases.map(({ id }) => id), toServiceId });
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
        .filter((agent) => agent.siteId === siteId)
        .map((agent): Assignee => {
          const level = agent.skills.find((skill) => skill.serviceId === serviceId)?.level ?? null;
          return {
            agentId: agent.id,
            name: agent.name,
            level,
            state: agent.state,
            plannedEndMs: agent.plannedEndMs,
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
        .filter((one) => one.state !== "offline" || one.level !== null)
        .sort(compareAssignees);
    },
    async reassign(request) {
      await refuseUnfitTarget(request);
      const prediction = await foreseeReassignment(request);
      return actOn(request, { kind: "reassign", prediction }, decideReassign);
    },
    prioritise: (request) => actOn(request, { kind: "prioritise" }, decidePrioritise),
    hold: (request) => actOn(request, { kind: "hold" }, decideHold),
    resume: (request) => actOn(request, { kind: "resume" }, decideResume),
    requeue: (request) => actOn(request, { kind: "requeue" }, decideRequeue),
    async undo(actionId) {
      const done = (await store.eventsOfAction(actionId)).filter((event) => event.type.startsWith("case."));
      if (done.length === 0) {
        throw new Fault("not_found", "There is no such action to take back.", { actionId });
      }
      return act(
        done.map((event) => event.subject),
        { kind: "undo", reason: null, undoes: actionId },
        (cases, action) => decideUndo(cases, done, action),
      );
    },
  };
}

/** A request about cases, with the reason that a person gave. */
interface CasesRequest {
  readonly cases: readonly { readonly id: string }[];
  readonly reason?: string | null;
}

/** The history's entry of an action that changed something. */
function historyOf(
  cases: ReadonlyMap<string, Case>,
  events: readonly VigieEvent[],
  action: Action,
  { kind, reason, undoes = null, prediction = null }: Told,
): VigieEvent[] {
  const changed = events.flatMap(({ subject }) => cases.get(subject) ?? []);
  const [first] = changed;
  if (first === undefined) return [];
  const moves = events.flatMap((event) => (event.type === "case.reassigned" ? [event.data] : []));
  const from = changed.map((record) => currentLeg(record).serviceId);
  const to = moves.flatMap(({ toService }) => toService ?? []);
  return [
    actionTaken(action, {
      kind,
      siteId: first.siteId,
      serviceIds: [...new Set([...from, ...to])].slice(0, mostServicesNamed),
      agentIds: [...new Set(moves.flatMap(({ toAgent }) => toAgent ?? []))],
      caseCount: changed.length,
      reason,
      undoes,
      prediction,
    }),
  ];
}

const reasonOrder = { not_present: 1, not_qualified: 2 } as const;

function compareAssignees(a: Assignee, b: Assignee): number {
  const rank = (one: Assignee) => (one.unsuitableBecause === null ? 0 : reasonOrder[one.unsuitableBecause]);
  return (
    rank(a) - rank(b) ||
    Number(a.state === "offline") - Number(b.state === "offline") ||
    Number(b.state === "available") - Number(a.state === "available") ||
    a.assignedCases - b.assignedCases ||
    (b.level ?? 0) - (a.level ?? 0) ||
    a.name.localeCompare(b.name, "fr")
  );
}
