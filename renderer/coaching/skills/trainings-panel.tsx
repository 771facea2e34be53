import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Training } from "../../../shared/domain/training.ts";
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { useMay } from "../../client/session.ts";
import { Awaited } from "../../shell/awaited.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useFormat } from "../../ui/format.ts";
import { Panel } from "../../ui/panel.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { TrainingDialog } from "./training-dialog.tsx";
import { useServiceName, useTrainings } from "./use-skills.ts";

/** Trainings, the newest first. */
export function TrainingsPanel() {
  const { t } = useLingui();
  const question = useTrainings();
  const [edited, setEdited] = useState<Training | "new" | null>(null);
  const canEdit = useMay()("training", "put");
  const add = canEdit ? (
    <Button
      variant={question.data?.length === 0 ? "soft" : "primary"}
      onPress={() => setEdited("new")}
    >{t`Nouvelle formation`}</Button>
  ) : null;
  return (
    <Panel title={t`Formations`} actions={question.data?.length === 0 ? null : add}>
      <Awaited
        question={question}
        rows={4}
        label={t`Les formations arrivent`}
        failure={t`Les formations n’ont pas pu être lues.`}
      >
        {(trainings) =>
          trainings.length === 0 ? (
            <EmptyState title={t`Aucune formation.`} action={add}>
              {t`Notez qui vient, puis qui était là : à la confirmation, les niveaux acquis passent dans la matrice.`}
            </EmptyState>
          ) : (
            <ul className="step-list">
              {trainings.map((training) => (
                <TrainingRow
                  key={training.id}
                  training={training}
                  onEdit={canEdit ? () => setEdited(training) : null}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      {edited === null ? null : (
        <TrainingDialog training={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

function TrainingRow({
  training,
  onEdit,
}: {
  readonly training: Training;
  readonly onEdit: (() => void) | null;
}) {
  const { t } = useLingui();
  const { date } = useFormat();
  const serviceName = useServiceName();
  const { attendees, state, serviceId, trainer } = training;
  const expected = attendees.length;
  const attended = attendees.filter(({ attendance }) => attendance === "attended").length;
  return (
    <li className="step-row training-row">
      <div className="step-what">
        <strong>{training.topic}</strong>
        <p className="step-outcome">
          {serviceId === null ? t`Sans démarche` : serviceName(serviceId)}
          {trainer === "" ? null : ` · ${trainer}`}
        </p>
      </div>
      <div className="step-facts">
        {state === "confirmed" ? (
          <StateMark shape="check" tone="good">{t`Confirmée`}</StateMark>
        ) : (
          <StateMark shape="ring" tone="accent">{t`Prévue`}</StateMark>
        )}
        <small className="number">
          {date(startOfLocalDateMs(training.date, "UTC"), "UTC")} ·{" "}
          {state === "confirmed" ? (
            <Plural value={attended} one={`# présent sur ${expected}`} other={`# présents sur ${expected}`} />
          ) : (
            <Plural value={expected} one="# inscrit" other="# inscrits" />
          )}
        </small>
      </div>
      <div className="step-actions">
        {state === "planned" && onEdit !== null ? (
          <Button variant="soft" onPress={onEdit}>{t`Ouvrir`}</Button>
        ) : null}
      </div>
    </li>
  );
}
