import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Idea, IdeaMove } from "../../../shared/domain/idea.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useMoveIdea } from "./use-ideas.ts";

export interface DecisionDialogProps {
  readonly idea: Idea;
  readonly to: Exclude<IdeaMove["to"], "trying">;
  readonly onClose: () => void;
}

/** Adopts, declines or answers, with the reason that everybody will read. */
export function DecisionDialog({ idea, to, onClose }: DecisionDialogProps) {
  const { t } = useLingui();
  const move = useMoveIdea();
  const sentenceOf = useFaultSentence();
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const isReady = reason.trim() !== "";
  const titles = { adopted: t`Adopter l’idée`, declined: t`Décliner`, answered: t`Répondre à la question` };
  function save() {
    setChecked(true);
    if (isReady) move.mutate({ id: idea.id, move: { to, reason } }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={titles[to]}
      lead={idea.title}
      className="principle-form"
      onClose={onClose}
      onSave={save}
      isSaving={move.isPending}
      error={move.error === null ? null : sentenceOf(move.error)}
    >
      <TextField
        label={to === "answered" ? t`La réponse` : t`Pourquoi`}
        value={reason}
        onChange={setReason}
        maxLength={2_000}
        rows={4}
        autoFocus
        hint={t`Tout le monde la lira, avec votre nom.`}
        isInvalid={isChecked && !isReady}
        error={t`Une décision sans motif n’aide personne : écrivez une phrase.`}
      />
    </FormDialog>
  );
}
