import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { AgreedStep } from "../../../shared/domain/agreed-step.ts";
import { addDays } from "../../../shared/queueing/intervals.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AgentField } from "../agent-field.tsx";
import { useCoachedAgents } from "../use-notes.ts";
import { useSaveStep } from "./use-steps.ts";
import "./steps.css";

export interface StepDialogProps {
  /** Null: a new one. */
  readonly step: AgreedStep | null;
  /** Whom a new step is about; null: to be chosen. */
  readonly agentId: string | null;
  readonly noteId: string | null;
  readonly onClose: () => void;
}

/** What was agreed, with whom, by when. */
export function StepDialog({ step, agentId, noteId, onClose }: StepDialogProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const save = useSaveStep();
  const agents = useCoachedAgents();
  const today = useToday(useTimeZone());
  const [form, setForm] = useState({
    agentId: step?.agentId ?? agentId,
    text: step?.text ?? "",
    dueDate: step?.dueDate ?? addDays(today, 14),
    remindDaysBefore: step?.remindDaysBefore ?? 1,
  });
  const [isChecked, setChecked] = useState(false);

  function submit() {
    setChecked(true);
    const text = form.text.trim();
    if (form.agentId === null || text === "" || form.dueDate === "") return;
    save.mutate(
      {
        id: step?.id ?? null,
        draft: { ...form, agentId: form.agentId, text, noteId: step?.noteId ?? noteId },
      },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={step === null ? t`Convenir d’une étape` : t`Modifier l’étape`}
      lead={t`L’agent la voit et peut dire qu’elle est faite.`}
      className="growth-form"
      onClose={onClose}
      onSave={submit}
      isSaving={save.isPending}
      error={save.error === null ? null : sentenceOf(save.error)}
    >
      {step === null && agentId === null ? (
        <AgentField
          label={t`Agent`}
          agents={agents}
          value={form.agentId}
          onChange={(id) => setForm({ ...form, agentId: id })}
          error={isChecked && form.agentId === null ? t`Choisissez l’agent.` : null}
        />
      ) : null}
      <TextField
        label={t`Étape`}
        rows={3}
        autoFocus={step !== null || agentId !== null}
        value={form.text}
        onChange={(text) => setForm({ ...form, text })}
        maxLength={500}
        isInvalid={isChecked && form.text.trim() === ""}
        error={t`Écrivez ce qui est convenu.`}
      />
      <div className="growth-pair">
        <DateField
          label={t`Pour le`}
          value={form.dueDate}
          onChange={(dueDate) => setForm({ ...form, dueDate })}
          isInvalid={isChecked && form.dueDate === ""}
          error={t`Choisissez une date.`}
        />
        <NumberField
          label={t`Rappel, en jours avant`}
          value={form.remindDaysBefore}
          onChange={(remindDaysBefore) => setForm({ ...form, remindDaysBefore })}
          least={0}
          most={60}
        />
      </div>
    </FormDialog>
  );
}
