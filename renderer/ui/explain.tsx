import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import "./explain.css";
import "./select.css";

export interface ExplainProps {
  /** Name of the button: “What is …?” */
  readonly label: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly detail?: ReactNode;
}

/** A small “i” that opens an explanation beside what it explains. */
export function Explain({ label, title, children, detail }: ExplainProps) {
  return (
    <DialogTrigger>
      <Button className="explain-button" aria-label={label}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6v.5" />
        </svg>
      </Button>
      <Popover className="popover" placement="top">
        <Dialog className="explain" aria-label={label}>
          <strong>{title}</strong>
          {children}
          {detail === undefined ? null : <small>{detail}</small>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
