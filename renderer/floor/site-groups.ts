/** Services of several sites as groups: the rows of their table. */
import type { FloorService } from "../../shared/domain/floor.ts";
import { serviceKeyOf } from "./floor-store.ts";

const siteRowPrefix = "site:";

/** Key of the row that stands above the services of a site. */
export function siteRowKey(siteId: string): string {
  return siteRowPrefix + siteId;
}

/** Whether a row of the services table is about a whole site. */
export function isSiteRow(key: string | number): boolean {
  return String(key).startsWith(siteRowPrefix);
}

/** The site that such a row is about. */
export function siteOfRow(key: string): string {
  return key.slice(siteRowPrefix.length);
}

/** The sites that services belong to, each once, in the order in which they first appear. */
export function siteIdsOf(services: readonly FloorService[]): string[] {
  return [...new Set(services.map((service) => service.siteId))];
}

export interface ServiceRowItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
}

/**
 * The rows of the services table in order. With several sites a row for each site stands above its
 * services.
 *
 * @param services sorted site by site
 * @param isGrouped whether sites have rows of their own, where fewer services are shown than there are
 */
export function serviceRows(
  services: readonly FloorService[],
  siteNameOf: (siteId: string) => string,
  isGrouped = siteIdsOf(services).length > 1,
): ServiceRowItem[] {
  const siteIds = siteIdsOf(services);
  return siteIds.flatMap((siteId) => {
    const own = services
      .filter((service) => service.siteId === siteId)
      .map((service) => ({ id: serviceKeyOf(service), label: service.name }));
    return !isGrouped ? own : [{ id: siteRowKey(siteId), label: siteNameOf(siteId) }, ...own];
  });
}
