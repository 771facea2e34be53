import { useLingui } from "@lingui/react/macro";
import type { Attendee } from "../../../shared/domain/training.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { useAgentName } from "../use-notes.ts";
import { useLevelWord } from "./level-words.ts";

export interface AttendeeRowProps {
  readonly attendee: Attendee;
  /** False where the training is about no service. */
  readonly grantsLevels: boolean;
  readonly onChange: (attendee: Attendee) => void;
  readonly onRemove: () => void;
}

const noLevel = "-";

/** Whether somebody came, and what they can do since. */
export function AttendeeRow({ attendee, grantsLevels, onChange, onRemove }: AttendeeRowProps) {
  const { t } = useLingui();
  const agentName = useAgentName();
  const levelWord = useLevelWord();
  const name = agentName(attendee.agentId);
  const { attendance, level, expiresDate } = attendee;
  return (
    <li>
      <div className="attendee-head">
        <strong>{name}</strong>
        <SegmentedControl
          label={t`Présence de ${name}`}
          value={attendance}
          onChange={(chosen) => onChange({ ...attendee, attendance: chosen })}
          options={[
            { id: "expected", label: t`Attendu` },
            { id: "attended", label: t`Présent` },
            { id: "absent", label: t`Absent` },
          ]}
        />
        <Button variant="quiet" onPress={onRemove}>{t`Retirer`}</Button>
      </div>
      {grantsLevels && attendance === "attended" ? (
        <div className="growth-pair">
          <Select
            label={t`Niveau acquis`}
            options={[
              { id: noLevel, label: t`Aucun` },
              ...[1, 2, 3].map((one) => ({ id: String(one), label: levelWord(one) })),
            ]}
            value={level === null ? noLevel : String(level)}
            onChange={(id) => onChange({ ...attendee, level: id === noLevel ? null : Number(id) })}
          />
          <DateField
            label={t`Jusqu’au (facultatif)`}
            value={expiresDate ?? ""}
            onChange={(date) => onChange({ ...attendee, expiresDate: date === "" ? null : date })}
          />
        </div>
      ) : null}
    </li>
  );
}
