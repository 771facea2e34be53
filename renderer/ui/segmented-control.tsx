import type { ReactNode } from "react";
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import "./segmented-control.css";

export interface SegmentedControlProps<T extends string> {
  /** What is being chosen; read aloud. */
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: ReactNode }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One choice out of two to five, all in sight. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, options, value, onChange } = props;
  function choose(keys: Set<Key>) {
    const chosen = options.find((option) => keys.has(option.id));
    if (chosen !== undefined) onChange(chosen.id);
  }
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
