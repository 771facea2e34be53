import type { RefObject } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import { CloseIcon } from "./icons.tsx";
import { Kbd } from "./kbd.tsx";
import "./search-field.css";

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly clearLabel: string;
  /** The key that moves the focus here; whoever shows the field listens for it. */
  readonly shortcut?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A field to search in; Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  return (
    <AriaSearchField
      className="search-field"
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      maxLength={200}
    >
      <Input
        ref={props.inputRef}
        className="search-input"
        placeholder={props.placeholder}
        aria-keyshortcuts={props.shortcut}
      />
      {props.value === "" ? (
        props.shortcut === undefined ? null : (
          <Kbd>{props.shortcut}</Kbd>
        )
      ) : (
        <Button className="search-clear" aria-label={props.clearLabel}>
          <CloseIcon />
        </Button>
      )}
    </AriaSearchField>
  );
}
