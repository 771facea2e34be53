import { useQuery } from "@tanstack/react-query";
import type { ForeseenAction } from "../../shared/domain/floor-action.ts";
import type { BackupAdvice, ServiceOutlook } from "../../shared/domain/outlook.ts";
import { useClient } from "../client/client.ts";

/** The console works the outlook out anew as often. */
const renewMs = 20_000;

/** The coming two hours of the services of a site (null: of all). */
export function useOutlook(siteId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: ["outlook", siteId],
    queryFn: () => client.outlook.list({ siteId }),
    refetchInterval: renewMs,
  });
}

/** What an action would do, as long as nobody has decided; null: nothing to ask about yet. */
export function usePreview(siteId: string, action: ForeseenAction | null) {
  const client = useClient();
  return useQuery({
    queryKey: ["outlook", "preview", siteId, action],
    queryFn: () => (action === null ? null : client.outlook.preview({ siteId, action })),
    enabled: action !== null,
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });
}

export type AdvisedService = ServiceOutlook & { readonly advice: BackupAdvice };

/** Services for which backup is advised, the one with the most people beyond the target first. */
export function advisedServices(services: readonly ServiceOutlook[]): AdvisedService[] {
  return services.filter(isAdvised).sort((a, b) => beyondTarget(b) - beyondTarget(a));
}

function isAdvised(service: ServiceOutlook): service is AdvisedService {
  return service.advice !== null;
}

/** People of the coming two hours who would be served too late for the target to be kept. */
function beyondTarget({ intervals, targetShare }: ServiceOutlook): number {
  return intervals.reduce(
    (sum, { arrivals, serviceLevel }) =>
      sum + arrivals.expected * Math.max(0, targetShare - serviceLevel.expected),
    0,
  );
}
