/** Collects the names of the sites and services that a file tells, so that screens need not show keys. */
import { type Channel, channelSchema } from "../../../shared/domain/channel.ts";
import type { Directory } from "../../../shared/domain/directory.ts";
import type { Mapping, Value } from "./mapping.ts";
import { compileValue, type ReadText, type Scope } from "./value.ts";

export interface DirectoryReader {
  /** Takes note of the site and service of a row whose events are sound. */
  read(cells: readonly string[]): void;
  /** What came since the last call; null where nothing did. */
  take(): Directory | null;
}

/** The directory as the store has it, and the way to add to it. */
export interface DirectoryPort {
  directory(): Promise<Directory>;
  putDirectory(directory: Directory): Promise<void>;
}

export function createDirectoryReader(scope: Scope, mapping: Mapping): DirectoryReader {
  const compile = (value: Value | undefined, path: string): ReadText =>
    value === undefined ? () => "" : compileValue(scope, value, path);
  const site = compile(mapping.site, "site");
  const siteName = compile(mapping.siteName, "siteName");
  const service = compile(mapping.service, "service");
  const serviceName = compile(mapping.serviceName, "serviceName");
  const channel = compile(mapping.channel, "channel");
  const seenSites = new Set<string>();
  const seenServices = new Map<string, Set<string>>();
  let sites: Directory["sites"] = [];
  let services = new Map<string, Directory["services"][number]>();

  function readService(cells: readonly string[]): void {
    const id = service(cells);
    if (id === "") return;
    const by = channel(cells);
    let channels = seenServices.get(id);
    if (channels?.has(by)) return;
    channels ??= new Set();
    seenServices.set(id, channels.add(by));
    services.set(id, {
      id,
      name: serviceName(cells) || id,
      channels: [...channels].filter(isChannel),
      targets: [],
    });
  }

  return {
    read(cells) {
      const id = site(cells);
      if (id !== "" && !seenSites.has(id)) {
        seenSites.add(id);
        sites.push({ id, name: siteName(cells) || id, timeZone: mapping.timeZone });
      }
      readService(cells);
    },
    take() {
      if (sites.length === 0 && services.size === 0) return null;
      const found = { sites, services: [...services.values()], roster: [] };
      sites = [];
      services = new Map();
      return found;
    },
  };
}

function isChannel(text: string): text is Channel {
  return channelSchema.safeParse(text).success;
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
