import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { isAttendanceKnown, type Training } from "../../../shared/domain/training.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useDirectory } from "../../client/queries.ts";
import { useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AttendeesField } from "./attendees-field.tsx";
import { useSaveTraining } from "./use-skills.ts";

const noService = "-";

/** What is taught, when, by whom, who came, and what it grants. */
export function TrainingDialog(props: { readonly training: Training | null; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { training, onClose } = props;
  const sentenceOf = useFaultSentence();
  const save = useSaveTraining();
  const services = useDirectory().data?.services ?? [];
  const today = useToday(useTimeZone());
  const [form, setForm] = useState({
    topic: training?.topic ?? "",
    serviceId: training?.serviceId ?? noService,
    date: training?.date ?? today,
    trainer: training?.trainer ?? "",
    attendees: training?.attendees ?? [],
  });
  const [isChecked, setChecked] = useState(false);
  const { attendees } = form;

  function submit(confirms: boolean) {
    setChecked(true);
    const topic = form.topic.trim();
    if (topic === "" || form.date === "" || attendees.length === 0) return;
    const serviceId = form.serviceId === noService ? null : form.serviceId;
    const draft = { topic, serviceId, date: form.date, trainer: form.trainer.trim(), attendees };
    save.mutate({ id: training?.id ?? null, draft, confirms }, { onSuccess: onClose });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={training === null ? t`Nouvelle formation` : training.topic}
      lead={t`À la confirmation, les niveaux des présents passent dans la matrice et la formation ne change plus.`}
      actions={
        <>
          <Button onPress={onClose}>{t`Ne rien changer`}</Button>
          <Button
            isDisabled={attendees.length === 0 || !isAttendanceKnown(form)}
            isPending={save.isPending}
            onPress={() => submit(true)}
          >
            {t`Confirmer les présences`}
          </Button>
          <Button variant="primary" isPending={save.isPending} onPress={() => submit(false)}>
            {t`Enregistrer`}
          </Button>
        </>
      }
    >
      <div className="growth-form">
        <TextField
          label={t`Sujet`}
          autoFocus
          value={form.topic}
          onChange={(topic) => setForm({ ...form, topic })}
          maxLength={200}
          isInvalid={isChecked && form.topic.trim() === ""}
          error={t`Écrivez le sujet.`}
        />
        <div className="growth-pair">
          <Select
            label={t`Démarche`}
            options={[
              { id: noService, label: t`Aucune en particulier` },
              ...services.map(({ id, name }) => ({ id, label: name })),
            ]}
            value={form.serviceId}
            onChange={(serviceId) => setForm({ ...form, serviceId })}
          />
          <DateField
            label={t`Jour`}
            value={form.date}
            onChange={(date) => setForm({ ...form, date })}
            isInvalid={isChecked && form.date === ""}
            error={t`Choisissez une date.`}
          />
          <TextField
            label={t`Animée par`}
            value={form.trainer}
            onChange={(trainer) => setForm({ ...form, trainer })}
            maxLength={120}
          />
        </div>
        <AttendeesField
          attendees={attendees}
          grantsLevels={form.serviceId !== noService}
          onChange={(changed) => setForm({ ...form, attendees: changed })}
          isMissing={isChecked && attendees.length === 0}
        />
        {attendees.length === 0 || isAttendanceKnown(form) ? null : (
          <p className="field-hint">
            {t`Pour confirmer, dites d’abord de chacun s’il était présent ou absent.`}
          </p>
        )}
        {save.error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(save.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
