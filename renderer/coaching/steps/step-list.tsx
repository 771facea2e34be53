import { useState } from "react";
import type { AgreedStep } from "../../../shared/domain/agreed-step.ts";
import { useToday } from "../../client/use-today.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { SettleDialog } from "./settle-dialog.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { StepRow } from "./step-row.tsx";
import "./steps.css";

export interface StepListProps {
  readonly steps: readonly AgreedStep[];
  readonly showsAgent?: boolean;
}

/** Agreed steps, with what can be done about each. */
export function StepList({ steps, showsAgent = true }: StepListProps) {
  const today = useToday(useTimeZone());
  const [open, setOpen] = useState<{ readonly what: "settle" | "edit"; readonly step: AgreedStep } | null>(
    null,
  );
  const close = () => setOpen(null);
  return (
    <>
      <ul className="step-list">
        {steps.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            today={today}
            showsAgent={showsAgent}
            onSettle={() => setOpen({ what: "settle", step })}
            onEdit={() => setOpen({ what: "edit", step })}
          />
        ))}
      </ul>
      {open === null ? null : open.what === "settle" ? (
        <SettleDialog step={open.step} onClose={close} />
      ) : (
        <StepDialog step={open.step} agentId={null} noteId={null} onClose={close} />
      )}
    </>
  );
}
