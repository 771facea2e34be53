import { useLingui } from "@lingui/react/macro";
import { ToggleButton } from "react-aria-components";
import {
  everyNote,
  type NoteSearch,
  noteKinds,
  noteVisibilities,
  principles,
} from "../../shared/domain/note.ts";
import { FilterChip } from "../ui/filter-chip.tsx";
import { useCoachedAgents, useFoundNotes } from "./use-notes.ts";
import { useKindName, usePrincipleName, useVisibilityName } from "./words.ts";

export interface NoteFiltersProps {
  readonly search: NoteSearch;
  readonly onChange: (change: Partial<NoteSearch>) => void;
}

const dayMs = 24 * 60 * 60 * 1_000;
const periods = { week: 7 * dayMs, month: 28 * dayMs, quarter: 91 * dayMs, year: 365 * dayMs } as const;
type Period = keyof typeof periods;

/** Which notes are listed: whom they are about, what under, and which ones wait for something. */
export function NoteFilters({ search, onChange }: NoteFiltersProps) {
  const { t } = useLingui();
  const agents = useCoachedAgents();
  const principleName = usePrincipleName();
  const kindName = useKindName();
  const visibilityName = useVisibilityName();
  return (
    <div className="coaching-filters">
      <FilterChip
        label={t`Agent`}
        options={agents.map(({ id, name }) => ({ id, label: name }))}
        value={search.agentId}
        onChange={(agentId) => onChange({ agentId })}
        clearLabel={t`Montrer tous les agents`}
      />
      <FilterChip
        label={t`Principe`}
        options={principles.map((id) => ({ id, label: principleName(id) }))}
        value={search.principle}
        onChange={(id) => onChange({ principle: principles.find((one) => one === id) ?? null })}
        clearLabel={t`Montrer tous les principes`}
      />
      <FollowChip isOn={search.toFollow} onChange={(toFollow) => onChange({ toFollow })} />
      <FilterChip
        label={t`Sorte`}
        options={noteKinds.map((id) => ({ id, label: kindName(id) }))}
        value={search.kind}
        onChange={(id) => onChange({ kind: noteKinds.find((one) => one === id) ?? null })}
        clearLabel={t`Montrer toutes les sortes`}
      />
      <FilterChip
        label={t`Visibilité`}
        options={noteVisibilities.map((id) => ({ id, label: visibilityName(id) }))}
        value={search.visibility}
        onChange={(id) => onChange({ visibility: noteVisibilities.find((one) => one === id) ?? null })}
        clearLabel={t`Montrer toutes les visibilités`}
      />
      <PeriodChip search={search} onChange={onChange} />
    </div>
  );
}

function FollowChip(props: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t } = useLingui();
  const count = useFoundNotes({ ...everyNote, toFollow: true }).data?.total ?? 0;
  return (
    <ToggleButton className="follow-chip" isSelected={props.isOn} onChange={props.onChange}>
      {count === 0 ? t`À suivre` : t`À suivre · ${count}`}
    </ToggleButton>
  );
}

function PeriodChip({ search, onChange }: NoteFiltersProps) {
  const { t } = useLingui();
  const options: readonly { readonly id: Period; readonly label: string }[] = [
    { id: "week", label: t`7 derniers jours` },
    { id: "month", label: t`4 dernières semaines` },
    { id: "quarter", label: t`3 derniers mois` },
    { id: "year", label: t`Depuis un an` },
  ];
  const chosen = options.find(({ id }) => search.fromMs === startOf(id));
  return (
    <FilterChip
      label={t`Période`}
      options={options}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const period = options.find((one) => one.id === id);
        onChange({ fromMs: period === undefined ? null : startOf(period.id) });
      }}
      clearLabel={t`Montrer toutes les périodes`}
    />
  );
}

/** Counted from the start of the running day, so that it stays the same while the screen is open. */
function startOf(period: Period): number {
  return new Date().setHours(0, 0, 0, 0) - periods[period];
}
