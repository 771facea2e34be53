/** What is entered of somebody who signs in. */
import { type Person, personSchema, shortestPassphrase } from "../../shared/domain/person.ts";
import type { Role } from "../../shared/domain/role.ts";

export interface PersonForm {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agentId: string | null;
  /** Null: everybody counts as the own team. */
  readonly teamAgentIds: readonly string[] | null;
  readonly isActive: boolean;
  /** Empty: stays as it is. */
  readonly passphrase: string;
}

export type PersonProblem = "name" | "roles" | "passphrase" | "agent";

/** The first person of a house has to be an administrator. */
export function personFormOf(person: Person | null, isFirst: boolean): PersonForm {
  if (person !== null) return { ...person, passphrase: "" };
  const roles: Role[] = isFirst ? ["administrator"] : [];
  return { name: "", roles, agentId: null, teamAgentIds: null, isActive: true, passphrase: "" };
}

/** The person that was entered, or what is still wrong. */
export function personOf(
  form: PersonForm,
  id: string,
  isNew: boolean,
):
  | { readonly person: Person; readonly passphrase: string | null }
  | { readonly wrong: readonly PersonProblem[] } {
  const { passphrase, teamAgentIds, ...rest } = form;
  const wrong: PersonProblem[] = [
    ...(form.name.trim() === "" ? (["name"] as const) : []),
    ...(form.roles.length === 0 ? (["roles"] as const) : []),
    ...(form.roles.includes("agent") && form.agentId === null ? (["agent"] as const) : []),
    ...((isNew || passphrase !== "") && passphrase.length < shortestPassphrase
      ? (["passphrase"] as const)
      : []),
  ];
  if (wrong.length > 0) return { wrong };
  const team = form.roles.includes("team_lead") ? teamAgentIds : null;
  const person = personSchema.parse({ ...rest, id, teamAgentIds: team });
  return { person, passphrase: passphrase === "" ? null : passphrase };
}
