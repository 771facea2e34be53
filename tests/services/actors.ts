/** People of a small house, one per role, for services that ask who asks. */
import type { Actor } from "../../shared/domain/actor.ts";
import type { Role } from "../../shared/domain/role.ts";

export const agentAlice: Actor = person("alice-b", "Alice B.", ["agent"], "alice");
export const agentBob: Actor = person("bob-l", "Bob L.", ["agent"], "bob");
export const leadClaire: Actor = { ...person("claire", "Claire", ["team_lead"]), teamAgentIds: ["alice"] };
export const supervisorNadia: Actor = person("nadia", "Nadia F.", ["supervisor"]);
export const managerOmar: Actor = person("omar", "Omar T.", ["manager"]);
export const administratorIda: Actor = person("ida", "Ida M.", ["administrator"]);

function person(personId: string, name: string, roles: Role[], agentId: string | null = null): Actor {
  return { personId, name, roles, agentId, teamAgentIds: [] };
}

/** An access that answers for whoever the test seats. */
export function seatOf(first: Actor) {
  let current = first;
  return {
    actor: () => current,
    seat(actor: Actor) {
      current = actor;
    },
  };
}
