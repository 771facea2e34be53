/** The answers that the charts of the trends are drawn from. */
import { useQuery } from "@tanstack/react-query";
import type { ChartQuestion } from "../../shared/domain/chart.ts";
import { comparedRange } from "../../shared/domain/chart-compare.ts";
import { instantsOf } from "../../shared/domain/chart-points.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { daysOf } from "./trend-days.ts";
import { comparedDateOf, questionOf, stepOf } from "./trend-question.ts";
import type { TrendView } from "./trend-view.ts";
import type { Trends } from "./use-trends.ts";

/** The table of a chart; the one before stays while another is on its way, if it was of the same chart and step. */
export function useChart(question: ChartQuestion, isReady: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: queryKey("figure", "chart", question.chart, question.step, question),
    queryFn: () => client.chart.table(question),
    placeholderData: (previous, query) =>
      query?.queryKey[2] === question.chart && query.queryKey[3] === question.step ? previous : undefined,
    enabled: isReady,
  });
}

/** The table of a chart of the view. */
export function useViewChart(trends: Pick<Trends, "view" | "isReady">, chart: ChartQuestion["chart"]) {
  return useChart(questionOf(trends.view, chart), trends.isReady);
}

/** One row of figures for the whole period, and one for the period that is set beside it. */
export function useTotals({ view, timeZone, isReady }: Pick<Trends, "view" | "timeZone" | "isReady">) {
  const client = useClient();
  const { siteId, serviceId, channel, base } = view;
  const range = daysOf(view);
  const comparedDate = comparedDateOf(view);
  const rest = { by: "total", base, siteId, serviceId, channel } as const;
  const asked = { ...instantsOf(range, timeZone), ...rest };
  const own = useQuery({
    queryKey: queryKey("figure", "total", asked),
    queryFn: () => client.figure.query(asked),
    placeholderData: (previous) => previous,
    enabled: isReady,
  });
  const beside =
    comparedDate === null
      ? null
      : { ...instantsOf(comparedRange(stepOf(view), range, comparedDate), timeZone), ...rest };
  const compared = useQuery({
    queryKey: queryKey("figure", "total", beside),
    queryFn: () => (beside === null ? null : client.figure.query(beside)),
    enabled: isReady && beside !== null,
  });
  return {
    own: own.data?.rows[0],
    compared: beside === null ? undefined : compared.data?.rows[0],
    definitionsVersion: own.data?.definitionsVersion,
    error: own.error,
    retry: () => own.refetch(),
  };
}

/** What people did about the queues in the period. */
export function useInterventions({ view, isReady }: Pick<Trends, "view" | "isReady">) {
  const client = useClient();
  const { siteId, serviceId } = view;
  const asked = { ...daysOf(view), step: stepOf(view), siteId, serviceId };
  return useQuery({
    queryKey: queryKey("intervention", "list", asked),
    queryFn: () => client.intervention.list(asked),
    placeholderData: (previous, query) =>
      (query?.queryKey[2] as typeof asked | undefined)?.step === asked.step ? previous : undefined,
    enabled: isReady,
  }).data;
}

/** What the view shows beside the period; used by titles. */
export function comparedDaysOf(view: TrendView) {
  const comparedDate = comparedDateOf(view);
  return comparedDate === null ? null : comparedRange(stepOf(view), daysOf(view), comparedDate);
}
