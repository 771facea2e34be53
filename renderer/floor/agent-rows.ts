/** Who stands in the list of agents, and in which order. */
import { type AgentState, isOnFloor } from "../../shared/domain/agent.ts";
import type { Floor } from "./floor-store.ts";

/** Prefix of the keys of people who are called in and not on the floor yet. */
const comingPrefix = "coming:";

/** The backup call that a row is about; null where it is about an agent. */
export function callOfRow(id: string): string | null {
  return id.startsWith(comingPrefix) ? id.slice(comingPrefix.length) : null;
}

/** What a row is called. */
export function nameOfRow(floor: Floor, id: string): string {
  const callId = callOfRow(id);
  const agentId = callId === null ? id : (floor.backupCalls.get(callId)?.agentId ?? callId);
  return floor.agents.get(agentId)?.name ?? agentId;
}

/** Who is shown, in order: on the floor, then elsewhere, then on their way. */
export function agentRowsOf(floor: Floor): string[] {
  const coming = floor.backupCallList.filter(
    (call) => call.state === "requested" || call.state === "accepted",
  );
  const comingIds = new Set(coming.map((call) => call.agentId));
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (const { id, state } of floor.agentList) {
    if (isHere(state)) here.push(id);
    else if (!comingIds.has(id)) elsewhere.push(id);
  }
  return [...here, ...elsewhere, ...coming.map((call) => comingPrefix + call.id)];
}

function isHere(state: AgentState): boolean {
  return isOnFloor(state) || state === "paused";
}
