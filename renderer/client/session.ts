/** Who sits before this page, and what they may do here. */
import { useQuery } from "@tanstack/react-query";
import { mayAsk, type Permissions } from "../../shared/contract/permission.ts";
import type { Role } from "../../shared/domain/role.ts";
import type { SessionState } from "../../shared/domain/session-state.ts";
import { useClient } from "./client.ts";
import { queryKey, useSettings } from "./queries.ts";

/** Asked again whenever people are added or changed; undefined until the console has answered. */
export function useSession(): SessionState | undefined {
  const client = useClient();
  return useQuery({ queryKey: queryKey("person", "session"), queryFn: () => client.session.current() }).data;
}

/** The roles of whoever sits there; none while nobody is known. */
export function useRoles(): readonly Role[] {
  const session = useSession();
  return session === undefined || session.state === "signed_out" ? [] : session.roles;
}

/** The name that goes on what is done here; null until it is known. */
export function useActorName(): string | null {
  const operatorName = useSettings().data?.operatorName ?? null;
  const session = useSession();
  return session?.state === "signed_in" ? session.name : operatorName;
}

/** The agent that somebody with the role of one is on the floor; null where they are none. */
export function useOwnAgentId(): string | null {
  const session = useSession();
  return session?.state === "signed_in" && session.roles.includes("agent") ? session.agentId : null;
}

/** Says whether a procedure would be answered; what would be refused is better not shown. */
export function useMay(): <N extends keyof Permissions>(
  noun: N,
  procedure: keyof Permissions[N] & string,
) => boolean {
  const roles = useRoles();
  return (noun, procedure) => mayAsk(roles, [noun, procedure]);
}

/** Says whether an agent belongs to the team of whoever sits there; what is about others would be refused. */
export function useCoaches(): (agentId: string) => boolean {
  const session = useSession();
  const teamAgentIds = session?.state === "signed_in" ? session.teamAgentIds : null;
  const leads = useMay()("note", "create");
  return (agentId) => leads && (teamAgentIds === null || teamAgentIds.includes(agentId));
}

/** Begins anew after somebody else has sat down: nothing of the one before stays in the page. */
export function beginAnew(): void {
  location.hash = "#/";
  location.reload();
}
