/** Sites, services, agents and the backup roster. */
import type { Agent } from "../../shared/domain/agent.ts";
import type { Directory, DirectoryDraft } from "../../shared/domain/directory.ts";
import type { Store } from "../store/store.ts";

/** Where no site is known yet. */
export const defaultTimeZone = "Europe/Paris";

export interface DirectoryService {
  get(): Promise<Directory & { agents: Agent[] }>;
  put(change: DirectoryDraft): Promise<Directory>;
  removePerson(agentId: string): Promise<Directory>;
}

/** Makes the directory of a store. */
export function createDirectory(store: Store): DirectoryService {
  return {
    async get() {
      const agents = await store.agents();
      return { ...(await store.directory()), agents: agents.map((fold) => fold.agent) };
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
