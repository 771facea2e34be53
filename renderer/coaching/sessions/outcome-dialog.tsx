import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CoachingSession } from "../../../shared/domain/coaching-session.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useSettleSession } from "./use-sessions.ts";
import "../steps/steps.css";

/** Whether a session was held, and what came of it. */
export function OutcomeDialog(props: { readonly session: CoachingSession; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { session, onClose } = props;
  const sentenceOf = useFaultSentence();
  const settle = useSettleSession();
  const [form, setForm] = useState<Pick<CoachingSession, "state" | "outcome" | "nextSteps">>({
    state: session.state === "planned" ? "held" : session.state,
    outcome: session.outcome,
    nextSteps: session.nextSteps,
  });
  return (
    <FormDialog
      title={t`Bilan de la séance`}
      lead={t`L’agent lit ce bilan.`}
      className="growth-form"
      onClose={onClose}
      onSave={() => settle.mutate({ id: session.id, ...form }, { onSuccess: onClose })}
      isSaving={settle.isPending}
      error={settle.error === null ? null : sentenceOf(settle.error)}
    >
      <SegmentedControl
        label={t`État`}
        value={form.state}
        onChange={(state) => setForm({ ...form, state })}
        options={[
          { id: "planned", label: t`Prévue` },
          { id: "held", label: t`Tenue` },
          { id: "cancelled", label: t`Annulée` },
        ]}
      />
      <TextField
        label={form.state === "cancelled" ? t`Motif` : t`Ce qui a été dit`}
        rows={5}
        value={form.outcome}
        onChange={(outcome) => setForm({ ...form, outcome })}
        maxLength={4000}
      />
      {form.state === "cancelled" ? null : (
        <TextField
          label={t`Et ensuite`}
          hint={t`Pour une date et un rappel, convenez d’une étape.`}
          rows={3}
          value={form.nextSteps}
          onChange={(nextSteps) => setForm({ ...form, nextSteps })}
          maxLength={2000}
        />
      )}
    </FormDialog>
  );
}
