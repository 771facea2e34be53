import { Trans, useLingui } from "@lingui/react/macro";
import { abandonment } from "../../shared/domain/chart-abandonment.ts";
import type { FigureRow } from "../../shared/domain/figure.ts";
import type { Report } from "../../shared/domain/report.ts";
import { useFormat } from "../ui/format.ts";
import { useReportFormat } from "./report-format.ts";

interface KeyFigure {
  readonly title: string;
  readonly value: string;
  readonly detail: string;
  readonly before: string | null;
}

/** The four figures of the period, each beside that of the period before, and one sentence that says it. */
export function KeyFigures({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const { figures } = report;
  const shown = useKeyFigures(report);
  if (figures === null) return null;
  return (
    <section aria-label={t`Chiffres clés`}>
      <Lead report={report} figures={figures} />
      <dl className="report-figures">
        {shown.map(({ title, value, detail, before }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="report-value number">{value}</dd>
            <dd className="number">{detail}</dd>
            <dd className="report-before number">{before ?? t`pas de chiffre avant`}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useKeyFigures({ figures, before }: Report): KeyFigure[] {
  const { t } = useLingui();
  const format = useFormat();
  if (figures === null) return [];
  const orDash = (value: number | null, write: (value: number) => string) =>
    value === null ? "–" : write(value);
  const past = (
    row: FigureRow | null,
    read: (row: FigureRow) => number | null,
    write: (value: number) => string,
  ) => {
    const value = row === null ? null : read(row);
    if (value === null) return null;
    const written = write(value);
    return t`avant : ${written}`;
  };
  const median = orDash(figures.waitP50Seconds, format.duration);
  const inTarget = format.number(figures.inTarget);
  const counted = format.number(figures.targetBase);
  const gone = format.number(figures.abandoned);
  const came = format.number(figures.arrivals + figures.transfersIn);
  return [
    {
      title: t`Personnes venues`,
      value: format.number(figures.arrivals),
      detail: t`${format.number(figures.served)} servies`,
      before: past(before, (row) => row.arrivals, format.number),
    },
    {
      title: t`Attente, 9 sur 10`,
      value: orDash(figures.waitP90Seconds, format.duration),
      detail: t`médiane ${median}`,
      before: past(before, (row) => row.waitP90Seconds, format.duration),
    },
    {
      title: t`Servis dans l’objectif`,
      value: orDash(figures.serviceLevel, format.percent),
      detail: t`${inTarget} sur ${counted}`,
      before: past(before, (row) => row.serviceLevel, format.percent),
    },
    {
      title: t`Abandons`,
      value: orDash(abandonment(figures), format.percent),
      detail: t`${gone} sur ${came}`,
      before: past(before, abandonment, format.percent),
    },
  ];
}

/** What a reader takes away who reads nothing else. */
function Lead({ report, figures }: { readonly report: Report; readonly figures: FigureRow }) {
  const format = useFormat();
  const { signed } = useReportFormat();
  const { before, period } = report;
  const arrivals = format.number(figures.arrivals);
  const level = figures.serviceLevel === null ? null : format.percent(figures.serviceLevel);
  if (level === null) {
    return (
      <p className="report-lead">
        <Trans>{arrivals} personnes sont venues.</Trans>
      </p>
    );
  }
  if (before === null || before.arrivals === 0 || before.serviceLevel === null) {
    return (
      <p className="report-lead">
        <Trans>
          {arrivals} personnes sont venues ; {level} ont été servies dans l’objectif.
        </Trans>
      </p>
    );
  }
  const change = signed(100 * (figures.arrivals / before.arrivals - 1));
  const points = signed(100 * ((figures.serviceLevel ?? 0) - before.serviceLevel));
  return (
    <p className="report-lead">
      {period === "month" ? (
        <Trans>
          {arrivals} personnes sont venues ({change} % par rapport au mois d’avant) ; {level} ont été servies
          dans l’objectif ({points} points).
        </Trans>
      ) : (
        <Trans>
          {arrivals} personnes sont venues ({change} % par rapport à la semaine d’avant) ; {level} ont été
          servies dans l’objectif ({points} points).
        </Trans>
      )}
    </p>
  );
}
