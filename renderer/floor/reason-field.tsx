import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";

type Choice = "balance" | "skill" | "wrong_queue" | "priority" | "other";

/** Why cases are handed on: one of four frequent reasons, or own words. */
export function ReasonField({ onChange }: { readonly onChange: (reason: string) => void }) {
  const { t } = useLingui();
  const [choice, setChoice] = useState<Choice>("balance");
  const [words, setWords] = useState("");
  const frequent: Record<Exclude<Choice, "other">, string> = {
    balance: t`Équilibrer les files`,
    skill: t`Compétence nécessaire`,
    wrong_queue: t`Erreur d’aiguillage`,
    priority: t`Personne prioritaire`,
  };
  const reason = choice === "other" ? words : frequent[choice];
  useEffect(() => onChange(reason), [onChange, reason]);
  return (
    <div className="reason">
      <span className="field-label">{t`Motif`}</span>
      <SegmentedControl
        label={t`Motif`}
        value={choice}
        onChange={setChoice}
        options={[
          { id: "balance", label: frequent.balance },
          { id: "skill", label: frequent.skill },
          { id: "wrong_queue", label: frequent.wrong_queue },
          { id: "priority", label: frequent.priority },
          { id: "other", label: t`Autre…` },
        ]}
      />
      {choice === "other" ? (
        <TextField
          label={t`Motif en quelques mots`}
          value={words}
          onChange={setWords}
          maxLength={500}
          autoFocus
          hint={t`Ni nom ni donnée personnelle d’un usager.`}
        />
      ) : null}
    </div>
  );
}
