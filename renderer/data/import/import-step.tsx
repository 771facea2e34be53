import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { isActive } from "../../../shared/domain/import-job.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { RejectList } from "../reject-list.tsx";
import { JobCounts, RejectReasons } from "./job-counts.tsx";
import { JobFault } from "./job-fault.tsx";
import { JobProgress } from "./job-progress.tsx";
import { JobState } from "./job-state.tsx";
import { useImportJobs, useJobActions } from "./use-import-jobs.ts";
import type { ImportWizard } from "./use-import-wizard.ts";

/** The last step: the import at work, then its result. */
export function ImportStep({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const job = useImportJobs()?.find(({ id }) => id === wizard.importId);
  const { stop, resume } = useJobActions();
  if (job === undefined) {
    return (
      <Panel title={t`Import`} className="import-narrow">
        <Skeleton rows={4} label={t`L’import commence`} />
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t`Import de ${job.fileName}`} className="import-narrow" actions={<JobState job={job} />}>
        <div className="data-body">
          {isActive(job) ? (
            <>
              <div className="import-sending">
                <JobProgress job={job} label={t`Enregistrement`} />
                <Button isPending={stop.isPending} onPress={() => stop.mutate(job.id)}>{t`Arrêter`}</Button>
              </div>
              <p>
                {t`Vous pouvez quitter cet écran : l’import continue, et se retrouve sur l’écran Données. Le plateau reste en direct.`}
              </p>
            </>
          ) : null}
          <JobFault job={job} />
          <JobCounts job={job} />
          {job.canResume ? (
            <p>
              {t`Ce qui est enregistré le reste. L’import peut reprendre où il en était.`}{" "}
              <Button variant="soft" isPending={resume.isPending} onPress={() => resume.mutate(job.id)}>
                {t`Reprendre`}
              </Button>
            </p>
          ) : null}
          <RejectReasons job={job} />
        </div>
      </Panel>
      {job.openRejects > 0 && !isActive(job) ? <RejectList jobId={job.id} /> : null}
      {isActive(job) ? null : (
        <div className="import-actions">
          <Button onPress={wizard.startAnew}>{t`Importer un autre fichier`}</Button>
          <span className="grow" />
          <Button onPress={() => navigate("/data")}>{t`Retour aux données`}</Button>
          <Button variant="primary" onPress={() => navigate("/trends")}>
            {t`Voir les tendances`}
          </Button>
        </div>
      )}
    </>
  );
}
