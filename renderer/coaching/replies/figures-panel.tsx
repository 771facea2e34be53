import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { ReplyFigure } from "../../../shared/domain/reply-figures.ts";
import { Bars } from "../../principles/feedback/bars.tsx";
import { useMonthWords } from "../../principles/feedback/month-words.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { useReplyFigures } from "./use-replies.ts";
import { useServiceName } from "./words.ts";

/** How personal replies are: figures of the house or of a service, never of one person. */
export function FiguresPanel({ serviceId }: { readonly serviceId: string | null }) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const title = t`Part personnelle`;
  return (
    <Panel
      title={title}
      detail={asTable ? undefined : t`6 mois`}
      className="chart-panel reply-figures"
      actions={
        <ToggleButton
          className="chart-toggle"
          isSelected={asTable}
          onChange={setAsTable}
          aria-label={t`Tableau : ${title}`}
        >
          {t`Tableau`}
        </ToggleButton>
      }
    >
      <Awaited
        question={useReplyFigures(serviceId)}
        rows={6}
        label={t`Les réponses sont analysées`}
        failure={t`Les chiffres n’ont pas pu être lus.`}
      >
        {(figures) => <Figures figures={figures} isOfHouse={serviceId === null} asTable={asTable} />}
      </Awaited>
    </Panel>
  );
}

function Figures(props: {
  readonly figures: NonNullable<ReturnType<typeof useReplyFigures>["data"]>;
  /** Of all services, which are then listed each. */
  readonly isOfHouse: boolean;
  readonly asTable: boolean;
}) {
  const { t } = useLingui();
  const { figures, isOfHouse, asTable } = props;
  const { number, percent } = useFormat();
  const monthWords = useMonthWords();
  const serviceName = useServiceName();
  const [thisMonth, lastMonth] = figures.months.filter((row) => row.replyCount !== null).toReversed();
  const share = (value: number | null) => (value === null ? "–" : percent(value));
  const count = ({ replyCount }: ReplyFigure) => (replyCount === null ? t`moins de 5` : number(replyCount));
  const figureColumns = [
    {
      id: "share",
      title: t`Part`,
      isNumber: true,
      render: (row: ReplyFigure) => <b>{share(row.medianPersonalShare)}</b>,
    },
    { id: "count", title: "n", isNumber: true, render: count },
  ];
  return (
    <>
      {thisMonth === undefined ? (
        <p className="reply-figure-none">{t`Moins de cinq réponses par mois : rien n’est montré, cela parlerait d’une seule personne.`}</p>
      ) : (
        <div className="reply-figure">
          <p className="reply-figure-label">{monthWords.long(thisMonth.month ?? "")}</p>
          <p className="reply-figure-value number">{share(thisMonth.medianPersonalShare)}</p>
          <p className="reply-figure-detail number">
            n = {count(thisMonth)}
            {lastMonth === undefined ? null : (
              <>
                {" · "}
                <Trans>
                  {share(lastMonth.medianPersonalShare)} en {monthWords.long(lastMonth.month ?? "")}
                </Trans>
              </>
            )}
          </p>
        </div>
      )}
      {asTable ? (
        <div className="chart-table">
          <Table
            label={t`Part personnelle par mois`}
            rows={figures.months}
            keyOf={({ month }) => month ?? ""}
            columns={[
              {
                id: "month",
                title: t`Mois`,
                render: ({ month }) => monthWords.long(month ?? ""),
              },
              ...figureColumns,
            ]}
          />
        </div>
      ) : thisMonth === undefined ? null : (
        <Bars
          label={t`Part personnelle par mois`}
          height={130}
          max={1}
          points={figures.months.slice(-6).map(({ month, medianPersonalShare }) => ({
            key: month ?? "",
            label: monthWords.short(month ?? ""),
            value: medianPersonalShare,
            text: share(medianPersonalShare),
          }))}
        />
      )}
      {!isOfHouse || figures.services.length < 2 ? null : (
        <Table
          label={t`Part personnelle par démarche`}
          rows={figures.services.slice(1)}
          keyOf={(row) => row.serviceId ?? ""}
          columns={[
            { id: "service", title: t`Démarche`, render: (row) => serviceName(row.serviceId ?? "") },
            ...figureColumns,
          ]}
        />
      )}
      <p className="coaching-reminder">
        {t`Médiane de la part des mots hors des passages (cinq mots et plus) qui se trouvent aussi dans un texte type ou dans une réponse antérieure. Jamais par agent.`}
      </p>
    </>
  );
}
