import { useLingui } from "@lingui/react/macro";
import { type AgreedStep, agreedStepGroup } from "../../../shared/domain/agreed-step.ts";
import { startOfLocalDateMs } from "../../../shared/queueing/intervals.ts";
import { useCoaches } from "../../client/session.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { useAgentName } from "../use-notes.ts";

export interface StepRowProps {
  readonly step: AgreedStep;
  readonly today: string;
  readonly showsAgent: boolean;
  readonly onSettle: (step: AgreedStep) => void;
  readonly onEdit: (step: AgreedStep) => void;
}

/** One agreed step: what, who, by when, and what came of it. */
export function StepRow({ step, today, showsAgent, onSettle, onEdit }: StepRowProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const agentName = useAgentName();
  const due = date(startOfLocalDateMs(step.dueDate, "UTC"), "UTC");
  const isOpen = step.state === "open";
  const canEdit = useCoaches()(step.agentId);
  return (
    <li className="step-row">
      <div className="step-what">
        {showsAgent ? <strong>{agentName(step.agentId)}</strong> : null}
        <p>{step.text}</p>
        {step.outcome === null ? null : <p className="step-outcome">{step.outcome}</p>}
      </div>
      <div className="step-facts">
        <StepMark step={step} today={today} />
        <small className="number">{t`pour le ${due}`}</small>
      </div>
      <div className="step-actions">
        {isOpen && canEdit ? (
          <Button variant="quiet" onPress={() => onEdit(step)}>
            {t`Modifier`}
          </Button>
        ) : null}
        {isOpen || canEdit ? (
          <Button variant={isOpen ? "soft" : "quiet"} onPress={() => onSettle(step)}>
            {isOpen ? t`Suite donnée` : t`Revoir`}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function StepMark({ step, today }: Pick<StepRowProps, "step" | "today">) {
  const { t } = useLingui();
  if (step.state === "done") return <StateMark shape="check" tone="good">{t`Faite`}</StateMark>;
  if (step.state === "dropped") return <StateMark shape="cross">{t`Abandonnée`}</StateMark>;
  switch (agreedStepGroup(step, today)) {
    case "overdue":
      return <StateMark shape="triangle" tone="bad">{t`En retard`}</StateMark>;
    case "this_week":
      return <StateMark shape="half" tone="warn">{t`Cette semaine`}</StateMark>;
    default:
      return <StateMark shape="ring">{t`À venir`}</StateMark>;
  }
}
