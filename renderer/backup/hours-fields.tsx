import { useLingui } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useHoursWords } from "./hours-words.ts";
import { type PersonForm, spansOf, weekdays } from "./person-form.ts";

export interface HoursFieldsProps {
  readonly form: PersonForm;
  readonly onChange: (more: Partial<PersonForm>) => void;
  /** Whether wrong hours are marked already. */
  readonly isChecked: boolean;
}

/** When somebody may be called, day by day. */
export function HoursFields({ form, onChange, isChecked }: HoursFieldsProps) {
  const { t } = useLingui();
  const words = useHoursWords();
  const { hours, hasHours } = form;
  return (
    <div className="person-hours">
      <Checkbox isSelected={!hasHours} onChange={(anyTime) => onChange({ hasHours: !anyTime })}>
        {t`Peut être appelé à toute heure`}
      </Checkbox>
      {!hasHours ? null : (
        <>
          <div className="person-days">
            {weekdays.map((weekday) => (
              <TextField
                key={weekday}
                label={words.weekday(weekday)}
                placeholder={t`absent`}
                value={hours[weekday]}
                onChange={(text) => onChange({ hours: { ...hours, [weekday]: text } })}
                maxLength={80}
                isInvalid={isChecked && spansOf(weekday, hours[weekday]) === null}
                error={t`Écrivez par exemple 9:00–12:00, 14:00–17:00.`}
              />
            ))}
          </div>
          <div className="person-days-foot">
            <small>{t`À l’heure de l’accueil. Vide : absent ce jour-là.`}</small>
            <Button
              variant="quiet"
              onPress={() =>
                onChange({
                  hours: { ...hours, 2: hours[1], 3: hours[1], 4: hours[1], 5: hours[1] },
                })
              }
            >
              {t`Recopier lundi jusqu’à vendredi`}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
