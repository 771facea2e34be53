import { useLingui } from "@lingui/react/macro";
import type { Attendee } from "../../../shared/domain/training.ts";
import { AgentField } from "../agent-field.tsx";
import { useCoachedAgents } from "../use-notes.ts";
import { AttendeeRow } from "./attendee-row.tsx";

export interface AttendeesFieldProps {
  readonly attendees: Attendee[];
  /** False where the training is about no service. */
  readonly grantsLevels: boolean;
  readonly onChange: (attendees: Attendee[]) => void;
  readonly isMissing: boolean;
}

/** Who is expected, and who came. */
export function AttendeesField({ attendees, grantsLevels, onChange, isMissing }: AttendeesFieldProps) {
  const { t } = useLingui();
  const agents = useCoachedAgents();
  const left = agents.filter(({ id }) => attendees.every(({ agentId }) => agentId !== id));
  return (
    <>
      <AgentField
        // A field that has done its work begins anew, empty.
        key={attendees.length}
        label={t`Ajouter quelqu’un`}
        agents={left}
        value={null}
        error={isMissing ? t`Ajoutez au moins une personne.` : null}
        onChange={(agentId) => {
          if (agentId === null) return;
          onChange([...attendees, { agentId, attendance: "expected", level: null, expiresDate: null }]);
        }}
      />
      <ul className="attendees">
        {attendees.map((attendee) => (
          <AttendeeRow
            key={attendee.agentId}
            attendee={attendee}
            grantsLevels={grantsLevels}
            onChange={(changed) =>
              onChange(attendees.map((one) => (one.agentId === changed.agentId ? changed : one)))
            }
            onRemove={() => onChange(attendees.filter(({ agentId }) => agentId !== attendee.agentId))}
          />
        ))}
      </ul>
    </>
  );
}
