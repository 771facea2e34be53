import { fromAbsolute, getLocalTimeZone } from "@internationalized/date";
import { useLingui } from "@lingui/react/macro";
import { DateField, DateInput, DateSegment, FieldError, Label, Text } from "react-aria-components";
import { useTimeZone } from "../floor/use-time-zone.ts";
import "../ui/field.css";
import "../ui/date-field.css";

export interface MomentFieldProps {
  readonly value: number | null;
  /** Gets null while the moment is not whole. */
  readonly onChange: (atMs: number | null) => void;
}

/** The moment that a note is about, to the minute of the site's clock. */
export function MomentField({ value, onChange }: MomentFieldProps) {
  const { t } = useLingui();
  const timeZone = useTimeZone() ?? getLocalTimeZone();
  return (
    <DateField
      className="field"
      granularity="minute"
      hideTimeZone
      value={value === null ? null : fromAbsolute(value, timeZone)}
      placeholderValue={fromAbsolute(Date.now(), timeZone)}
      onChange={(date) => onChange(date === null ? null : date.toDate().getTime())}
    >
      <Label className="field-label">{t`Moment`}</Label>
      <DateInput className="field-box date-field">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
      <Text slot="description" className="field-hint">
        {t`Facultatif : l’état du plateau à ce moment sera gardé avec la note.`}
      </Text>
      <FieldError className="field-error" />
    </DateField>
  );
}
