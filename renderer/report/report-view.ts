/** Which report is shown; kept in the address. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import { channels } from "../../shared/domain/channel.ts";
import type { ChartQuestion } from "../../shared/domain/chart.ts";
import { daysBetween } from "../../shared/domain/chart-points.ts";
import { type ReportQuestion, rangeBefore, reportPeriods, reportRange } from "../../shared/domain/report.ts";
import { addDays, localDate } from "../../shared/queueing/intervals.ts";
import { useDirectory, useSettings } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";

/** Where no site is known yet. */
const defaultTimeZone = "Europe/Paris";
/** What the address says for all sites; no site has an empty key. */
const everySite = "";

/** Reads it from the address; what is missing is the last whole week of the site that the floor shows. */
export function readReportView(
  parameters: URLSearchParams,
  defaults: { readonly today: string; readonly siteId: string | null },
): ReportQuestion {
  const period = reportPeriods.find((one) => one === parameters.get("period")) ?? "week";
  const given = parameters.get("date");
  const date =
    given !== null && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))
      ? given
      : rangeBefore(period, reportRange(period, defaults.today).firstDate).firstDate;
  const site = parameters.get("site");
  return {
    period,
    date: reportRange(period, date).firstDate,
    siteId: site === null ? defaults.siteId : site === everySite ? null : site,
    channel: channels.find((one) => one === parameters.get("channel")) ?? null,
  };
}

export function writeReportView({ period, date, siteId, channel }: ReportQuestion): URLSearchParams {
  return new URLSearchParams({
    period,
    date,
    site: siteId ?? everySite,
    ...(channel === null ? {} : { channel }),
  });
}

/** Where the report of the week or month stands that a chart is about. */
export function reportAddress({ firstDate, lastDate, siteId, channel }: ChartQuestion): string {
  const period = daysBetween(firstDate, lastDate) < 7 ? "week" : "month";
  const date = reportRange(period, firstDate).firstDate;
  return `/report?${writeReportView({ period, date, siteId, channel })}`;
}

/** The period before (−1) or after (1). */
export function stepReport(view: ReportQuestion, by: -1 | 1): ReportQuestion {
  const { firstDate, lastDate } = reportRange(view.period, view.date);
  return {
    ...view,
    date: by === 1 ? addDays(lastDate, 1) : rangeBefore(view.period, firstDate).firstDate,
  };
}

export interface ReportViewState {
  /** False until it is known which sites there are. */
  readonly isReady: boolean;
  readonly view: ReportQuestion;
  readonly setView: (view: ReportQuestion) => void;
}

export function useReportView(): ReportViewState {
  const [parameters, setParameters] = useSearchParams();
  const settings = useSettings().data;
  const sites = useDirectory().data?.sites;
  const siteId = settings?.siteId ?? null;
  const named = parameters.get("site") ?? siteId;
  const timeZone = (sites?.find((site) => site.id === named) ?? sites?.[0])?.timeZone ?? defaultTimeZone;
  const today = useAtTick((nowMs) => localDate(nowMs, timeZone));
  const view = useMemo(() => readReportView(parameters, { today, siteId }), [parameters, today, siteId]);
  const setView = useCallback(
    (next: ReportQuestion) => setParameters(writeReportView(next)),
    [setParameters],
  );
  return { isReady: settings !== undefined && sites !== undefined, view, setView };
}
