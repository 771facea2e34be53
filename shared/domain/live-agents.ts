/** The agents of the live floor, and which case each has at hand. */
import { type Agent, type AgentFold, isOnFloor, servedServiceIds } from "./agent.ts";
import type { FloorAgent, FloorCase } from "./floor.ts";
import type { ServiceStaff } from "./live-service.ts";

/** Agents by id, with the cases that they have at hand. */
export class LiveAgents {
  readonly #agents = new Map<string, Agent>();
  /** Cases at hand by agent, the latest last: one may be on hold while another is served. */
  readonly #atHand = new Map<string, Set<string>>();

  /** Replaces an agent; gives the one before. */
  set({ agent }: AgentFold): Agent | undefined {
    const before = this.#agents.get(agent.id);
    this.#agents.set(agent.id, agent);
    return before;
  }

  get(id: string): Agent | undefined {
    return this.#agents.get(id);
  }

  ids(): string[] {
    return [...this.#agents.keys()];
  }

  /** Follows a case from one row to the next; gives the agents for whom something changed. */
  follow(before: FloorCase | undefined, after: FloorCase | undefined): string[] {
    const was = before !== undefined && isAtHand(before) ? before : undefined;
    const is = after !== undefined && isAtHand(after) ? after : undefined;
    if (was?.agentId === is?.agentId && was?.state === is?.state) return [];
    const touched = new Set<string>();
    if (was?.agentId != null) {
      this.#atHand.get(was.agentId)?.delete(was.id);
      touched.add(was.agentId);
    }
    if (is?.agentId != null) {
      const cases = this.#atHand.get(is.agentId) ?? new Set();
      this.#atHand.set(is.agentId, cases.add(is.id));
      touched.add(is.agentId);
    }
    return [...touched];
  }

  /** Who of a site is on the floor and serves a service, and how many of them are free. */
  staffOf(siteId: string, serviceId: string): ServiceStaff {
    let on = 0;
    let available = 0;
    for (const agent of this.#agents.values()) {
      if (agent.siteId !== siteId || !isOnFloor(agent.state)) continue;
      if (!servedServiceIds(agent).includes(serviceId)) continue;
      on += 1;
      if (agent.state === "available" && this.#caseAtHand(agent.id) === null) available += 1;
    }
    return { on, available };
  }

  /** The agent's row on the floor. */
  row(agent: Agent, backupCallId: string | null): FloorAgent {
    const caseId = this.#caseAtHand(agent.id);
    return {
      ...agent,
      // A feed may know the cases but not the states of its agents.
      state: agent.state === "available" && caseId !== null ? "serving" : agent.state,
      caseId,
      backupCallId,
    };
  }

  #caseAtHand(agentId: string): string | null {
    return [...(this.#atHand.get(agentId) ?? [])].at(-1) ?? null;
  }
}

function isAtHand(row: FloorCase): boolean {
  return (
    row.state === "serving" || row.state === "called" || (row.state === "on_hold" && row.startedAtMs !== null)
  );
}
