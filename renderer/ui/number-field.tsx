import type { ReactNode } from "react";
import { NumberField as AriaNumberField, Button, Group, Input, Label, Text } from "react-aria-components";
import "./field.css";
import "./number-field.css";

export interface NumberFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: number;
  /** Called when a number is complete: on leaving the field, on Enter, and on each step. */
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly formatOptions?: Intl.NumberFormatOptions;
}

/** A number within limits, with buttons and arrow keys to step it. */
export function NumberField(props: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      value={props.value}
      minValue={props.least}
      maxValue={props.most}
      step={props.step ?? 1}
      onChange={(value) => {
        if (!Number.isNaN(value)) props.onChange(value);
      }}
      {...(props.formatOptions === undefined ? {} : { formatOptions: props.formatOptions })}
    >
      <Label className="field-label">{props.label}</Label>
      <Group className="number-field">
        <Input className="number-input" />
        <Button slot="decrement" className="number-step">
          −
        </Button>
        <Button slot="increment" className="number-step">
          +
        </Button>
      </Group>
      {props.hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
    </AriaNumberField>
  );
}
