import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FeedHealth, isHistory } from "../../shared/domain/feed.ts";
import { useClient } from "../client/client.ts";
import { queryKey } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { isStale, sourceName } from "../floor/staleness.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Unread } from "../shell/awaited.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Table } from "../ui/table.tsx";

/** Every source of events: whether it still speaks, and what it has said so far. */
export function FeedTable() {
  const { t } = useLingui();
  const client = useClient();
  const timeZone = useTimeZone();
  const { dateTime, number } = useFormat();
  const mayConnect = useMay()("import", "start");
  const answer = useQuery({ queryKey: queryKey("feed", "list"), queryFn: () => client.feed.list() });
  const feeds = answer.data;
  return (
    <Panel title={t`Flux`} detail={t`d’où viennent les événements`} className="data-wide">
      {feeds === undefined ? (
        <Unread
          question={answer}
          rows={2}
          label={t`Les flux arrivent`}
          failure={t`Les flux n’ont pas pu être lus.`}
        />
      ) : feeds.length === 0 ? (
        <EmptyState title={t`Aucun événement reçu pour l’instant.`}>
          {mayConnect
            ? t`Branchez un système avec l’adresse et le jeton ci-dessous, importez un fichier, ou lancez le plateau de démonstration.`
            : t`Chaque flux paraît ici dès son premier événement.`}
        </EmptyState>
      ) : (
        <div className="data-table">
          <Table
            label={t`Flux`}
            rows={feeds}
            keyOf={(feed) => feed.source}
            columns={[
              {
                id: "source",
                title: t`Source`,
                render: (feed) => (
                  <>
                    <strong>{sourceName(feed.source)}</strong> <small>{feed.source}</small>
                  </>
                ),
              },
              { id: "state", title: t`État`, render: (feed) => <FeedState feed={feed} /> },
              {
                id: "received",
                title: t`Dernière réception`,
                isNumber: true,
                render: (feed) => dateTime(feed.lastReceivedAtMs, timeZone),
              },
              {
                id: "event",
                title: t`Dernier événement`,
                isNumber: true,
                render: (feed) => dateTime(feed.lastEventAtMs, timeZone),
              },
              {
                id: "count",
                title: t`Événements`,
                isNumber: true,
                render: (feed) => number(feed.eventCount),
              },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

function FeedState({ feed }: { readonly feed: FeedHealth }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const stale = useAtTick((nowMs) => isStale(feed, nowMs));
  const age = useAtTick((nowMs) => duration((nowMs - feed.lastReceivedAtMs) / 1_000));
  if (isHistory(feed)) return <StateMark shape="check">{t`Historique importé`}</StateMark>;
  return stale ? (
    <StateMark shape="triangle" tone="warn">{t`Muet depuis ${age}`}</StateMark>
  ) : (
    <StateMark shape="disc" tone="good">{t`Actif, il y a ${age}`}</StateMark>
  );
}
