import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ScheduleView } from "../../shared/contract/report.ts";
import type { ReportQuestion } from "../../shared/domain/report.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory } from "../client/queries.ts";
import { Unread } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { showToast } from "../ui/toast.tsx";
import { RunList } from "./run-list.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { useScheduleWords } from "./schedule-words.ts";
import { useRemoveSchedule, useRunSchedule, useSchedules } from "./use-schedules.ts";

/** Which reports are made by themselves, for whom, and what became of the last ones. */
export function SchedulesPanel({ view }: { readonly view: ReportQuestion }) {
  const { t } = useLingui();
  const question = useSchedules();
  const schedules = question.data;
  const [edited, setEdited] = useState<ScheduleView | "new" | null>(null);
  return (
    <Panel
      title={t`Envois automatiques`}
      className="report-schedules"
      actions={<Button onPress={() => setEdited("new")}>{t`Ajouter`}</Button>}
    >
      {schedules === undefined ? (
        <Unread
          question={question}
          rows={2}
          label={t`Les envois arrivent`}
          failure={t`Les envois n’ont pas pu être lus. Ils partent quand même à l’heure dite.`}
        />
      ) : schedules.length === 0 ? (
        <p className="report-schedules-none">
          {t`Aucun. Un envoi range le rapport de la semaine ou du mois dans un dossier, ou l’adresse par courriel, à l’heure dite.`}
        </p>
      ) : (
        <ul>
          {schedules.map((schedule) => (
            <ScheduleItem key={schedule.id} schedule={schedule} onEdit={() => setEdited(schedule)} />
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <ScheduleDialog
          schedule={edited === "new" ? null : edited}
          siteId={view.siteId}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function ScheduleItem(props: { readonly schedule: ScheduleView; readonly onEdit: () => void }) {
  const { t } = useLingui();
  const { schedule, onEdit } = props;
  const words = useScheduleWords();
  const format = useFormat();
  const sentenceOf = useFaultSentence();
  const sites = useDirectory().data?.sites ?? [];
  const remove = useRemoveSchedule();
  const run = useRunSchedule();
  const site = sites.find(({ id }) => id === schedule.siteId);
  const next =
    schedule.nextAtMs === null
      ? null
      : format.dateTime(schedule.nextAtMs, site?.timeZone ?? sites[0]?.timeZone ?? null);
  const fail = (error: unknown) =>
    showToast({ title: t`Ce n’est pas fait.`, level: "bad", detail: sentenceOf(error) });
  return (
    <li>
      <div className="report-schedule">
        <p>
          <strong>{words.when(schedule)}</strong>
          <span className="report-schedule-where">
            {site?.name ?? t`Tous les accueils`} → <span translate="no">{words.place(schedule.target)}</span>
          </span>
        </p>
        <p className="report-schedule-next number">
          {next === null ? <Trans>Arrêté</Trans> : <Trans>Prochain : {next}</Trans>}
        </p>
        <div className="report-schedule-actions">
          <Button
            variant="quiet"
            isPending={run.isPending}
            onPress={() => run.mutate(schedule.id, { onError: fail })}
          >
            {run.isPending ? t`En cours…` : t`Faire maintenant`}
          </Button>
          <Button variant="quiet" onPress={onEdit}>{t`Modifier`}</Button>
          <Button variant="quiet" onPress={() => remove.mutate(schedule.id, { onError: fail })}>
            {t`Supprimer`}
          </Button>
        </div>
      </div>
      <RunList runs={schedule.runs} timeZone={site?.timeZone ?? sites[0]?.timeZone ?? null} />
    </li>
  );
}
