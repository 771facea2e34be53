/** Whose record somebody may follow: their own, and those of the agents they coach. */
import { type Actor, coaches } from "../../shared/domain/actor.ts";
import { Fault } from "../../shared/faults.ts";

/** Whether somebody may read what was agreed with an agent. */
export function follows(actor: Actor, agentId: string): boolean {
  return coaches(actor, agentId) || actor.agentId === agentId;
}

/** @throws Fault `forbidden` where the agent is not of the actor's team */
export function refuseUnlessCoached(actor: Actor, agentId: string): void {
  if (coaches(actor, agentId)) return;
  throw new Fault("forbidden", "This agent is not of your team; nothing was changed.", { agentId });
}
