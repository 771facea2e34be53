import type { ReactNode } from "react";
import { Label, ProgressBar } from "react-aria-components";
import { useFormat } from "../../ui/format.ts";

export interface ProgressLineProps {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  /** On the right, beside the percentage. */
  readonly detail?: ReactNode;
}

/** How far something is, as a bar and as a number. */
export function ProgressLine({ label, share, detail }: ProgressLineProps) {
  const { percent } = useFormat();
  const shown = Math.min(1, Math.max(0, share));
  return (
    <ProgressBar className="progress-line" value={shown * 100} valueLabel={percent(shown)}>
      <span className="progress-words">
        <Label>{label}</Label>
        <span className="number">
          {detail}
          {detail === undefined ? null : " · "}
          {percent(shown)}
        </span>
      </span>
      <svg className="progress-track" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" className="progress-all" />
        <rect width={shown * 100} height="4" className="progress-done" />
      </svg>
    </ProgressBar>
  );
}
