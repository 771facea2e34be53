import { useLingui } from "@lingui/react/macro";
import { ComboBox } from "../ui/combo-box.tsx";
import { type KnownAgent, useKnownAgents } from "./use-notes.ts";

export interface AgentFieldProps {
  readonly label: string;
  /** Of whom one is chosen. */
  readonly agents: readonly KnownAgent[];
  readonly value: string | null;
  readonly onChange: (agentId: string | null) => void;
  readonly isRequired?: boolean;
  /** What is wrong; null where nothing is. */
  readonly error: string | null;
}

/** Chooses an agent; while the house knows none, it says where they come from. */
export function AgentField(props: AgentFieldProps) {
  const { t } = useLingui();
  const { label, agents, value, onChange, isRequired = false, error } = props;
  const knowsNone = useKnownAgents().length === 0;
  return (
    <ComboBox
      label={label}
      isRequired={isRequired}
      openLabel={t`Montrer tous les agents`}
      options={agents.map(({ id, name }) => ({ id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
      {...(knowsNone
        ? {
            hint: t`Aucun agent n’est encore connu : ils paraissent dès que les flux les signalent, ou sur la liste de renfort.`,
          }
        : {})}
    />
  );
}
