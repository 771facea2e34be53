/** On whose behalf something is done. */
import { type Role, roles } from "./role.ts";

export interface Actor {
  /** The person who is signed in; null in a house where no people are entered, and for the console's own work. */
  readonly personId: string | null;
  /** The name that goes on actions and notes. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The agent that this person is on the floor; null where they serve nobody. */
  readonly agentId: string | null;
  /** The agents of the own team; null where everybody counts as such. */
  readonly teamAgentIds: readonly string[] | null;
}

/**
 * Whoever sits at a console where no people are entered yet: every role, and no agent of their own.
 * The console's own work, such as a scheduled report, is done as this one too.
 */
export function openHouse(name: string): Actor {
  return { personId: null, name, roles, agentId: null, teamAgentIds: null };
}

/** Where people are entered, whoever is not signed in. */
export const nobody: Actor = { personId: null, name: "", roles: [], agentId: null, teamAgentIds: [] };

export function hasRole(actor: Pick<Actor, "roles">, role: Role): boolean {
  return actor.roles.includes(role);
}

/** Whether the actor sees the floor and its past; somebody who is an agent alone does not. */
export function seesHouse(actor: Pick<Actor, "roles">): boolean {
  return actor.roles.some((role) => role !== "agent");
}

/** Whether an agent belongs to those that the actor coaches. */
export function coaches(actor: Actor, agentId: string): boolean {
  return hasRole(actor, "team_lead") && (actor.teamAgentIds === null || actor.teamAgentIds.includes(agentId));
}

/** The key under which what somebody wrote is theirs; stays the same while nobody is entered. */
export function authorKey(actor: Actor): string {
  return actor.personId ?? "console";
}
