import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type BackupFigure, fewestCalls, type Spread } from "../../shared/domain/backup-figures.ts";
import { useClient } from "../client/client.ts";
import { queryKey, useDirectory } from "../client/queries.ts";
import { Unread } from "../shell/awaited.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Explain } from "../ui/explain.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { Table } from "../ui/table.tsx";

/** How quickly calls were answered and people came, over the last 30 days; never per person. */
export function FiguresPanel({ siteId }: { readonly siteId: string | null }) {
  const { t } = useLingui();
  const client = useClient();
  const format = useFormat();
  const directory = useDirectory().data;
  const figures = useQuery({
    queryKey: queryKey("backup", "figures", siteId),
    queryFn: () => client.backup.figures({ siteId }),
  });
  const rows = figures.data;
  if (rows === undefined) {
    return (
      <Panel title={t`Délais de réponse`} detail={t`30 derniers jours`}>
        <Unread
          question={figures}
          rows={2}
          label={t`Les délais se chargent`}
          failure={t`Les délais n’ont pas pu être lus.`}
        />
      </Panel>
    );
  }
  const isEmpty = rows.every(({ calls }) => calls === 0);
  const nameOf = ({ serviceId }: BackupFigure) =>
    serviceId === null
      ? t`Toutes les démarches`
      : (directory?.services.find(({ id }) => id === serviceId)?.name ?? serviceId);
  const spread = ({ n, medianSeconds, p90Seconds }: Spread) => (
    <SpreadCell
      n={n}
      words={
        medianSeconds === null || p90Seconds === null
          ? null
          : t`${format.duration(medianSeconds)} · 9 sur 10 en ${format.duration(p90Seconds)}`
      }
    />
  );
  return (
    <Panel title={t`Délais de réponse`} detail={t`30 derniers jours`} actions={<Definitions />}>
      {isEmpty ? (
        <EmptyState title={t`Aucun appel terminé depuis 30 jours`}>
          {t`Les délais paraissent ici, par démarche et jamais par personne.`}
        </EmptyState>
      ) : (
        <div className="figures-table">
          <Table
            label={t`Délais de réponse`}
            rows={rows}
            keyOf={({ serviceId }) => serviceId ?? ""}
            columns={[
              { id: "service", title: t`Démarche`, render: nameOf },
              { id: "calls", title: t`Appels`, isNumber: true, render: ({ calls }) => format.number(calls) },
              {
                id: "accepted",
                title: t`Acceptés`,
                isNumber: true,
                render: ({ acceptedShare }) =>
                  acceptedShare === null ? <small>{t`trop peu`}</small> : format.percent(acceptedShare),
              },
              { id: "answer", title: t`Réponse`, isNumber: true, render: ({ answer }) => spread(answer) },
              { id: "arrival", title: t`Arrivée`, isNumber: true, render: ({ arrival }) => spread(arrival) },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

function SpreadCell({ n, words }: { readonly n: number; readonly words: string | null }) {
  const { t } = useLingui();
  return (
    <>
      {words === null ? <small>{t`trop peu`}</small> : words} <small>n = {n}</small>
    </>
  );
}

function Definitions() {
  const { t } = useLingui();
  return (
    <Explain label={t`Définition : délais de réponse`} title={t`Délais de réponse`}>
      <p>{t`Acceptés : appels acceptés ÷ appels dont l’issue est connue (acceptés, déclinés, sans réponse).`}</p>
      <p>{t`Réponse : de l’appel au oui ou au non. Médiane et 9 sur 10, exacts par rang.`}</p>
      <p>{t`Arrivée : du oui à l’arrivée sur place.`}</p>
      <p>{t`Moins de ${fewestCalls} : rien n’est montré, pour ne parler de personne.`}</p>
    </Explain>
  );
}
