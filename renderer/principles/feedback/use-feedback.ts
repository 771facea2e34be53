/** What the screen asks about how citizens felt treated. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useClient, type VigieClient } from "../../client/client.ts";
import { queryKey, useSettings } from "../../client/queries.ts";
import { serverNowMs } from "../../client/server-clock.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const periods = ["month", "quarter", "year"] as const;
export type FeedbackPeriod = (typeof periods)[number];

const periodDays: Record<FeedbackPeriod, number> = { month: 31, quarter: 92, year: 366 };

export interface FeedbackView {
  readonly period: FeedbackPeriod;
  readonly serviceId: string | null;
}

/** How people felt treated, as the console tells it. */
export type FeedbackOverview = Awaited<ReturnType<VigieClient["feedback"]["overview"]>>;

/** The period in which an instant is shown; a quarter where none is asked for. */
export function periodSince(atMs: number | null): FeedbackPeriod {
  return atMs !== null && serverNowMs() - atMs > (periodDays.quarter - 1) * dayMs ? "year" : "quarter";
}

/** From so many days ago until now, on whole hours, so that a question stays the same question for a while. */
function useQuestion({ period, serviceId }: FeedbackView) {
  const siteId = useSettings().data?.siteId ?? null;
  const toMs = Math.ceil(serverNowMs() / hourMs) * hourMs;
  return { fromMs: toMs - periodDays[period] * dayMs, toMs, siteId, serviceId };
}

export function useFeedback(view: FeedbackView) {
  const client = useClient();
  const question = useQuestion(view);
  return useQuery({
    queryKey: queryKey("figure", "feedback", question),
    queryFn: () => client.feedback.overview(question),
    placeholderData: keepPreviousData,
  });
}

export function useFeltWords(view: FeedbackView, treated: number | null) {
  const client = useClient();
  const question = { ...useQuestion(view), treated };
  return useQuery({
    queryKey: queryKey("figure", "felt-words", question),
    queryFn: () => client.feedback.words(question),
    placeholderData: keepPreviousData,
  });
}
