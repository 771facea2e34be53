import { useLingui } from "@lingui/react/macro";
import { ComboBox } from "../ui/combo-box.tsx";
import { type KnownAgent, useKnownAgents } from "./use-notes.ts";
import "./agent-field.css";

export interface AgentFieldProps {
  readonly label: string;
  /** Of whom one is chosen. */
  readonly agents: readonly KnownAgent[];
  readonly value: string | null;
  readonly onChange: (agentId: string | null) => void;
  readonly isRequired?: boolean;
  /** What is wrong, said under the field; null where nothing is. */
  readonly error?: string | null;
}

/** Chooses an agent; while the house knows none, it says where they come from. */
export function AgentField(props: AgentFieldProps) {
  const { t } = useLingui();
  const { label, agents, value, onChange, isRequired = false, error = null } = props;
  const knowsNone = useKnownAgents().length === 0;
  return (
    <div className="agent-field">
      <ComboBox
        label={label}
        isRequired={isRequired}
        openLabel={t`Montrer tous les agents`}
        options={agents.map(({ id, name }) => ({ id, label: name }))}
        value={value}
        onChange={onChange}
        {...(knowsNone
          ? {
              hint: t`Aucun agent n’est encore connu : ils paraissent dès que les flux les signalent, ou sur la liste de renfort.`,
            }
          : {})}
      />
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
