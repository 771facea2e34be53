import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { InterventionList } from "../../shared/contract/intervention.ts";
import type { BackupEffect } from "../../shared/domain/backup-effect.ts";
import { useDirectory } from "../client/queries.ts";
import { useWaitWords } from "../outlook/wait-words.ts";
import { Panel } from "../ui/panel.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import type { TrendFormat } from "./trend-format.ts";

/** What calls for backup did to the wait, beside what was foreseen when they were made. */
export function BackupEffects(props: { readonly list: InterventionList; readonly format: TrendFormat }) {
  const { t } = useLingui();
  const waitWords = useWaitWords();
  const services = useDirectory().data?.services ?? [];
  const { list, format } = props;
  if (list.backups.length === 0) return null;
  const orNone = (seconds: number | null) => (seconds === null ? "–" : format.wait(seconds));
  const counted = (words: string, n: number) => {
    const count = format.count(n);
    return t`${words} (n = ${count})`;
  };
  const columns: TableColumn<BackupEffect>[] = [
    {
      id: "when",
      title: t`Demandé`,
      render: (one) => <span className="number">{format.moment(one.atMs)}</span>,
    },
    {
      id: "service",
      title: t`Démarche`,
      render: (one) => services.find((service) => service.id === one.serviceId)?.name ?? one.serviceId,
    },
    { id: "asked", title: t`Demandés`, isNumber: true, render: (one) => format.count(one.askedCount) },
    {
      id: "arrived",
      title: t`Arrivé`,
      isNumber: true,
      render: (one) => (one.arrivedAtMs === null ? t`personne` : format.time(one.arrivedAtMs)),
    },
    {
      id: "before",
      title: t`Attente avant`,
      isNumber: true,
      render: (one) => counted(orNone(one.before.waitP50Seconds), one.before.count),
    },
    {
      id: "without",
      title: t`Prévu sans renfort`,
      isNumber: true,
      render: (one) => waitWords(one.foreseenWithout.nextArrival),
    },
    {
      id: "with",
      title: t`Prévu avec`,
      isNumber: true,
      render: (one) => waitWords(one.foreseenWith.nextArrival),
    },
    {
      id: "after",
      title: t`Attente après`,
      isNumber: true,
      render: (one) => (
        <>
          {counted(orNone(one.outcome.waitP50Seconds), one.outcome.count)}
          {one.isOver ? null : <small> {t`jusqu’ici`}</small>}
        </>
      ),
    },
  ];
  const shown = list.backups.length;
  return (
    <Panel
      title={t`Renforts : prévu et réel`}
      detail={t`médianes ; avant : l’heure précédente, après : l’heure suivante`}
      className="chart-panel chart-panel-wide backup-effects"
    >
      <div className="chart-table">
        <Table
          label={t`Renforts : prévu et réel`}
          columns={columns}
          rows={list.backups}
          keyOf={(one) => one.id}
        />
      </div>
      {list.backupTotal > shown ? (
        <p className="chart-sentence">
          <Trans>
            Les <Plural value={shown} one="# dernier appel" other="# derniers appels" /> sur{" "}
            {list.backupTotal}.
          </Trans>
        </p>
      ) : null}
    </Panel>
  );
}
