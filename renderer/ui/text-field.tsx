import type { ReactNode } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";
import "./field.css";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "style" | "children"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to write instead; shown while `isInvalid`. */
  readonly error?: ReactNode;
  readonly placeholder?: string;
  /** Lines of a text area; without it the field has one line. */
  readonly rows?: number;
}

/** A labelled text field, of one line or (with `rows`) of several. */
export function TextField({ label, hint, error, placeholder, rows, ...props }: TextFieldProps) {
  const hintText = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...props} className="field">
      <Label className="field-label">{label}</Label>
      {rows === undefined ? (
        <Input className="field-box" {...hintText} />
      ) : (
        <TextArea className="field-box" rows={rows} {...hintText} />
      )}
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** A labelled text area. */
export function TextAreaField(props: TextFieldProps) {
  return <TextField rows={4} {...props} />;
}
