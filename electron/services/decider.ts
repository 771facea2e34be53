/** Who decides what becomes of what the floor proposes and reports. */
import { type Actor, hasRole } from "../../shared/domain/actor.ts";
import type { Role } from "../../shared/domain/role.ts";
import { Fault } from "../../shared/faults.ts";

const deciders: readonly Role[] = ["supervisor", "team_lead", "manager"];

export function isDecider(actor: Actor): boolean {
  return deciders.some((role) => hasRole(actor, role));
}

/** @throws Fault `forbidden` for anybody else than supervisors, team leads and managers */
export function refuseUnlessDecider(actor: Actor): void {
  if (isDecider(actor)) return;
  throw new Fault("forbidden", "Supervisors, team leads and managers decide this; nothing was changed.");
}
