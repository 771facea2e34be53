import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import {
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  type Selection,
  useDragAndDrop,
  Virtualizer,
} from "react-aria-components";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Panel } from "../ui/panel.tsx";
import { CaseRow } from "./case-row.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { useAge } from "./running.tsx";
import { caseDragType } from "./use-case-drop.ts";
import { useCaseItems } from "./use-case-items.ts";
import { useRowHeight } from "./use-row-height.ts";
import "./cases-panel.css";

export interface CasesPanelProps {
  readonly serviceKey: string;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (caseIds: ReadonlySet<string>) => void;
  readonly onReassign: () => void;
}

/** As many cases as one reassignment takes. */
const mostAtOnce = 500;

/** The open cases of the chosen service: thousands scroll as lightly as ten. */
export function CasesPanel({ serviceKey, selectedIds, onSelect, onReassign }: CasesPanelProps) {
  const { t } = useLingui();
  const service = useFloor((floor) => floor.services.get(serviceKey));
  const { items, moreCount, loadMore } = useCaseItems(serviceKey);
  const floor = useFloorStore();
  const rowHeight = useRowHeight();
  const layoutOptions = useMemo(() => ({ rowHeight }), [rowHeight]);
  const { dragAndDropHooks } = useDragAndDrop<{ id: string }>({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [caseDragType]: String(key),
        "text/plain": floor.cases.get(String(key))?.ticket ?? String(key),
      })),
    getAllowedDropOperations: () => ["move"],
  });

  function select(selection: Selection) {
    const waiting = items.filter((item) => item.isWaiting).map((item) => item.id);
    const chosen = selection === "all" ? waiting : [...selection].map(String);
    onSelect(new Set(chosen.slice(0, mostAtOnce)));
  }

  if (service === undefined) return null;
  const count = selectedIds.size;
  return (
    <Panel
      title={service.name}
      detail={<Plural value={service.queueLength} one="# en attente" other="# en attente" />}
      className="cases-panel"
      actions={
        <>
          <span className="cases-count number" aria-live="polite">
            {count === 0 ? null : <Plural value={count} one="# choisi" other="# choisis" />}
          </span>
          <Button variant="soft" isDisabled={count === 0} onPress={onReassign} aria-keyshortcuts="R">
            <Trans>Réaffecter</Trans> <Kbd>R</Kbd>
          </Button>
        </>
      }
    >
      <div className="case-head" aria-hidden="true">
        <span />
        <span />
        <span>{t`Ticket`}</span>
        <span>{t`Attente`}</span>
        <span>{t`État`}</span>
        <span>{t`À savoir`}</span>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          className="case-list"
          aria-label={t`Dossiers ouverts : ${service.name}`}
          selectionMode="multiple"
          selectedKeys={selectedIds}
          onSelectionChange={select}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() =>
            service.observedAtMs === null ? (
              <EmptyState title={t`Personne n’attend`}>
                {t`Les prochaines arrivées apparaissent ici d’elles-mêmes.`}
              </EmptyState>
            ) : (
              <ObservedOnly atMs={service.observedAtMs} />
            )
          }
        >
          <Collection items={items}>
            {(item) => (
              <GridListItem
                id={item.id}
                textValue={item.label}
                isDisabled={!item.isWaiting}
                className="case-item"
              >
                {({ isSelected }) => <CaseRow caseId={item.id} isSelected={isSelected} />}
              </GridListItem>
            )}
          </Collection>
          {moreCount === 0 ? null : (
            <GridListLoadMoreItem className="case-more" onLoadMore={loadMore}>
              <Plural value={moreCount} one="# autre dossier" other="# autres dossiers" />
            </GridListLoadMoreItem>
          )}
        </GridList>
      </Virtualizer>
    </Panel>
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
