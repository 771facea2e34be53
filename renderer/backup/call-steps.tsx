import { useLingui } from "@lingui/react/macro";
import type { BackupCall } from "../../shared/domain/backup.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark, type StateShape, type StateTone } from "../ui/state-mark.tsx";

interface Step {
  readonly id: string;
  readonly shape: StateShape;
  readonly tone: StateTone;
  readonly word: string;
  readonly detail: string;
}

export interface CallStepsProps {
  readonly call: BackupCall;
  readonly timeZone: string | null;
}

/** What has happened to a call so far, each step with its time. */
export function CallSteps({ call, timeZone }: CallStepsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const time = (atMs: number | null) => (atMs === null ? "" : format.time(atMs, timeZone));
  const steps: Step[] = [
    {
      id: "requested",
      shape: "triangle",
      tone: "neutral",
      word: t`Demandé`,
      detail: time(call.requestedAtMs),
    },
  ];
  if (call.state === "declined") {
    const reason = call.declineReason === null ? "" : ` · ${call.declineReason}`;
    steps.push({
      id: "declined",
      shape: "cross",
      tone: "warn",
      word: t`Décliné`,
      detail: `${time(call.answeredAtMs)}${reason}`,
    });
  } else if (call.state === "expired") {
    steps.push({
      id: "expired",
      shape: "dash",
      tone: "warn",
      word: t`Sans réponse`,
      detail: time(call.expiresAtMs),
    });
  } else if (call.answeredAtMs !== null) {
    const arrives = time(call.arrivesAtMs);
    const isComing = call.state === "accepted" && arrives !== "";
    steps.push({
      id: "accepted",
      shape: "check",
      tone: call.state === "accepted" ? "accent" : "neutral",
      word: t`Accepté`,
      detail: isComing
        ? `${time(call.answeredAtMs)} · ${t`arrive vers ${arrives}`}`
        : time(call.answeredAtMs),
    });
  }
  if (call.arrivedAtMs !== null) {
    steps.push({
      id: "arrived",
      shape: "disc",
      tone: call.state === "arrived" ? "good" : "neutral",
      word: t`Arrivé`,
      detail: time(call.arrivedAtMs),
    });
  }
  if (call.releasedAtMs !== null) {
    steps.push({
      id: "released",
      shape: "square",
      tone: "neutral",
      word: t`Libéré`,
      detail: time(call.releasedAtMs),
    });
  }
  return (
    <ol className="call-steps" aria-label={t`Étapes de l’appel`}>
      {steps.map((step) => (
        <li key={step.id}>
          <StateMark shape={step.shape} tone={step.tone}>
            {step.word}
          </StateMark>
          <small className="number">{step.detail}</small>
        </li>
      ))}
    </ol>
  );
}
