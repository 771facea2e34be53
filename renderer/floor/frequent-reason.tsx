import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";

const own = "other";

export interface FrequentReasonProps {
  /** The reasons that are given most, the first one chosen at the start; they are kept as they read. */
  readonly frequent: readonly string[];
  readonly onChange: (reason: string) => void;
}

/** Why something is done: a frequent reason, or own words. */
export function FrequentReason({ frequent, onChange }: FrequentReasonProps) {
  const { t } = useLingui();
  const [choice, setChoice] = useState("0");
  const [words, setWords] = useState("");
  const reason = choice === own ? words : (frequent[Number(choice)] ?? "");
  useEffect(() => onChange(reason), [onChange, reason]);
  return (
    <div className="reason">
      <span className="field-label">{t`Motif`}</span>
      <SegmentedControl
        label={t`Motif`}
        value={choice}
        onChange={setChoice}
        options={[
          ...frequent.map((label, index) => ({ id: String(index), label })),
          { id: own, label: t`Autre…` },
        ]}
      />
      {choice === own ? (
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
