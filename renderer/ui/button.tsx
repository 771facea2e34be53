import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import "./button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  /** `primary`: the one main action of a view; `soft`: a secondary one; `plain`: any other. */
  readonly variant?: "primary" | "soft" | "plain" | "quiet" | "danger";
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ variant = "plain", children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button button-${variant}`}>
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "children"> {
  /** What the button does, for those who can't see the icon. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that shows only an icon; its label is read aloud. */
export function IconButton({ label, variant = "quiet", children, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={`button icon-button button-${variant}`}>
      {children}
    </AriaButton>
  );
}
