import type { ReactNode } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { ChevronDown } from "./icons.tsx";
import type { SelectOption } from "./select.tsx";
import "./combo-box.css";
import "./field.css";
import "./select.css";

export interface ComboBoxProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  /** Name of the button that shows every choice. */
  readonly openLabel: string;
  readonly isRequired?: boolean;
  /** What is wrong and what to choose instead; null where nothing is. */
  readonly error?: string | null;
}

/** One choice out of a long list, found by typing a part of it. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      value={props.value}
      onChange={(key: Key | null) => props.onChange(key === null ? null : String(key))}
      defaultItems={props.options}
      menuTrigger="focus"
      isRequired={props.isRequired ?? false}
      isInvalid={props.error != null}
    >
      <Label className="field-label">{props.label}</Label>
      <div className="combo-box">
        <Input
          className="field-box"
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
        <Button className="combo-box-button" aria-label={props.openLabel}>
          <ChevronDown />
        </Button>
      </div>
      {props.hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="popover">
        <ListBox className="list-box">
          {(option: SelectOption) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-box-item">
              <span>{option.label}</span>
              {option.detail === undefined ? null : <small>{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
