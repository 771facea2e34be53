import { Plural, useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo } from "react";
import { EmptyState } from "../ui/empty-state.tsx";
import type { RowSelection } from "../ui/virtual-list/use-row-selection.ts";
import { VirtualList } from "../ui/virtual-list/virtual-list.tsx";
import { CaseRow } from "./case-row.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { useAge } from "./running.tsx";
import type { ServiceCellProps } from "./service-cells.tsx";
import type { IdsReader } from "./use-floor-ids.ts";
import { useCaseDrag } from "./use-row-drag.ts";
import { useCaseRowHeight } from "./use-row-height.ts";

/** As many cases as one action takes. */
const mostAtOnce = 500;

export interface CaseListProps {
  /** What the service is called. */
  readonly name: string;
  readonly idsOf: IdsReader;
  readonly topKey: string;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (caseIds: ReadonlySet<string>) => void;
  readonly empty: ReactNode;
}

/** The rows of the cases; all can be selected, and those that wait dragged. */
export function CaseList({ name, idsOf, topKey, selectedIds, onSelect, empty }: CaseListProps) {
  const { t } = useLingui();
  const floor = useFloorStore();
  const ids = useFloor(idsOf);
  const drag = useCaseDrag(selectedIds);
  const selection = useMemo(
    (): RowSelection => ({
      mode: "many",
      selectedIds,
      isSelectable: () => true,
      most: mostAtOnce,
      onSelect,
    }),
    [selectedIds, onSelect],
  );
  return (
    <VirtualList
      label={t`Dossiers ouverts : ${name}`}
      className="case-list"
      rowClassName="case-item"
      ids={ids}
      rowHeight={useCaseRowHeight()}
      content={CaseRow}
      textOf={(id) => floor.cases.get(id)?.ticket ?? id}
      topKey={topKey}
      selection={selection}
      drag={drag}
      empty={empty}
    />
  );
}

export interface CaseCountsProps extends ServiceCellProps {
  /** Reads those that a filter lets through; null while there is none. */
  readonly idsOf: IdsReader | null;
}

/** How many wait, and how many of the open cases are shown. */
export function CaseCounts({ serviceKey, idsOf }: CaseCountsProps) {
  const queueLength = useFloor(({ services }) => services.get(serviceKey)?.queueLength ?? 0);
  const shown = useFloor((floor) => (idsOf === null ? null : idsOf(floor).length));
  return (
    <>
      <Plural value={queueLength} one="# en attente" other="# en attente" />
      {shown === null ? null : (
        <>
          {" · "}
          <Plural value={shown} one="# affiché" other="# affichés" />
        </>
      )}
    </>
  );
}

/** Why there are no cases. */
export function NobodyWaits({ serviceKey }: ServiceCellProps) {
  const { t } = useLingui();
  const observedAtMs = useFloor(({ services }) => services.get(serviceKey)?.observedAtMs ?? null);
  if (observedAtMs !== null) return <ObservedOnly atMs={observedAtMs} />;
  return (
    <EmptyState title={t`Personne n’attend`}>
      {t`Les prochaines arrivées apparaissent ici d’elles-mêmes.`}
    </EmptyState>
  );
}

function ObservedOnly({ atMs }: { readonly atMs: number }) {
  const { t } = useLingui();
  const age = useAge(atMs);
  return (
    <EmptyState title={t`Ce flux compte la file sans connaître les dossiers`}>
      {t`Dernière observation il y a ${age}. Pour réaffecter, il faut un flux qui envoie les dossiers un à un.`}
    </EmptyState>
  );
}
