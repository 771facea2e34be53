/** What the trends show, read from the address. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import { type Channel, channels } from "../../shared/domain/channel.ts";
import type { Service } from "../../shared/domain/service.ts";
import { localDate } from "../../shared/queueing/intervals.ts";
import { useDirectory, useSettings } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { readTrendView, settled, type TrendView, writeTrendView } from "./trend-view.ts";

/** Where no site is known yet. */
const defaultTimeZone = "Europe/Paris";

export interface Trends {
  /** False until it is known which sites and channels there are. */
  readonly isReady: boolean;
  readonly view: TrendView;
  /** Goes to another view; the back button takes it back. */
  readonly setView: (view: TrendView) => void;
  /** Goes to another view that is no step of its own for the back button. */
  readonly adjustView: (view: TrendView) => void;
  /** Today in the site's time zone. */
  readonly today: string;
  readonly timeZone: string;
}

/** The view in the address, and how to change it. */
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
  const setView = useCallback(
    (next: TrendView) => setParameters(writeTrendView(settled(view, next))),
    [setParameters, view],
  );
  const adjustView = useCallback(
    (next: TrendView) => setParameters(writeTrendView(next), { replace: true }),
    [setParameters],
  );
  const isReady = settings !== undefined && directory !== undefined;
  return { isReady, view, setView, adjustView, today, timeZone };
}

/**
 * The channel that is shown first: waits of minutes at a counter and of days in a mailbox say
 * nothing together, so all channels at once are shown only when asked for.
 */
function mainChannel(services: readonly Service[]): Channel | null {
  return channels.find((channel) => services.some((service) => service.channels.includes(channel))) ?? null;
}
