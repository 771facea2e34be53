/**
 * How much of each agent's time a queue has. People with several skills serve wherever the need is, but a model
 * of one queue wants to know its own staff: every agent's time is shared out once, so that two services never
 * plan with the same hour.
 */

/** Someone on the floor, and what they could serve. */
export interface AllocatableAgent {
  readonly id: string;
  /** Services that they may serve; whoever has none listed counts nowhere. */
  readonly serviceIds: readonly string[];
  /** Ready to take a case at once. */
  readonly isFree: boolean;
}

/** Agents counted for one service. */
export interface AllocatedStaff {
  /** Whole people, busy and free, who have `pace` of their time for it. */
  readonly serving: number;
  readonly free: number;
  /** Above 0, at most 1. */
  readonly pace: number;
}

/** A service without work still has a little of whoever could serve it, in erlangs. */
const leastLoad = 0.05;
const rounds = 30;

/**
 * Shares the agents' time out so that services have the same work per agent, as far as skills allow: each agent
 * divides their time in proportion to weights, which are raised where work per agent is above the others'
 * (iterative proportional fitting).
 *
 * @param loadOf work of a service in erlangs (agents it would keep busy)
 * @returns whole agents' worth of time per service
 */
export function shareStaff(
  agents: readonly AllocatableAgent[],
  loadOf: (serviceId: string) => number,
): Map<string, number> {
  const serviceIds = [...new Set(agents.flatMap((agent) => agent.serviceIds))];
  const loads = new Map(serviceIds.map((id) => [id, Math.max(leastLoad, loadOf(id))]));
  const weights = new Map(loads);
  const capacities = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    capacities.clear();
    for (const agent of agents) {
      const total = agent.serviceIds.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
      for (const id of agent.serviceIds) {
        capacities.set(id, (capacities.get(id) ?? 0) + (weights.get(id) ?? 0) / total);
      }
    }
    for (const [id, capacity] of capacities) {
      const need = (loads.get(id) ?? leastLoad) / capacity;
      weights.set(id, (weights.get(id) ?? 0) * Math.sqrt(need));
    }
  }
  return capacities;
}

/** A service's share as whole people who have part of their time for it; undefined where it has nobody. */
export function staffOfShare(
  serviceId: string,
  capacity: number | undefined,
  agents: readonly AllocatableAgent[],
): AllocatedStaff | undefined {
  if (capacity === undefined || capacity <= 0) return undefined;
  // Rounding to the next person would make two half-time people out of one and a little.
  const people = Math.max(1, Math.ceil(capacity - leastLoad));
  const freePeople = agents.filter((agent) => agent.isFree && agent.serviceIds.includes(serviceId)).length;
  const free = Math.min(people, freePeople);
  return { serving: people - free, free, pace: Math.min(1, capacity / people) };
}
