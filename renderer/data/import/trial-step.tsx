import { useLingui } from "@lingui/react/macro";
import { isActive } from "../../../shared/domain/import-job.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { JobCounts, RejectReasons } from "./job-counts.tsx";
import { JobFault } from "./job-fault.tsx";
import { JobProgress } from "./job-progress.tsx";
import { useImportJobs, useJobActions } from "./use-import-jobs.ts";
import type { ImportWizard } from "./use-import-wizard.ts";

/** The third step: the whole file is read and nothing is written. */
export function TrialStep({ wizard }: { readonly wizard: ImportWizard }) {
  const { t } = useLingui();
  const job = useImportJobs()?.find(({ id }) => id === wizard.trialId);
  const { stop } = useJobActions();
  const isOver = job !== undefined && !isActive(job);
  const nothingFits = isOver && job.counts.importedRows === 0;
  return (
    <>
      <Panel title={t`Essai sur tout le fichier`} detail={t`rien n’est enregistré`} className="import-narrow">
        {job === undefined ? (
          <Skeleton rows={4} label={t`L’essai commence`} />
        ) : (
          <div className="data-body">
            {isActive(job) ? (
              <div className="import-sending">
                <JobProgress job={job} label={t`Lecture de ${job.fileName}`} />
                <Button onPress={() => stop.mutate(job.id)}>{t`Annuler`}</Button>
              </div>
            ) : null}
            <JobFault job={job} />
            <JobCounts job={job} />
            {isOver && job.state === "done" ? <TrialVerdict rejected={job.counts.rejectedRows} /> : null}
            <RejectReasons job={job} />
          </div>
        )}
      </Panel>
      <div className="import-actions">
        <Button onPress={() => wizard.goTo("columns")}>{t`Revoir les colonnes`}</Button>
        <span className="grow" />
        <Button
          variant="primary"
          isDisabled={!isOver || nothingFits}
          isPending={wizard.isBusy}
          onPress={() => wizard.begin("import")}
        >
          {t`Importer`}
        </Button>
      </div>
    </>
  );
}

function TrialVerdict({ rejected }: { readonly rejected: number }) {
  const { t } = useLingui();
  return (
    <p role="status">
      {rejected === 0
        ? t`Toutes les lignes sont comprises : vous pouvez importer.`
        : t`Les lignes rejetées seront gardées dans la liste des rejets, où vous pourrez les corriger une à une. Si elles sont nombreuses, revoyez plutôt les colonnes.`}
    </p>
  );
}
