/** Coaching sessions: asking for them, planning them, saying what came of them. */
import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type CoachingSession,
  type CoachingSessionDraft,
  type CoachingSessionOutcome,
  isPlannedOn,
} from "../../../shared/domain/coaching-session.ts";
import { addDays, startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { useClient } from "../../client/client.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { queryKey } from "../../client/queries.ts";
import { useMay } from "../../client/session.ts";
import { systemTimeZone, useToday } from "../../client/use-today.ts";
import { saveFile } from "../../exports/save-file.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { showToast } from "../../ui/toast.tsx";

export function useSessions(fromMs: number, toMs: number) {
  const client = useClient();
  const may = useMay();
  return useQuery({
    enabled: may("coachingSession", "list"),
    queryKey: queryKey("coachingSession", "list", fromMs, toMs),
    queryFn: () => client.coachingSession.list({ fromMs, toMs }),
  });
}

/** Sessions that are to be held today. */
export function useTodaysSessions(): readonly CoachingSession[] {
  const timeZone = useTimeZone() ?? systemTimeZone();
  const today = useToday(timeZone);
  const fromMs = startOfLocalDateMs(today, timeZone);
  const sessions = useSessions(fromMs, startOfLocalDateMs(addDays(today, 1), timeZone)).data ?? [];
  return sessions.filter((session) => isPlannedOn(session, today, timeZone));
}

/** Plans a session (id null), or moves one. */
export function useSaveSession() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { readonly id: string | null; readonly draft: CoachingSessionDraft }) =>
      id === null ? client.coachingSession.plan(draft) : client.coachingSession.replan({ id, draft }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queryKey("coachingSession") });
      showToast({ title: t`Séance enregistrée` });
    },
  });
}

export function useSettleSession() {
  const { t } = useLingui();
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (outcome: CoachingSessionOutcome) => client.coachingSession.settle(outcome),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queryKey("coachingSession") });
      showToast({ title: t`Bilan de la séance enregistré` });
    },
  });
}

/** Saves the calendar file of one session, or (null) of all that are planned. */
export function useSaveCalendar() {
  const client = useClient();
  const sentenceOf = useFaultSentence();
  return useMutation({
    mutationFn: (id: string | null) => client.coachingSession.calendar({ id }),
    onSuccess: saveFile,
    onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }),
  });
}

export function usePreparation(sessionId: string) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("coachingSession", "preparation", sessionId),
    queryFn: () => client.preparation.open({ sessionId }),
    // Each look is written into the audit: it is asked for once each time the sheet is opened.
    gcTime: 0,
  });
}
