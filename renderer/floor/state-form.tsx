import { useLingui } from "@lingui/react/macro";
import type { StateCorrection } from "../../shared/domain/agent-move.ts";
import { useFormat } from "../ui/format.ts";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { FrequentReason } from "./frequent-reason.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { agentLooks } from "./words.ts";

export type CorrectedState = StateCorrection["state"];

/** A state as it is being entered; the time away counts from when the dialog was opened. */
export interface StateDraft {
  readonly state: CorrectedState;
  /** Null: no time of return is planned. */
  readonly awayMinutes: number | null;
}

const awayChoices = [10, 15, 20, 30, 45, 60, 90, 120] as const;
const unplanned = "unplanned";
const usualMinutes: Record<CorrectedState, number | null> = {
  available: null,
  paused: 15,
  back_office: 60,
  training: 60,
};

/** A draft of a state as it is entered most. */
export function usualDraft(state: CorrectedState): StateDraft {
  return { state, awayMinutes: usualMinutes[state] };
}

export interface StateFormProps {
  readonly siteId: string;
  readonly openedAtMs: number;
  readonly draft: StateDraft;
  readonly onChange: (draft: StateDraft) => void;
  readonly onReason: (reason: string) => void;
}

/** What somebody does now, why, and when they are to be back. */
export function StateForm({ siteId, openedAtMs, draft, onChange, onReason }: StateFormProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(siteId);
  const states: CorrectedState[] = ["available", "paused", "back_office", "training"];
  const reasons: Record<CorrectedState, readonly string[]> = {
    available: [],
    paused: [t`Courte`, t`Déjeuner`],
    back_office: [t`Dossiers à traiter`, t`Réunion`],
    training: [t`Formation prévue`],
  };
  return (
    <>
      <div className="reason">
        <span className="field-label">{t`État`}</span>
        <SegmentedControl
          label={t`État`}
          value={draft.state}
          onChange={(state) => onChange(usualDraft(state))}
          options={states.map((id) => ({ id, label: i18n._(agentLooks[id].word) }))}
        />
      </div>
      {draft.state === "available" ? null : (
        <>
          <FrequentReason key={draft.state} frequent={reasons[draft.state]} onChange={onReason} />
          <Select
            label={t`Retour prévu`}
            value={draft.awayMinutes === null ? unplanned : String(draft.awayMinutes)}
            onChange={(id) => onChange({ ...draft, awayMinutes: id === unplanned ? null : Number(id) })}
            options={[
              { id: unplanned, label: t`Sans heure prévue` },
              ...awayChoices.map((minutes) => ({
                id: String(minutes),
                label: format.time(openedAtMs + minutes * 60_000, timeZone),
                detail: format.duration(minutes * 60),
              })),
            ]}
          />
        </>
      )}
    </>
  );
}
