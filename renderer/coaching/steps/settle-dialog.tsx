import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { AgreedStep } from "../../../shared/domain/agreed-step.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useCoaches } from "../../client/session.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useSettleStep } from "./use-steps.ts";

/** What came of a step. */
export function SettleDialog({ step, onClose }: { readonly step: AgreedStep; readonly onClose: () => void }) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const settle = useSettleStep();
  const leads = useCoaches()(step.agentId);
  const [state, setState] = useState<AgreedStep["state"]>(step.state === "open" ? "done" : step.state);
  const [outcome, setOutcome] = useState(step.outcome ?? "");
  return (
    <FormDialog
      title={t`Suite donnée`}
      lead={step.text}
      className="growth-form"
      onClose={onClose}
      onSave={() => settle.mutate({ id: step.id, state, outcome: outcome.trim() }, { onSuccess: onClose })}
      isSaving={settle.isPending}
      error={settle.error === null ? null : sentenceOf(settle.error)}
    >
      <SegmentedControl
        label={t`Suite donnée`}
        value={state}
        onChange={setState}
        options={[
          { id: "done", label: t`Faite` },
          // What else becomes of a step is for the team lead to say.
          ...(leads
            ? [
                { id: "dropped" as const, label: t`Abandonnée` },
                { id: "open" as const, label: t`À faire` },
              ]
            : []),
        ]}
      />
      {state === "open" ? null : (
        <TextField
          label={t`Ce qui s’est passé (facultatif)`}
          rows={3}
          value={outcome}
          onChange={setOutcome}
          maxLength={1000}
        />
      )}
    </FormDialog>
  );
}
