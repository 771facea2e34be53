/** Adds the sites and services that a file tells of, without touching what somebody entered. */
import type { Directory } from "../../shared/domain/directory.ts";

/** The directory as the store has it, and the way to add to it. */
export interface DirectoryPort {
  directory(): Promise<Directory>;
  putDirectory(directory: Directory): Promise<void>;
}

/**
 * Adds what a file tells. Names, time zones and targets that somebody entered stay as they are:
 * only what is missing, or was added under its bare key, is filled in.
 */
export async function addToDirectory(port: DirectoryPort, found: Directory): Promise<void> {
  const existing = await port.directory();
  const sites = found.sites.filter((site) => {
    const known = existing.sites.find((other) => other.id === site.id);
    return known === undefined || known.name === known.id;
  });
  const services = found.services.flatMap((service) => {
    const known = existing.services.find((other) => other.id === service.id);
    if (known === undefined) return [service];
    const channels = [...new Set([...known.channels, ...service.channels])];
    if (known.name !== known.id && channels.length === known.channels.length) return [];
    return [{ ...known, name: known.name === known.id ? service.name : known.name, channels }];
  });
  if (sites.length > 0 || services.length > 0) await port.putDirectory({ sites, services, roster: [] });
}
