/** Sites as wholes, on this page. */
import { useCallback, useMemo } from "react";
import { useDirectory } from "../client/queries.ts";
import { useFloor } from "./floor-context.tsx";
import { type SiteTotals, siteTotals } from "./site-groups.ts";

/** The figures of a whole site; renewed with the floor. */
export function useSiteTotals(siteId: string): SiteTotals {
  const services = useFloor((floor) => floor.serviceList);
  const agents = useFloor((floor) => floor.agentList);
  return useMemo(() => siteTotals(siteId, services, agents), [siteId, services, agents]);
}

/** Gives the name of a site; its key where nobody named it. */
export function useSiteName(): (siteId: string) => string {
  const sites = useDirectory().data?.sites;
  return useCallback((siteId: string) => sites?.find((site) => site.id === siteId)?.name ?? siteId, [sites]);
}
