import { plural } from "@lingui/core/macro";
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
  readonly beside: string | null;
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
        {shown.map(({ title, value, detail, beside }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="report-value number">{value}</dd>
            <dd className="number">{detail}</dd>
            {beside === null ? null : <dd className="report-before number">{beside}</dd>}
          </div>
        ))}
      </dl>
      <ComparisonNote report={report} />
    </section>
  );
}

function useKeyFigures({ figures, comparison }: Report): KeyFigure[] {
  const { t } = useLingui();
  const format = useFormat();
  if (figures === null) return [];
  const orDash = (value: number | null, write: (value: number) => string) =>
    value === null ? "–" : write(value);
  const beside = (read: (row: FigureRow) => number | null, write: (value: number) => string) => {
    if (comparison.kind !== "whole" && comparison.kind !== "first_days") return null;
    const before = orDash(read(comparison.before), write);
    if (comparison.kind === "whole") return t`avant : ${before}`;
    const own = orDash(read(comparison.figures), write);
    return t`sur ces jours : ${own}, avant ${before}`;
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
      beside: beside((row) => row.arrivals, format.number),
    },
    {
      title: t`Attente, 9 sur 10`,
      value: orDash(figures.waitP90Seconds, format.duration),
      detail: t`médiane ${median}`,
      beside: beside((row) => row.waitP90Seconds, format.duration),
    },
    {
      title: t`Servis dans l’objectif`,
      value: orDash(figures.serviceLevel, format.percent),
      detail: t`${inTarget} sur ${counted}`,
      beside: beside((row) => row.serviceLevel, format.percent),
    },
    {
      title: t`Abandons`,
      value: orDash(abandonment(figures), format.percent),
      detail: t`${gone} sur ${came}`,
      beside: beside(abandonment, format.percent),
    },
  ];
}

/** Which days stand beside which, or why none do. */
function ComparisonNote({ report: { comparison, period } }: { readonly report: Report }) {
  const { t } = useLingui();
  const format = useReportFormat();
  const words = () => {
    if (comparison.kind === "first_days") {
      const { days } = comparison;
      return period === "month"
        ? t`Le mois n’est pas fini : ${plural(days, { one: "son premier jour est comparé au premier", other: "ses # premiers jours sont comparés aux # premiers" })} du mois d’avant.`
        : t`La semaine n’est pas finie : ${plural(days, { one: "son premier jour est comparé au premier", other: "ses # premiers jours sont comparés aux # premiers" })} de la semaine d’avant.`;
    }
    if (comparison.kind === "nothing_over") return t`Aucune journée n’est encore finie : rien n’est comparé.`;
    if (comparison.kind === "nobody_before") return t`Personne n’est venu sur la période d’avant.`;
    if (comparison.kind === "not_known_before") {
      if (comparison.knownFromDate === null) {
        return t`Aucune journée finie n’est connue en entier : rien n’est comparé.`;
      }
      const date = format.date(comparison.knownFromDate);
      return t`Le premier jour connu en entier est le ${date}, après le début de la période d’avant : rien n’est comparé.`;
    }
    return null;
  };
  const note = words();
  return note === null ? null : <p className="report-comparison">{note}</p>;
}

/** What a reader takes away who reads nothing else. */
function Lead({ report, figures }: { readonly report: Report; readonly figures: FigureRow }) {
  const format = useFormat();
  const { signed } = useReportFormat();
  const { comparison, period } = report;
  const arrivals = format.number(figures.arrivals);
  const level = figures.serviceLevel === null ? null : format.percent(figures.serviceLevel);
  if (level === null) {
    return (
      <p className="report-lead">
        <Trans>{arrivals} personnes sont venues.</Trans>
      </p>
    );
  }
  const before = comparison.kind === "whole" ? comparison.before : null;
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
