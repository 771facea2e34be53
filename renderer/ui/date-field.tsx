import { parseDate } from "@internationalized/date";
import type { ReactNode } from "react";
import { DateField as AriaDateField, DateInput, DateSegment, FieldError, Label } from "react-aria-components";
import "./field.css";
import "./date-field.css";

export interface DateFieldProps {
  readonly label: ReactNode;
  /** A local date, such as `2026-11-24`; empty where none was written. */
  readonly value: string;
  /** Gets an empty text while the date is not whole. */
  readonly onChange: (date: string) => void;
  readonly isInvalid?: boolean;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
}

/** A date that is typed part by part, in the order of the language, or stepped with the arrow keys. */
export function DateField({ label, value, onChange, error, ...props }: DateFieldProps) {
  return (
    <AriaDateField
      {...props}
      className="field"
      value={value === "" ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? "" : date.toString())}
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-box date-field">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
      <FieldError className="field-error">{error}</FieldError>
    </AriaDateField>
  );
}
