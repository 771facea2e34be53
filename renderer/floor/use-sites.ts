/** Sites as wholes, on this page. */
import { useCallback } from "react";
import { useDirectory } from "../client/queries.ts";
import { useFloor } from "./floor-context.tsx";
import type { SiteTotals } from "./site-totals.ts";

/** The figures of a whole site; the same until one of them changes. */
export function useSiteTotals(siteId: string): SiteTotals {
  return useFloor((floor) => floor.siteTotalsOf(siteId));
}

/** Gives the name of a site; its key where nobody named it. */
export function useSiteName(): (siteId: string) => string {
  const sites = useDirectory().data?.sites;
  return useCallback((siteId: string) => sites?.find((site) => site.id === siteId)?.name ?? siteId, [sites]);
}
