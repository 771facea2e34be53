/** How many people could serve each service: what is left of "one team" when somebody is away. */
import type { Agent } from "./agent.ts";

/** From this level on, somebody serves a service alone. */
export const aloneLevel = 2;

export interface ServiceCover {
  readonly serviceId: string;
  /** People who serve it alone. */
  readonly people: number;
}

/** Each service with how many serve it alone, the fewest first; services that nobody has learnt are not known here. */
export function serviceCover(agents: readonly Pick<Agent, "skills">[]): ServiceCover[] {
  const counts = new Map<string, number>();
  for (const { serviceId, level } of agents.flatMap((agent) => agent.skills)) {
    counts.set(serviceId, (counts.get(serviceId) ?? 0) + (level >= aloneLevel ? 1 : 0));
  }
  return [...counts]
    .map(([serviceId, people]) => ({ serviceId, people }))
    .sort((a, b) => a.people - b.people || (a.serviceId < b.serviceId ? -1 : 1));
}
