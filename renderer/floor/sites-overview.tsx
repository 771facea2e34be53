import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { GridList, GridListItem } from "react-aria-components";
import { needsPerson, type OpenAlert } from "../../shared/domain/alert.ts";
import { useOpenAlerts } from "../alerts/use-alerts.ts";
import { useChangeSettings } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { LevelMark, LevelShape } from "../ui/level-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { shareLevel } from "./judge.ts";
import { RunningWait } from "./running.tsx";
import { siteIdsOf } from "./site-groups.ts";
import { useSiteName, useSiteTotals } from "./use-sites.ts";
import { shareWords } from "./words.ts";
import "./sites-overview.css";

/** All sites at a glance, while the floor shows several; choosing one shows its floor. */
export const SitesOverview = memo(function SitesOverview() {
  const { t } = useLingui();
  const listed = useFloor((floor) => JSON.stringify(siteIdsOf(floor.serviceList)));
  const change = useChangeSettings();
  const alerts = useOpenAlerts();
  const nameOf = useSiteName();
  const siteIds: string[] = JSON.parse(listed);
  if (siteIds.length < 2) return null;
  const cards = siteIds
    .map((id) => ({ id, name: nameOf(id), alerts: alerts.filter((alert) => isAbout(alert, id)) }))
    // Where a person is needed comes first, out of twenty sites too.
    .sort(
      (a, b) => b.alerts.length - a.alerts.length || a.name.localeCompare(b.name, "fr", { numeric: true }),
    );
  return (
    <GridList
      className="sites-overview"
      layout="grid"
      aria-label={t`Accueils`}
      items={cards}
      onAction={(id) => change.mutate({ siteId: String(id) })}
    >
      {({ id, name, alerts: own }) => (
        <GridListItem id={id} textValue={name} className="site-card">
          <SiteCard siteId={id} name={name} alerts={own} />
        </GridListItem>
      )}
    </GridList>
  );
});

function isAbout({ subject }: OpenAlert, siteId: string): boolean {
  return subject.kind !== "feed" && subject.siteId === siteId;
}

interface SiteCardProps {
  readonly siteId: string;
  readonly name: string;
  readonly alerts: readonly OpenAlert[];
}

function SiteCard({ siteId, name, alerts }: SiteCardProps) {
  const format = useFormat();
  const { queueLength, longest, agentsOn } = useSiteTotals(siteId);
  return (
    <>
      <div className="site-line">
        <strong className="site-card-name">{name}</strong>
        <small className="number">
          <Plural value={agentsOn} _0="aucun agent" one="# agent" other="# agents" />
        </small>
        <AlertCount alerts={alerts} />
      </div>
      <div className="site-figures number">
        <span>
          <strong>{format.number(queueLength)}</strong> <Trans>en attente</Trans>
        </span>
        {longest?.longestWaitSinceMs == null ? (
          <span>–</span>
        ) : (
          <RunningWait sinceMs={longest.longestWaitSinceMs} targetSeconds={longest.targetSeconds} />
        )}
        <SiteLevel siteId={siteId} />
      </div>
    </>
  );
}

function AlertCount({ alerts }: { readonly alerts: readonly OpenAlert[] }) {
  const asking = useAtTick((nowMs) => alerts.filter((alert) => needsPerson(alert, nowMs)).length);
  if (asking === 0) return null;
  return (
    <span className="level-mark level-bad number">
      <LevelShape level="bad" />
      <Plural value={asking} one="# alerte" other="# alertes" />
    </span>
  );
}

function SiteLevel({ siteId }: { readonly siteId: string }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { levelNow, wantedShare } = useSiteTotals(siteId);
  if (levelNow.share === null) return <span>–</span>;
  const level = shareLevel(levelNow, wantedShare ?? 0);
  const share = format.percent(levelNow.share);
  return (
    <LevelMark level={level} word={i18n._(shareWords[level])}>
      {t`${share} à temps`}
    </LevelMark>
  );
}
