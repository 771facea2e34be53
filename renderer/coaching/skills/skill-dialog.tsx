import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SkillRow } from "../../../shared/domain/skill-matrix.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { useLevelWord } from "./level-words.ts";
import { usePutSkill, useRemoveSkill, useServiceName } from "./use-skills.ts";

export interface SkillDialogProps {
  readonly row: SkillRow;
  readonly serviceId: string;
  readonly today: string;
  readonly onClose: () => void;
}

const levels = ["0", "1", "2", "3"] as const;

/** What somebody can do of a service, since when, and until when. */
export function SkillDialog({ row, serviceId, today, onClose }: SkillDialogProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const serviceName = useServiceName();
  const levelWord = useLevelWord();
  const put = usePutSkill();
  const remove = useRemoveSkill();
  const { agentId } = row;
  const cell = row.cells.find((one) => one.serviceId === serviceId);
  const entered = cell?.entered ?? null;
  const signalled = cell?.signalledLevel ?? null;
  const [form, setForm] = useState({
    level: levels[entered?.level ?? signalled ?? 0] ?? "0",
    sinceDate: entered?.sinceDate ?? today,
    expiresDate: entered?.expiresDate ?? "",
  });
  const signalledWord = signalled === null ? t`rien` : levelWord(signalled);
  const error = put.error ?? remove.error;
  const endsEarly = form.expiresDate !== "" && form.expiresDate < form.sinceDate;

  function save() {
    const { sinceDate } = form;
    if (sinceDate === "" || endsEarly) return;
    const expiresDate = form.expiresDate === "" ? null : form.expiresDate;
    put.mutate(
      { agentId, serviceId, level: Number(form.level), sinceDate, expiresDate },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={`${row.name} · ${serviceName(serviceId)}`}
      lead={t`Signalé par les connexions : ${signalledWord}. Ce qui est saisi ici l’emporte à l’affichage.`}
      className="growth-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={error === null ? null : sentenceOf(error)}
      remove={
        entered === null
          ? undefined
          : {
              label: t`Retirer la saisie`,
              onPress: () => remove.mutate({ agentId, serviceId }, { onSuccess: onClose }),
            }
      }
    >
      <SegmentedControl
        label={t`Niveau`}
        value={form.level}
        onChange={(level) => setForm({ ...form, level })}
        options={levels.map((id) => ({ id, label: levelWord(Number(id)) }))}
      />
      <div className="growth-pair">
        <DateField
          label={t`Depuis le`}
          value={form.sinceDate}
          onChange={(sinceDate) => setForm({ ...form, sinceDate })}
          isInvalid={form.sinceDate === ""}
          error={t`Choisissez une date.`}
        />
        <DateField
          label={t`Jusqu’au (facultatif)`}
          value={form.expiresDate}
          onChange={(expiresDate) => setForm({ ...form, expiresDate })}
          isInvalid={endsEarly}
          error={t`Choisissez un jour d’après le début.`}
        />
      </div>
      {entered === null ? null : <p className="field-hint">{t`Saisi par ${entered.by}.`}</p>}
    </FormDialog>
  );
}
