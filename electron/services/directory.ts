/** Sites, services, agents and the backup roster. */
import { seesHouse } from "../../shared/domain/actor.ts";
import type { Agent } from "../../shared/domain/agent.ts";
import type { BackupPerson, Directory, DirectoryDraft } from "../../shared/domain/directory.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";

/** Where no site is known yet. */
export const defaultTimeZone = "Europe/Paris";

export interface DirectoryService {
  /**
   * What there is. An agent is told of no colleague's state, and not where or when people are reached:
   * those are for who runs the floor.
   */
  get(): Promise<Directory & { agents: Agent[] }>;
  put(change: DirectoryDraft): Promise<Directory>;
  removePerson(agentId: string): Promise<Directory>;
}

/** Makes the directory of a store. */
export function createDirectory(store: Store, access: Pick<AccessService, "actor">): DirectoryService {
  return {
    async get() {
      const actor = access.actor();
      const known = await store.directory();
      const agents = (await store.agents()).map(({ agent }) => named(agent, known.roster));
      if (seesHouse(actor)) return { ...known, agents };
      const own = agents.filter(({ id }) => id === actor.agentId);
      return { ...known, roster: known.roster.map(withoutContact), agents: own };
    },
    async put(change) {
      await store.putDirectory(change);
      return store.directory();
    },
    async removePerson(agentId) {
      await store.removeBackupPerson(agentId);
      return store.directory();
    },
  };
}

/** An agent whom no feed has named yet, under the name that the backup roster has for them. */
export function named<T extends Pick<Agent, "id" | "name">>(
  agent: T,
  roster: readonly Pick<BackupPerson, "agentId" | "name">[],
): T {
  const known = roster.find(({ agentId }) => agentId === agent.id);
  return known === undefined || agent.name !== agent.id ? agent : { ...agent, name: known.name };
}

function withoutContact(person: BackupPerson): BackupPerson {
  return { ...person, email: null, phone: null, hours: null, travelMinutes: null };
}

/** The name of a site or service; its key where nobody has entered it. */
export function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id;
}

/** The time zone of a site; of the first site where none is named. */
export function timeZoneOf(directory: Directory, siteId: string | null): string {
  const site = siteId === null ? directory.sites[0] : directory.sites.find((one) => one.id === siteId);
  return site?.timeZone ?? defaultTimeZone;
}

/** What of `wanted` is not known yet. */
export function onlyNew(wanted: Directory, known: Directory): Directory {
  const sites = new Set(known.sites.map((site) => site.id));
  const services = new Set(known.services.map((service) => service.id));
  const people = new Set(known.roster.map((person) => person.agentId));
  return {
    sites: wanted.sites.filter((site) => !sites.has(site.id)),
    services: wanted.services.filter((service) => !services.has(service.id)),
    roster: wanted.roster.filter((person) => !people.has(person.agentId)),
  };
}
