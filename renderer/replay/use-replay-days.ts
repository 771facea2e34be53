/** Which days can be played again, and what there is to see on one of them. */
import { useQuery } from "@tanstack/react-query";
import { useClient } from "../client/client.ts";

/** What is known of a day is asked for again after so long: alerts and actions of today go on. */
const freshMs = 30_000;

/** Local dates on which something happened, oldest first; undefined while they are looked for, or why they can't be. */
export function useReplayDays(siteId: string | null, isActive: boolean) {
  const client = useClient();
  const { data, error } = useQuery({
    queryKey: ["replay", "days", siteId],
    queryFn: () => client.replay.days({ siteId }),
    enabled: isActive,
    staleTime: freshMs,
  });
  return { days: data, error };
}

/** A day as its scrubber shows it; `date` null asks for nothing. */
export function useReplayDay(siteId: string | null, date: string | null) {
  const client = useClient();
  const { data, error } = useQuery({
    queryKey: ["replay", "day", siteId, date],
    queryFn: () => client.replay.day({ siteId, date: date ?? "" }),
    enabled: date !== null,
    staleTime: freshMs,
    retry: false,
  });
  return { day: data, error };
}
