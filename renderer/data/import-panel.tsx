import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Disclosure, DisclosurePanel, Heading, Button as TriggerButton } from "react-aria-components";
import { useLocation } from "wouter";
import type { JobView } from "../../shared/contract/import.ts";
import { isActive } from "../../shared/domain/import-job.ts";
import { byWatchedFolder } from "../../shared/domain/watched-folder.ts";
import { useConsoleStatus } from "../client/queries.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { ChevronDown } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { JobFault } from "./import/job-fault.tsx";
import { JobProgress } from "./import/job-progress.tsx";
import { JobState } from "./import/job-state.tsx";
import { SavedMappings } from "./import/saved-mappings.tsx";
import { useImportJobs, useJobActions } from "./import/use-import-jobs.ts";
import { ImportHelp } from "./import-help.tsx";
import "./import/import-jobs.css";
import "./import/mapping-plan.css";
import "./import/import.css";

/** The way into the import assistant, and the imports so far. */
export function ImportPanel() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const location = useConsoleStatus().data?.location;
  const imports = useImportJobs()?.filter(({ kind }) => kind === "import");
  return (
    <Panel
      title={t`Imports`}
      detail={t`CSV, TSV ou Excel`}
      actions={
        <Button variant="soft" onPress={() => navigate("/data/import")}>
          {t`Importer un fichier…`}
        </Button>
      }
    >
      {imports === undefined ? (
        <Skeleton rows={2} label={t`Les imports arrivent`} />
      ) : imports.length === 0 ? (
        <EmptyState title={t`Aucun fichier importé pour l’instant.`}>
          {t`L’export d’une borne de tickets ou d’un standard suffit : l’assistant devine ses colonnes et montre ce qu’elles deviennent avant d’enregistrer quoi que ce soit.`}
        </EmptyState>
      ) : (
        <ul className="job-list" aria-label={t`Imports`}>
          {imports.map((job) => (
            <JobItem key={job.id} job={job} />
          ))}
        </ul>
      )}
      <SavedMappings />
      {location === undefined ? null : (
        <Disclosure className="plan-more import-help">
          <Heading level={3}>
            <TriggerButton slot="trigger" className="plan-more-button">
              <ChevronDown />
              {t`Depuis un terminal`}
            </TriggerButton>
          </Heading>
          <DisclosurePanel>
            <div className="data-body">
              <ImportHelp location={location} />
            </div>
          </DisclosurePanel>
        </Disclosure>
      )}
    </Panel>
  );
}

function JobItem({ job }: { readonly job: JobView }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime, number } = useFormat();
  const { stop, resume, forget } = useJobActions();
  const { counts, fileName } = job;
  return (
    <li>
      <div className="job-head">
        <strong className="job-name">{fileName}</strong>
        <JobState job={job} />
        <span className="grow" />
        {isActive(job) ? (
          <Button
            aria-label={t`Arrêter ${fileName}`}
            onPress={() => stop.mutate(job.id)}
          >{t`Arrêter`}</Button>
        ) : null}
        {job.canResume ? (
          <Button variant="soft" aria-label={t`Reprendre ${fileName}`} onPress={() => resume.mutate(job.id)}>
            {t`Reprendre`}
          </Button>
        ) : null}
        {isActive(job) || job.openRejects > 0 ? null : (
          <Button
            variant="quiet"
            aria-label={t`Retirer ${fileName} de la liste`}
            onPress={() => forget.mutate(job.id)}
          >
            {t`Retirer`}
          </Button>
        )}
      </div>
      {isActive(job) ? <JobProgress job={job} label={t`Enregistrement`} /> : null}
      <small className="number">
        {dateTime(job.startedAtMs, timeZone)} · {job.by === byWatchedFolder ? t`dossier surveillé` : job.by} ·{" "}
        <Trans>
          <Plural value={counts.importedRows} one="# ligne reprise" other="# lignes reprises" /> sur{" "}
          {number(counts.rows)}
        </Trans>
        {", "}
        <Plural value={counts.events.accepted} one="# événement nouveau" other="# événements nouveaux" />
        {job.openRejects > 0 ? (
          <>
            {" · "}
            <Plural value={job.openRejects} one="# rejet à corriger" other="# rejets à corriger" />
          </>
        ) : null}
      </small>
      <JobFault job={job} />
    </li>
  );
}
