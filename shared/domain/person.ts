/** Somebody who signs in: what they may do, and whom they coach. */
import { z } from "zod";
import type { Actor } from "./actor.ts";
import { roleSchema } from "./role.ts";

export const personSchema = z.object({
  id: z.string().min(1).max(128),
  name: z.string().trim().min(1).max(80),
  roles: z.array(roleSchema).min(1),
  /** The agent that this person is on the floor; null where they serve nobody. */
  agentId: z.string().min(1).max(128).nullable(),
  /** The agents of the own team; null where everybody counts as such. */
  teamAgentIds: z.array(z.string().min(1).max(128)).max(500).nullable(),
  /** Whoever has left keeps their name on what they wrote, and signs in no more. */
  isActive: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** Short enough to be typed several times a day, long enough to withstand guessing at this console's pace. */
export const shortestPassphrase = 10;

export const passphraseSchema = z.string().min(shortestPassphrase).max(256);

/** Who a signed-in person is in everything they do. */
export function actorOf({ id, name, roles, agentId, teamAgentIds }: Person): Actor {
  return { personId: id, name, roles, agentId, teamAgentIds };
}

/** Whether somebody could still let others in, were these the people of the house. */
export function hasAdministrator(people: readonly Person[]): boolean {
  return people.some((person) => person.isActive && person.roles.includes("administrator"));
}
