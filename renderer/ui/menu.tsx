import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuTrigger as AriaMenuTrigger,
  MenuItem,
  Popover,
  Separator,
} from "react-aria-components";
import "./menu.css";
import "./select.css";

export interface MenuOption {
  readonly id: string;
  readonly label: string;
  /** Small, after the label. */
  readonly detail?: string;
}

export interface MenuProps {
  /** Read aloud; what the choice is about. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly options: readonly MenuOption[];
  /** Stands apart, below a line. */
  readonly lastOption: MenuOption;
  readonly onChoose: (id: string) => void;
}

/** A button with a short list of things to do at once. */
export function Menu(props: MenuProps) {
  const { label, trigger, isOpen, onOpenChange, options, lastOption, onChoose } = props;
  return (
    <AriaMenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className="popover" placement="bottom end">
        <AriaMenu
          className="list-box"
          aria-label={label}
          autoFocus="first"
          onAction={(key) => onChoose(String(key))}
        >
          {options.map((option) => (
            <MenuItem key={option.id} id={option.id} textValue={option.label} className="list-box-item">
              <span>{option.label}</span>
              {option.detail === undefined ? null : <small>{option.detail}</small>}
            </MenuItem>
          ))}
          <Separator className="menu-line" />
          <MenuItem id={lastOption.id} textValue={lastOption.label} className="list-box-item">
            <span>{lastOption.label}</span>
          </MenuItem>
        </AriaMenu>
      </Popover>
    </AriaMenuTrigger>
  );
}
