import { useQuery } from "@tanstack/react-query";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { serverNowMs } from "../client/server-clock.ts";

const shownMs = 24 * 60 * 60_000;
/** What comes of an action goes on growing while its hour lasts. */
const renewMs = 15_000;

/** What people did at a site (null: at all) in the last 24 hours, newest first. */
export function useHistory(siteId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("action", "list", siteId),
    queryFn: () => {
      const nowMs = serverNowMs();
      return client.action.list({ siteId, fromMs: nowMs - shownMs, toMs: nowMs + 1 });
    },
    refetchInterval: renewMs,
  });
}
