import { useLingui } from "@lingui/react/macro";
import { type AgentState, agentStates } from "../../shared/domain/agent.ts";
import { FilterChip } from "../ui/filter-chip.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { type AgentFilter, noAgentFilter } from "./agent-filter.ts";
import { agentLooks } from "./words.ts";
import "./row-filter.css";

export interface AgentFilterBarProps {
  readonly filter: AgentFilter;
  readonly onChange: (filter: AgentFilter) => void;
}

/** Finds somebody among many, by name and by state. */
export function AgentFilterBar({ filter, onChange }: AgentFilterBarProps) {
  const { t, i18n } = useLingui();
  const change = (part: Partial<AgentFilter>) => {
    const next = { ...filter, ...part };
    onChange(next.text === "" && next.state === null ? noAgentFilter : next);
  };
  return (
    <div className="row-filter">
      <div className="row-filter-field">
        <SearchField
          label={t`Filtrer les agents`}
          placeholder={t`Nom`}
          value={filter.text}
          onChange={(text) => change({ text })}
          clearLabel={t`Effacer le filtre`}
        />
      </div>
      <FilterChip
        label={t`État`}
        options={shownStates.map((state) => ({ id: state, label: i18n._(agentLooks[state].word) }))}
        value={filter.state}
        onChange={(id) => change({ state: shownStates.find((state) => state === id) ?? null })}
        clearLabel={t`Tous les états`}
      />
    </div>
  );
}

const shownStates: readonly AgentState[] = agentStates.filter((state) => state !== "offline");
