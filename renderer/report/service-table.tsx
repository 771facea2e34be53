import { useLingui } from "@lingui/react/macro";
import { abandonment } from "../../shared/domain/chart-abandonment.ts";
import type { Report } from "../../shared/domain/report.ts";
import { useFormat } from "../ui/format.ts";

/** The same figures by service, those first to whom most came. */
export function ServiceTable({ report }: { readonly report: Report }) {
  const { t } = useLingui();
  const format = useFormat();
  if (report.services.length < 2) return null;
  const orDash = (value: number | null, write: (value: number) => string) =>
    value === null ? "–" : write(value);
  return (
    <table className="report-services number" aria-label={t`Par démarche`}>
      <thead>
        <tr>
          <th scope="col">{t`Démarche`}</th>
          <th scope="col">{t`Venues`}</th>
          <th scope="col">{t`Attente, 9 sur 10`}</th>
          <th scope="col">{t`Médiane`}</th>
          <th scope="col">{t`Dans l’objectif`}</th>
          <th scope="col">{t`Abandons`}</th>
          <th scope="col">{t`Traitement moyen`}</th>
        </tr>
      </thead>
      <tbody>
        {report.services.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>{format.number(row.arrivals + row.transfersIn)}</td>
            <td>{orDash(row.waitP90Seconds, format.duration)}</td>
            <td>{orDash(row.waitP50Seconds, format.duration)}</td>
            <td>{orDash(row.serviceLevel, format.percent)}</td>
            <td>{orDash(abandonment(row), format.percent)}</td>
            <td>{orDash(row.handleMeanSeconds, format.duration)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
