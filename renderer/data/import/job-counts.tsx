import { Plural, useLingui } from "@lingui/react/macro";
import type { JobView } from "../../../shared/contract/import.ts";
import { useFormat } from "../../ui/format.ts";
import { isSaidInFull, useRejectReason } from "../use-reject-reason.ts";
import "./import-jobs.css";

/** What became of the rows of an import or a trial, in figures that add up. */
export function JobCounts({ job }: { readonly job: JobView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { counts, kind } = job;
  const { events } = counts;
  const figures = [
    { id: "rows", title: t`Lignes lues`, value: counts.rows },
    { id: "imported", title: kind === "trial" ? t`Comprises` : t`Reprises`, value: counts.importedRows },
    { id: "ignored", title: t`Laissées de côté`, value: counts.ignoredRows },
    { id: "rejected", title: t`Rejetées`, value: counts.rejectedRows },
    { id: "new", title: t`Événements nouveaux`, value: events.accepted },
    { id: "known", title: t`Déjà connus`, value: events.duplicates },
  ];
  return (
    <dl className="job-counts">
      {figures.map(({ id, title, value }) => (
        <div key={id} className={id === "rejected" && value > 0 ? "job-count-warn" : undefined}>
          <dt>{title}</dt>
          <dd className="number">{number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Why rows were rejected, with the first line of each kind. */
export function RejectReasons({ job }: { readonly job: JobView }) {
  const { t } = useLingui();
  const reasonOf = useRejectReason();
  const { reasons } = job.counts;
  if (reasons.length === 0) return null;
  return (
    <ol className="job-reasons" aria-label={t`Raisons des rejets`}>
      {reasons.map(({ fault, line, rows }) => (
        <li key={`${fault.code} ${String(fault.data["field"])} ${String(fault.data["problem"])}`}>
          <strong>
            <Plural value={rows} one="# ligne" other="# lignes" />
          </strong>
          <span>{reasonOf(fault)}</span>
          <small>
            {isSaidInFull(fault) ? (
              t`par exemple ligne ${line}`
            ) : (
              <>
                {t`par exemple ligne ${line} :`} <span lang="en">{fault.message}</span>
              </>
            )}
          </small>
        </li>
      ))}
    </ol>
  );
}
