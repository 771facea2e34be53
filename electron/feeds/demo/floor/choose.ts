/** Who is next, and who takes it. Pure. */
import type { DemoAgent, DemoCase } from "./world.ts";
import { serves } from "./world.ts";

/**
 * The waiting case that an agent takes next: those named for the agent first, then by priority,
 * people before e-mails, then by the citizen's whole wait. A case that is named for somebody else
 * who is present is left to them.
 */
export function chooseCase(
  agent: DemoAgent,
  cases: Iterable<DemoCase>,
  isPresent: (agentId: string) => boolean,
): DemoCase | undefined {
  let best: DemoCase | undefined;
  for (const record of cases) {
    if (record.state !== "waiting" || !mayTake(agent, record, isPresent)) continue;
    if (best === undefined || isBefore(record, best, agent)) best = record;
  }
  return best;
}

/** The available agent who takes a case that has just joined its queue: the longest idle. */
export function chooseAgent(
  record: DemoCase,
  agents: Iterable<DemoAgent>,
  isPresent: (agentId: string) => boolean,
): DemoAgent | undefined {
  let best: DemoAgent | undefined;
  for (const agent of agents) {
    if (agent.state !== "available" || !mayTake(agent, record, isPresent)) continue;
    if (best === undefined || agent.idleSinceMs < best.idleSinceMs) best = agent;
  }
  return best;
}

function mayTake(agent: DemoAgent, record: DemoCase, isPresent: (agentId: string) => boolean): boolean {
  const named = record.namedAgentId;
  if (named === agent.id) return true;
  return serves(agent, record) && (named === null || !isPresent(named));
}

function isBefore(a: DemoCase, b: DemoCase, agent: DemoAgent): boolean {
  const rank =
    Number(b.namedAgentId === agent.id) - Number(a.namedAgentId === agent.id) ||
    b.priority - a.priority ||
    Number(a.channel === "email") - Number(b.channel === "email") ||
    a.waitSinceMs - b.waitSinceMs;
  return rank < 0;
}
