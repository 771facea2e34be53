/** The cells of the row that sums up a site, above its services. */
import { useFormat } from "../ui/format.ts";
import { RunningWait } from "./running.tsx";
import { Share } from "./service-cells.tsx";
import { useSiteName, useSiteTotals } from "./use-sites.ts";

export interface SiteCellProps {
  readonly siteId: string;
}

export function SiteName({ siteId }: SiteCellProps) {
  const name = useSiteName()(siteId);
  return (
    <strong className="service-name" title={name}>
      {name}
    </strong>
  );
}

export function SiteQueueLength({ siteId }: SiteCellProps) {
  const format = useFormat();
  return <strong>{format.number(useSiteTotals(siteId).queueLength)}</strong>;
}

export function SiteLongestWait({ siteId }: SiteCellProps) {
  const { longest } = useSiteTotals(siteId);
  if (longest?.longestWaitSinceMs == null) return <span>–</span>;
  return <RunningWait sinceMs={longest.longestWaitSinceMs} targetSeconds={longest.targetSeconds} />;
}

export function SiteLevelNow({ siteId }: SiteCellProps) {
  const { levelNow, wantedShare } = useSiteTotals(siteId);
  return <Share level={levelNow} wantedShare={wantedShare ?? 0} />;
}

export function SiteLevelToday({ siteId }: SiteCellProps) {
  const { levelToday, wantedShare } = useSiteTotals(siteId);
  return <Share level={levelToday} wantedShare={wantedShare ?? 0} isPlain />;
}

export function SiteAbandoned({ siteId }: SiteCellProps) {
  const format = useFormat();
  const { abandonedShare } = useSiteTotals(siteId);
  return <span>{abandonedShare === null ? "–" : format.percent(abandonedShare)}</span>;
}

export function SiteAgents({ siteId }: SiteCellProps) {
  return <span>{useSiteTotals(siteId).agentsOn}</span>;
}
