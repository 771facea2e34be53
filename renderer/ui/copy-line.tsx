import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import "./copy-line.css";

export interface CopyLineProps {
  readonly label: string;
  /** What is copied. */
  readonly text: string;
  /** What is shown instead, such as dots for a secret. */
  readonly shown?: string;
  readonly copyLabel: string;
  /** Shown on the button once the text is in the clipboard. */
  readonly copiedLabel: string;
  /** Shown where the system refuses the clipboard; the text is then selected for a copy by hand. */
  readonly refusedLabel: string;
  /** More buttons beside the copy button. */
  readonly children?: ReactNode;
}

/** A line to paste elsewhere, with a button that copies it. */
export function CopyLine(props: CopyLineProps) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  const code = useRef<HTMLElement>(null);
  const labelId = useId();
  async function copy() {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome("copied");
    } catch {
      if (code.current !== null) getSelection()?.selectAllChildren(code.current);
      setOutcome("refused");
    }
  }
  return (
    <div className="copy-line">
      <span className="copy-line-label" id={labelId}>
        {props.label}
      </span>
      <div className="copy-line-row">
        <code ref={code} translate="no">
          {props.shown ?? props.text}
        </code>
        {props.children}
        <Button onPress={() => void copy()} aria-describedby={labelId}>
          {outcome === "copied" ? props.copiedLabel : props.copyLabel}
        </Button>
      </div>
      <span role="status" className={outcome === "refused" ? "field-hint" : "visually-hidden"}>
        {outcome === "copied" ? props.copiedLabel : outcome === "refused" ? props.refusedLabel : ""}
      </span>
    </div>
  );
}
