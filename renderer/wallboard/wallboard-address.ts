/** The address of a wallboard: `#/wallboard?site=hotel-de-ville&services=passeports,etat-civil`. */

export interface WallboardChoice {
  /** Null: every site. */
  readonly siteId: string | null;
  /** In the order in which they are shown; null: every service there is. */
  readonly serviceIds: readonly string[] | null;
}

/** Reads the address; what it does not say means everything. */
export function readWallboard(parameters: URLSearchParams): WallboardChoice {
  const services = (parameters.get("services") ?? "").split(",").filter((id) => id !== "");
  return {
    siteId: parameters.get("site") || null,
    serviceIds: services.length === 0 ? null : services.map(decodeURIComponent),
  };
}

/** The address of a choice. A comma in a key is written so that it does not part two keys. */
export function wallboardAddress({ siteId, serviceIds }: WallboardChoice): string {
  const parameters = new URLSearchParams();
  if (siteId !== null) parameters.set("site", siteId);
  if (serviceIds !== null) parameters.set("services", serviceIds.map(encodeURIComponent).join(","));
  const search = parameters.toString();
  return search === "" ? "/wallboard" : `/wallboard?${search}`;
}
