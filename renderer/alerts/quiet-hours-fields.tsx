import { Trans, useLingui } from "@lingui/react/macro";
import type { QuietHours } from "../../shared/domain/alert-rule.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Select } from "../ui/select.tsx";
import { clockOf } from "./use-quiet-words.ts";

const night: QuietHours = { fromMinute: 19 * 60, toMinute: 7 * 60 + 30 };
const halfHours = Array.from({ length: 48 }, (_, index) => ({
  id: String(index * 30),
  label: clockOf(index * 30),
}));

export interface QuietHoursFieldsProps {
  readonly value: QuietHours | null;
  readonly onChange: (value: QuietHours | null) => void;
}

/** Hours of the site's day in which a rule raises nothing. */
export function QuietHoursFields({ value, onChange }: QuietHoursFieldsProps) {
  const { t } = useLingui();
  return (
    <div className="alert-quiet">
      <Checkbox isSelected={value !== null} onChange={(isOn) => onChange(isOn ? night : null)}>
        <Trans>Rien pendant les heures calmes, à l’heure de l’accueil</Trans>
      </Checkbox>
      {value === null ? null : (
        <div className="alert-fields">
          <Select
            label={t`Début des heures calmes`}
            options={halfHours}
            value={String(value.fromMinute)}
            onChange={(id) => onChange({ ...value, fromMinute: Number(id) })}
          />
          <Select
            label={t`Fin des heures calmes`}
            options={halfHours}
            value={String(value.toMinute)}
            onChange={(id) => onChange({ ...value, toMinute: Number(id) })}
          />
        </div>
      )}
    </div>
  );
}
