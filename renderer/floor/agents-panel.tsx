import { Trans, useLingui } from "@lingui/react/macro";
import { memo, useCallback, useState } from "react";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Panel } from "../ui/panel.tsx";
import { focusedRowId } from "../ui/virtual-list/row-controls.ts";
import { VirtualList } from "../ui/virtual-list/virtual-list.tsx";
import type { RowContentProps } from "../ui/virtual-list/virtual-row.tsx";
import { type AgentFilter, fitsAgent, noAgentFilter } from "./agent-filter.ts";
import { AgentFilterBar } from "./agent-filter-bar.tsx";
import { AgentRow, ComingRow } from "./agent-row.tsx";
import { agentRowsOf, callOfRow, nameOfRow } from "./agent-rows.ts";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";
import { NoMatch } from "./no-match.tsx";
import { type DroppedCases, useCaseDrop } from "./use-case-drop.ts";
import { useFloorIds } from "./use-floor-ids.ts";
import { useIsMany } from "./use-is-many.ts";
import { useAgentDrag } from "./use-row-drag.ts";
import { useAgentRowHeights } from "./use-row-height.ts";
import "./agents-panel.css";

export interface AgentsPanelProps {
  readonly onDropCases: (dropped: DroppedCases) => void;
  /** Somebody was chosen, to be moved or corrected; `move`: to be moved. */
  readonly onOpen: (agentId: string, view?: "move") => void;
  /** Asks who could help. */
  readonly onHelp: () => void;
}

const isAgent = (id: string) => callOfRow(id) === null;

/**
 * Who is on the floor, what they are doing and for how long; cases can be dropped on them, and they
 * on a service.
 */
export const AgentsPanel = memo(function AgentsPanel({ onDropCases, onOpen, onHelp }: AgentsPanelProps) {
  const { t } = useLingui();
  const floor = useFloorStore();
  const [filter, setFilter] = useState<AgentFilter>(noAgentFilter);
  const canFilter = useIsMany(useFloor((current) => current.agentList.length));
  const ids = useFloorIds(
    useCallback(
      (current: Floor) => {
        const all = agentRowsOf(current);
        return filter === noAgentFilter ? all : all.filter((id) => fitsAgent(current, id, filter));
      },
      [filter],
    ),
  );
  const nameOf = (id: string) => nameOfRow(floor, id);
  const drag = useAgentDrag(isAgent);
  const drop = useCaseDrop({ canDrop: isAgent, nameOf, onDropCases });
  const helpKeys = useShortcut("findHelpers", onHelp);
  useShortcut("moveAgent", () => {
    const id = focusedRowId("agent-list");
    if (id !== null && isAgent(id)) onOpen(id, "move");
  });
  return (
    <Panel
      title={t`Agents`}
      detail={ids.length}
      className="agents-panel"
      actions={
        <Button onPress={onHelp} aria-haspopup="dialog" {...helpKeys}>
          <Trans>Qui peut aider ?</Trans> <Kbd>Q</Kbd>
        </Button>
      }
    >
      {canFilter ? <AgentFilterBar filter={filter} onChange={setFilter} /> : null}
      {/* Without finding by typing: letters are for what can be done here. */}
      <VirtualList
        label={t`Agents`}
        className="agent-list"
        rowClassName="agent-item"
        ids={ids}
        {...useAgentRowHeights()}
        content={AgentCell}
        topKey={`${filter.state} ${filter.text}`}
        onAction={(id) => {
          if (isAgent(id)) onOpen(id);
        }}
        drag={drag}
        drop={drop}
        empty={
          filter === noAgentFilter ? (
            <EmptyState title={t`Aucun agent connecté`}>
              {t`Un agent apparaît ici dès qu’un flux annonce sa prise de poste (agent.signed_in).`}
            </EmptyState>
          ) : (
            <NoMatch onClear={() => setFilter(noAgentFilter)} />
          )
        }
      />
    </Panel>
  );
});

const AgentCell = memo(function AgentCell({ id }: RowContentProps) {
  const callId = callOfRow(id);
  return (
    <td className="agent-cell">
      {callId === null ? <AgentRow agentId={id} /> : <ComingRow callId={callId} />}
    </td>
  );
});
