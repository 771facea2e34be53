import { useDirectory, useSettings } from "../client/queries.ts";

/** The time zone of a site (of the chosen site, else of the only one); null: the system's. */
export function useTimeZone(siteId?: string): string | null {
  const directory = useDirectory().data;
  const chosen = useSettings().data?.siteId ?? null;
  const sites = directory?.sites ?? [];
  const wanted = siteId ?? chosen;
  const site = wanted === null ? sites[0] : sites.find((one) => one.id === wanted);
  return site?.timeZone ?? null;
}
