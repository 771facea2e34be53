/** Questions about alerts, and what can be done about them. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { OpenAlert, SnoozeMinutes } from "../../shared/domain/alert.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey, useSettings } from "../client/queries.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { showToast } from "../ui/toast.tsx";

const weekMs = 7 * 24 * 60 * 60 * 1_000;
const mostLogged = 200;
const none: readonly OpenAlert[] = [];

/**
 * Alerts of the chosen site that hold now, the longest standing first.
 *
 * @param refreshMs how often their present values are asked for; null: only with each change
 */
export function useOpenAlerts(refreshMs: number | null = null): readonly OpenAlert[] {
  const client = useClient();
  const siteId = useSettings().data?.siteId ?? null;
  const answer = useQuery({
    queryKey: queryKey("alert", "list", siteId),
    queryFn: () => client.alert.list({ siteId }),
    refetchInterval: refreshMs ?? false,
  });
  return answer.data ?? none;
}

/** Alerts of the last seven days, newest first; undefined while they are being read. */
export function useAlertLog() {
  const client = useClient();
  const siteId = useSettings().data?.siteId ?? null;
  return useQuery({
    queryKey: queryKey("alert", "log", siteId),
    queryFn: () => {
      const nowMs = serverNowMs();
      return client.alert.log({ siteId, fromMs: nowMs - weekMs, toMs: nowMs + 60_000, limit: mostLogged });
    },
  });
}

export function useAlertRules() {
  const client = useClient();
  return useQuery({ queryKey: queryKey("alert", "rules"), queryFn: () => client.alert.rules() }).data;
}

/** What a person can do about an alert; says so where it failed. */
export function useAlertActions() {
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const { mutate } = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
  return {
    acknowledge: (id: string) => mutate(() => client.alert.acknowledge({ id })),
    snooze: (id: string, minutes: SnoozeMinutes) => mutate(() => client.alert.snooze({ id, minutes })),
    assign: (id: string, to: string) => mutate(() => client.alert.assign({ id, to })),
  };
}
