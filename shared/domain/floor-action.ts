/** What a supervisor may be about to do, and what it would do to the queues of the site. */
import { z } from "zod";
import {
  type PreviewSide,
  preview,
  previewChanges,
  type QueueChange,
  type QueueState,
  withAgents,
} from "../queueing/preview.ts";
import { isOnFloor } from "./agent.ts";
import type { FloorAgent } from "./floor.ts";
import { type ServiceFacts, type SiteFloor, siteStaff, staffFields } from "./queue-state.ts";

export const foreseenActionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("move_cases"),
    caseIds: z.array(z.string()).min(1).max(500),
    toServiceId: z.string(),
  }),
  z.object({
    kind: z.literal("add_agents"),
    serviceId: z.string(),
    agents: z.int().min(1).max(50),
    /** When the first of them serves, ms since 1970 UTC. */
    fromMs: z.number(),
    /** Null: for the rest of the day. */
    untilMs: z.number().nullable(),
  }),
  z.object({
    kind: z.literal("move_agent"),
    agentId: z.string(),
    /** The services to serve from now on. */
    toServiceIds: z.array(z.string()).min(1).max(200),
  }),
]);
/** Something a supervisor may be about to do. */
export type ForeseenAction = z.infer<typeof foreseenActionSchema>;

/** A queue whose staff changes by less than this part of a person is left out. */
const leastChange = 0.1;
/** Of many queues that change a little, those that change most are shown. */
const mostQueuesShown = 6;

/**
 * Foresees an action on a site.
 *
 * @param states of the site's queues, in the order of `facts`
 * @param horizonSeconds arrivals within this time count towards the service level
 * @returns one side per queue that changes; null where none does: cases that wait no more, an agent who is
 *   unknown or serves that service only, a service that is not there
 */
export function foreseeAction(
  action: ForeseenAction,
  facts: readonly ServiceFacts[],
  states: readonly QueueState[],
  floor: SiteFloor,
  horizonSeconds: number,
): PreviewSide[] | null {
  const isKnown = (serviceId: string) => states.some((state) => state.serviceId === serviceId);
  if (!targetsOf(action).every(isKnown)) return null;
  switch (action.kind) {
    case "move_cases": {
      const wanted = new Set(action.caseIds);
      const moved = floor.cases.filter(
        (row) => wanted.has(row.id) && row.state === "waiting" && row.serviceId !== action.toServiceId,
      );
      if (moved.length === 0) return null;
      const fromServiceIds = [...new Set(moved.map((row) => row.serviceId))];
      const caseIds = moved.map((row) => row.id);
      const { toServiceId } = action;
      return preview(states, { kind: "move-cases", fromServiceIds, toServiceId, caseIds }, horizonSeconds);
    }
    case "add_agents":
      return preview(
        states,
        {
          kind: "add-agents",
          serviceId: action.serviceId,
          agents: action.agents,
          afterSeconds: Math.max(0, action.fromMs - floor.atMs) / 1000,
          untilSeconds:
            action.untilMs === null
              ? Number.POSITIVE_INFINITY
              : Math.max(0, action.untilMs - floor.atMs) / 1000,
        },
        horizonSeconds,
      );
    case "move_agent": {
      const agent = floor.agents.find((one) => one.id === action.agentId);
      if (agent === undefined || agent.state === "offline") return null;
      const changes = moveChanges(agent, action.toServiceIds, facts, states, floor);
      return changes.length === 0 ? null : previewChanges(changes, horizonSeconds);
    }
  }
}

function targetsOf(action: ForeseenAction): readonly string[] {
  switch (action.kind) {
    case "move_cases":
      return [action.toServiceId];
    case "add_agents":
      return [action.serviceId];
    case "move_agent":
      return action.toServiceIds;
  }
}

/** What the queues gain and lose where one agent has all their time for some of them, those that lose first. */
function moveChanges(
  agent: FloorAgent,
  toServiceIds: readonly string[],
  facts: readonly ServiceFacts[],
  states: readonly QueueState[],
  floor: SiteFloor,
): QueueChange[] {
  const moved: FloorAgent = {
    ...agent,
    state: isOnFloor(agent.state) ? agent.state : "available",
    assignedServiceIds: [...toServiceIds],
  };
  const agents = floor.agents.map((one) => (one.id === agent.id ? moved : one));
  const staff = siteStaff(facts, agents);
  const backMs = isOnFloor(agent.state) ? floor.atMs : (agent.plannedEndMs ?? floor.atMs);
  return states
    .map((before) => {
      const state: QueueState = { ...before, ...staffFields(staff.get(before.serviceId)) };
      return { before, state, gain: capacityOf(state) - capacityOf(before) };
    })
    .filter(({ gain }) => Math.abs(gain) >= leastChange)
    .sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain))
    .slice(0, mostQueuesShown)
    .sort((a, b) => a.gain - b.gain)
    .map(({ before, state, gain }) => {
      // A busy agent finishes the case at hand first; one who is on a break comes when it ends.
      const busySeconds = agent.state === "serving" ? before.handleSeconds : 0;
      const fromSeconds = gain > 0 ? Math.max(0, backMs - floor.atMs) / 1000 + busySeconds : 0;
      const isThereAtOnce = gain > 0 && fromSeconds === 0;
      const agentsFree = isThereAtOnce ? state.agentsFree : Math.min(before.agentsFree, state.agentsFree);
      return {
        before,
        after: {
          state: { ...state, agentsServing: before.agentsServing, agentsFree },
          staffing: [
            { untilSeconds: fromSeconds, ...withAgents(before, 0) },
            { untilSeconds: Number.POSITIVE_INFINITY, ...withAgents(state, 0) },
          ],
        },
      };
    });
}

function capacityOf(state: QueueState): number {
  return (state.agentsServing + state.agentsFree) * (state.pace ?? 1);
}
