import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
  type Problem,
  type ProblemChange,
  problemNatures,
  problemStates,
} from "../../../shared/domain/problem.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { ChoiceField } from "../choice-field.tsx";
import { useDecideProblem, useExperts } from "./use-problems.ts";
import { useProblemWords } from "./words.ts";

const none = "none";
const severities = ["1", "2", "3"] as const;

export interface JudgeDialogProps {
  readonly problem: Problem;
  /** Of the report; null: any. */
  readonly serviceId: string | null;
  readonly onClose: () => void;
}

/** How a problem is judged, where it stands, and whom to turn to. */
export function JudgeDialog({ problem, serviceId, onClose }: JudgeDialogProps) {
  const { t } = useLingui();
  const decide = useDecideProblem();
  const found = useExperts(serviceId);
  const experts = found.data ?? [];
  const sentenceOf = useFaultSentence();
  const { states, natures, severity } = useProblemWords();
  const [change, setChange] = useState<ProblemChange>({
    nature: problem.nature,
    severity: problem.severity,
    state: problem.state,
    expertId: problem.expertId,
  });
  const set = (part: Partial<ProblemChange>) => setChange({ ...change, ...part });
  const known = experts.some(({ id }) => id === change.expertId);
  return (
    <FormDialog
      title={t`Juger et orienter`}
      lead={t`Un incident isolé se règle et s’oublie ; un vrai problème revient, et mérite qu’on cherche sa cause.`}
      className="principle-form"
      onClose={onClose}
      onSave={() => decide.mutate({ kind: "change", id: problem.id, change }, { onSuccess: onClose })}
      isSaving={decide.isPending}
      error={decide.error === null ? null : sentenceOf(decide.error)}
    >
      <ChoiceField
        label={t`Nature`}
        options={problemNatures.map((id) => ({ id, label: natures[id] }))}
        value={change.nature}
        onChange={(nature) => set({ nature })}
      />
      <Select
        label={t`Gravité`}
        options={[
          { id: none, label: severity(null) },
          ...severities.map((id) => ({ id, label: severity(Number(id)) })),
        ]}
        value={change.severity === null ? none : String(change.severity)}
        onChange={(id) => set({ severity: id === none ? null : Number(id) })}
      />
      <ChoiceField
        label={t`Où il en est`}
        options={problemStates.map((id) => ({ id, label: states[id] }))}
        value={change.state}
        onChange={(state) => set({ state })}
      />
      <Select
        label={t`Orienter vers`}
        options={[
          { id: none, label: t`Personne en particulier` },
          ...experts.map(({ id, name }) => ({ id, label: name })),
          ...(known || change.expertId === null ? [] : [{ id: change.expertId, label: change.expertId }]),
        ]}
        value={change.expertId ?? none}
        onChange={(id) => set({ expertId: id === none ? null : id })}
      />
      {found.error !== null ? (
        <p className="field-error" role="alert">
          {t`Qui sait le mieux n’a pas pu être lu : le reste s’enregistre quand même, et l’orientation reste comme elle est.`}
        </p>
      ) : found.data !== undefined && experts.length === 0 ? (
        <p className="principle-reminder">
          {t`Personne n’a le niveau 3 sur cette démarche : les niveaux viennent des plannings et de la liste des renforts.`}
        </p>
      ) : null}
    </FormDialog>
  );
}
