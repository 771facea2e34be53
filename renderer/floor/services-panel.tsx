import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo, useState } from "react";
import { Panel } from "../ui/panel.tsx";
import type { RowSelection } from "../ui/virtual-list/use-row-selection.ts";
import { VirtualList } from "../ui/virtual-list/virtual-list.tsx";
import { fits } from "./fits.ts";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";
import { NoMatch } from "./no-match.tsx";
import { ServiceHead, serviceHeadHeight } from "./service-head.tsx";
import { ServiceTableRow } from "./service-row.tsx";
import { isSiteRow, serviceRows, siteIdsOf } from "./site-groups.ts";
import { type DroppedAgent, type DroppedCases, useCaseDrop } from "./use-case-drop.ts";
import { useFloorIds } from "./use-floor-ids.ts";
import { useIsMany } from "./use-is-many.ts";
import { useServiceRowHeight } from "./use-row-height.ts";
import { useSiteName } from "./use-sites.ts";
import "./services-panel.css";

export interface ServicesPanelProps {
  readonly selectedKey: string | null;
  /** Ids of the services that are listed; null: all. */
  readonly shownServiceIds: readonly string[] | null;
  readonly onSelect: (serviceKey: string) => void;
  /** Cases were dropped on a service. */
  readonly onDropCases: (dropped: DroppedCases) => void;
  /** An agent was dropped on a service. */
  readonly onDropAgent: (dropped: DroppedAgent) => void;
}

/**
 * One row for each service, and one above those of each site where there are several; the chosen
 * one's cases are shown below, and cases and agents can be dropped on any.
 */
export function ServicesPanel(props: ServicesPanelProps) {
  const { selectedKey, shownServiceIds, onSelect, onDropCases, onDropAgent } = props;
  const { t } = useLingui();
  const floor = useFloorStore();
  const siteNameOf = useSiteName();
  const canFilter = useIsMany(useFloor(({ serviceKeys }) => serviceKeys.length));
  const [text, setText] = useState("");
  const nameOf = (key: string) => floor.services.get(key)?.name ?? key;
  const ids = useFloorIds(
    useCallback(
      ({ serviceList }: Floor) => {
        const shown = serviceList.filter(
          ({ serviceId, name, siteId }) =>
            (shownServiceIds === null || shownServiceIds.includes(serviceId)) &&
            (text === "" || fits(text, `${name} ${siteNameOf(siteId)}`)),
        );
        const isGrouped = siteIdsOf(serviceList).length > 1;
        return serviceRows(shown, siteNameOf, isGrouped).map(({ id }) => id);
      },
      [text, siteNameOf, shownServiceIds],
    ),
  );
  const selection = useMemo(
    (): RowSelection => ({
      mode: "one",
      selectedIds: new Set(selectedKey === null ? [] : [selectedKey]),
      isSelectable: (id) => !isSiteRow(id),
      most: 1,
      onSelect: ([key]) => {
        if (key !== undefined) onSelect(key);
      },
    }),
    [selectedKey, onSelect],
  );
  const drop = useCaseDrop({ canDrop: (id) => !isSiteRow(id), nameOf, onDropCases, onDropAgent });
  return (
    <Panel title={t`Démarches`} hidesTitle className="services-panel">
      <VirtualList
        label={t`Démarches`}
        className="services-table"
        rowClassName="service-row"
        ids={ids}
        rowHeight={useServiceRowHeight()}
        content={ServiceTableRow}
        head={{
          row: <ServiceHead filter={canFilter ? { text, onChange: setText } : null} />,
          height: serviceHeadHeight,
        }}
        topKey={text}
        selection={selection}
        drop={drop}
        empty={<NoMatch onClear={() => setText("")} />}
      />
    </Panel>
  );
}
