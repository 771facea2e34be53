import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components";
import "./checkbox.css";

export interface CheckboxProps extends Omit<AriaCheckboxProps, "className" | "style" | "children"> {
  readonly children?: ReactNode;
}

/** A box to tick; inside a list, give it `slot="selection"`. */
export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <svg viewBox="0 0 15 15" aria-hidden="true">
            {isIndeterminate ? (
              <path d="M3.5 7.5h8" />
            ) : isSelected ? (
              <path d="m3.5 7.8 2.7 2.7 5.3-6" />
            ) : null}
          </svg>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
