/** What the trends show, read from the address, and the figures for it. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import { type Channel, channels } from "../../shared/domain/channel.ts";
import type { Service } from "../../shared/domain/service.ts";
import { localDate } from "../../shared/queueing/intervals.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory, useSettings } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { dayPoints, intervalPoints, type TrendPoint, withTargets } from "./series.ts";
import { daysOf, instantsOf, readTrendView, type TrendView, writeTrendView } from "./trend-view.ts";

/** Where no site is known yet. */
const defaultTimeZone = "Europe/Paris";

export interface Trends {
  /** False until it is known which sites and channels there are. */
  readonly isReady: boolean;
  readonly view: TrendView;
  readonly setView: (view: TrendView) => void;
  /** Today in the site's time zone. */
  readonly today: string;
  readonly timeZone: string;
}

/** The view in the address, and how to change it; each change can be taken back with the back button. */
export function useTrends(): Trends {
  const [parameters, setParameters] = useSearchParams();
  const settings = useSettings().data;
  const directory = useDirectory().data;
  const siteId = settings?.siteId ?? null;
  const sites = directory?.sites;
  const channel = mainChannel(directory?.services ?? []);
  const named = parameters.get("site") ?? siteId;
  const timeZone = (sites?.find((site) => site.id === named) ?? sites?.[0])?.timeZone ?? defaultTimeZone;
  const today = useAtTick((nowMs) => localDate(nowMs, timeZone));
  const view = useMemo(
    () => readTrendView(parameters, { today, siteId, channel }),
    [parameters, today, siteId, channel],
  );
  const setView = useCallback((next: TrendView) => setParameters(writeTrendView(next)), [setParameters]);
  const isReady = settings !== undefined && directory !== undefined;
  return { isReady, view, setView, today, timeZone };
}

/**
 * The channel that is shown first: waits of minutes at a counter and of days in a mailbox say
 * nothing together, so all channels at once are shown only when asked for.
 */
function mainChannel(services: readonly Service[]): Channel | null {
  return channels.find((channel) => services.some((service) => service.channels.includes(channel))) ?? null;
}

/** The figures of a view: one row for the whole of it, and one point per quarter hour or day. */
export function useTrendFigures({ view, timeZone, isReady }: Pick<Trends, "view" | "timeZone" | "isReady">) {
  const client = useClient();
  const service = useDirectory().data?.services.find((one) => one.id === view.serviceId);
  const range = daysOf(view);
  const { siteId, serviceId, channel, base } = view;
  const asked = { ...instantsOf(range, timeZone), base, siteId, serviceId, channel };
  const by = view.period === "day" ? "interval" : "day";
  const total = useQuery({
    queryKey: queryKey("figure", "total", asked),
    queryFn: () => client.figure.query({ ...asked, by: "total" }),
    placeholderData: (previous) => previous,
    enabled: isReady,
  });
  const series = useQuery({
    queryKey: queryKey("figure", by, asked),
    queryFn: () => client.figure.query({ ...asked, by }),
    placeholderData: (previous, query) => (query?.queryKey[1] === by ? previous : undefined),
    enabled: isReady,
  });
  const rows = series.data?.rows;
  const { firstDate, lastDate } = range;
  const points = useMemo((): readonly TrendPoint[] | undefined => {
    if (rows === undefined) return undefined;
    const bare =
      by === "interval" ? intervalPoints(rows) : dayPoints(rows, { firstDate, lastDate }, timeZone);
    return withTargets(bare, service, channel);
  }, [rows, by, firstDate, lastDate, timeZone, service, channel]);
  return {
    points,
    total: total.data?.rows[0],
    definitionsVersion: total.data?.definitionsVersion,
    error: series.error ?? total.error,
    isUpdating: series.isPlaceholderData || total.isPlaceholderData,
    retry: () => Promise.all([series.refetch(), total.refetch()]),
  };
}
