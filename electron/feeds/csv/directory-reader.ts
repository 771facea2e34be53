/** Collects the names of the sites and services that a file tells, so that screens need not show keys. */
import { type Channel, channelSchema } from "../../../shared/domain/channel.ts";
import type { Directory } from "../../../shared/domain/directory.ts";
import type { Mapping, Value } from "../../../shared/domain/import-mapping.ts";
import { compileValue, type ReadText, type Scope } from "./value.ts";

export interface DirectoryReader {
  /** Takes note of the site and service of a row whose events are sound. */
  read(cells: readonly string[]): void;
  /** What came since the last call; null where nothing did. */
  take(): Directory | null;
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
