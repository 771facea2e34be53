import { useRef } from "react";
import { Button, type Key, ListBox, ListBoxItem, Popover, Select } from "react-aria-components";
import { CloseIcon } from "./icons.tsx";
import type { SelectOption } from "./select.tsx";
import "./filter-chip.css";
import "./select.css";

export interface FilterChipProps {
  /** What is filtered by: “Service”. */
  readonly label: string;
  readonly options: readonly SelectOption[];
  /** Null: not filtered. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Name of the button that takes the filter away. */
  readonly clearLabel: string;
}

/** A filter: “+ Service” while it is open to all, the choice and a cross once it is set. */
export function FilterChip({ label, options, value, onChange, clearLabel }: FilterChipProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = options.find((option) => option.id === value);
  const text = value === null ? `+ ${label}` : (chosen?.label ?? value);
  return (
    <span className={value === null ? "chip" : "chip chip-on"}>
      <Select
        className="select"
        aria-label={label}
        value={value}
        onChange={(key: Key | null) => onChange(key === null ? null : String(key))}
      >
        <Button
          ref={trigger}
          className="chip-button"
          aria-label={value === null ? label : `${label}: ${text}`}
        >
          {text}
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
      </Select>
      {value === null ? null : (
        <Button
          className="chip-clear"
          aria-label={clearLabel}
          onPress={() => {
            onChange(null);
            trigger.current?.focus();
          }}
        >
          <CloseIcon />
        </Button>
      )}
    </span>
  );
}
