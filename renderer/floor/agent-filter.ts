/** Which agents of many are shown. */
import type { AgentState } from "../../shared/domain/agent.ts";
import { callOfRow, nameOfRow } from "./agent-rows.ts";
import { fits } from "./fits.ts";
import type { Floor } from "./floor-store.ts";

export interface AgentFilter {
  /** Part of a name. */
  readonly text: string;
  /** Null: in any state. */
  readonly state: AgentState | null;
}

/** Shows everybody. */
export const noAgentFilter: AgentFilter = { text: "", state: null };

/** Whether the row of somebody is shown; whoever is still on their way is in no state. */
export function fitsAgent(floor: Floor, id: string, { text, state }: AgentFilter): boolean {
  const isInState = state === null || (callOfRow(id) === null && floor.agents.get(id)?.state === state);
  return isInState && fits(text, nameOfRow(floor, id));
}
