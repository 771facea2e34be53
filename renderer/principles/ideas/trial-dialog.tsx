import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Idea, ideaFigures, type Trial } from "../../../shared/domain/idea.ts";
import { localDate } from "../../../shared/queueing/intervals.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useClock } from "../../client/server-clock.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { DateField } from "../../ui/date-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { PlaceFields } from "../place-fields.tsx";
import { useMoveIdea } from "./use-ideas.ts";
import { useIdeaWords } from "./words.ts";

/** From when an idea is tried, and by which figure it will be judged. */
export function TrialDialog({ idea, onClose }: { readonly idea: Idea; readonly onClose: () => void }) {
  const { t } = useLingui();
  const move = useMoveIdea();
  const sentenceOf = useFaultSentence();
  const clock = useClock();
  const timeZone = useTimeZone() ?? "UTC";
  const { figures } = useIdeaWords();
  const [isChecked, setChecked] = useState(false);
  const [trial, setTrial] = useState<Trial>(() => ({
    startDate: localDate(clock.nowMs(), timeZone),
    figure: idea.trial?.figure ?? "wait_p50",
    siteId: idea.siteId,
    serviceId: idea.serviceId,
  }));
  const change = (part: Partial<Trial>) => setTrial({ ...trial, ...part });
  const isReady = trial.startDate !== "";
  function save() {
    setChecked(true);
    if (isReady) move.mutate({ id: idea.id, move: { to: "trying", trial } }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t`Essayer l’idée`}
      lead={t`Le chiffre se choisit avant : on regardera ses jours avant et après le début, jamais d’autres chiffres après coup.`}
      className="principle-form"
      onClose={onClose}
      onSave={save}
      isSaving={move.isPending}
      error={move.error === null ? null : sentenceOf(move.error)}
    >
      <DateField
        label={t`Premier jour de l’essai`}
        value={trial.startDate}
        onChange={(startDate) => change({ startDate })}
        isInvalid={isChecked && !isReady}
        error={t`Écrivez une date entière.`}
        autoFocus
      />
      <Select
        label={t`Chiffre qui dira si elle aide`}
        options={ideaFigures.map((id) => ({ id, label: figures[id] }))}
        value={trial.figure}
        onChange={(id) => change({ figure: ideaFigures.find((one) => one === id) ?? trial.figure })}
      />
      <PlaceFields
        siteId={trial.siteId}
        onSite={(siteId) => change({ siteId })}
        serviceId={trial.serviceId}
        onService={(serviceId) => change({ serviceId })}
      />
    </FormDialog>
  );
}
