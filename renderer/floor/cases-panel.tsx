import { memo, useCallback, useState } from "react";
import { SheetButton } from "../sheets/sheet-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { CaseActions } from "./case-actions.tsx";
import { type CaseFilter, changeCaseFilter, fitsCase, noCaseFilter } from "./case-filter.ts";
import { CaseFilterField } from "./case-filter-field.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseCounts, CaseList, NobodyWaits } from "./case-list.tsx";
import { useFloor } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";
import { NoMatch } from "./no-match.tsx";
import { useIdsReader } from "./use-floor-ids.ts";
import { useIsMany } from "./use-is-many.ts";
import "./cases-panel.css";

export interface CasesPanelProps {
  readonly serviceKey: string;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (caseIds: ReadonlySet<string>) => void;
  readonly onReassign: () => void;
}

/** The open cases of the chosen service: thousands scroll as lightly as ten. */
export const CasesPanel = memo(function CasesPanel({
  serviceKey,
  selectedIds,
  onSelect,
  onReassign,
}: CasesPanelProps) {
  const name = useFloor(({ services }) => services.get(serviceKey)?.name);
  const serviceId = useFloor(({ services }) => services.get(serviceKey)?.serviceId ?? "");
  const canFilter = useIsMany(useFloor(({ caseIdsOf }) => caseIdsOf(serviceKey).length));
  // Another service begins without a filter; drawing the panel anew for it would take three times as long.
  const [filter, setFilter] = useState<CaseFilter>(noCaseFilter);
  const [filteredKey, setFilteredKey] = useState(serviceKey);
  if (filteredKey !== serviceKey) {
    setFilteredKey(serviceKey);
    setFilter(noCaseFilter);
  }
  const isFiltered = filter !== noCaseFilter;
  const idsOf = useIdsReader(
    useCallback(
      ({ caseIdsOf, cases }: Floor) => {
        const all = caseIdsOf(serviceKey);
        if (filter === noCaseFilter) return all;
        return all.filter((id) => {
          const row = cases.get(id);
          return row !== undefined && fitsCase(row, filter);
        });
      },
      [serviceKey, filter],
    ),
  );
  if (name === undefined) return null;
  return (
    <Panel
      title={name}
      detail={<CaseCounts serviceKey={serviceKey} idsOf={isFiltered ? idsOf : null} />}
      className="cases-panel"
      actions={
        <>
          {canFilter ? (
            <CaseFilterField
              text={filter.text}
              onChange={(text) => setFilter(changeCaseFilter(filter, { text }))}
            />
          ) : null}
          <SheetButton serviceId={serviceId} name={name} />
          <CaseActions selectedIds={selectedIds} onReassign={onReassign} />
        </>
      }
    >
      <CaseHead serviceKey={serviceKey} filter={filter} onFilter={canFilter ? setFilter : null} />
      <CaseList
        name={name}
        idsOf={idsOf}
        topKey={`${serviceKey} ${filter.channel} ${filter.state} ${filter.text}`}
        selectedIds={selectedIds}
        onSelect={onSelect}
        empty={
          isFiltered ? (
            <NoMatch onClear={() => setFilter(noCaseFilter)} />
          ) : (
            <NobodyWaits serviceKey={serviceKey} />
          )
        }
      />
    </Panel>
  );
});
