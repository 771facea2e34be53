import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { ChevronDown } from "./icons.tsx";
import "./field.css";
import "./select.css";

export interface SelectOption {
  readonly id: string;
  readonly label: string;
  /** Small, after the label. */
  readonly detail?: ReactNode;
}

export interface SelectProps {
  /** Read aloud; shown above unless `hidesLabel`. */
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** `title`: bold and without a frame, for the head of a screen. */
  readonly look?: "field" | "title" | "compact";
}

/** One choice out of a short list. */
export function Select(props: SelectProps) {
  const { label, hidesLabel = false, options, value, onChange, look = "field" } = props;
  return (
    <AriaSelect
      className={`field select select-${look}`}
      value={value}
      onChange={(key: Key | null) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder={props.placeholder ?? ""}
      isDisabled={props.isDisabled ?? false}
      {...(hidesLabel ? { "aria-label": label } : {})}
    >
      {hidesLabel ? null : <Label className="field-label">{label}</Label>}
      <Button className="field-box select-button">
        <SelectValue className="select-value">
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : (selectedText ?? defaultChildren)
          }
        </SelectValue>
        <ChevronDown />
      </Button>
      <Popover className="popover">
        <ListBox className="list-box" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-box-item">
              <span>{option.label}</span>
              {option.detail === undefined ? null : <small>{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
