import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { GridList, GridListItem } from "react-aria-components";
import { isOnFloor } from "../../shared/domain/agent.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { AgentRow, ComingRow } from "./agent-row.tsx";
import { useFloor } from "./floor-context.tsx";
import type { Floor } from "./floor-store.ts";
import { type DroppedCases, useCaseDrop } from "./use-case-drop.ts";
import "./agents-panel.css";

/** Prefix of the keys of people who are called in and not on the floor yet. */
const comingPrefix = "coming:";

interface AgentItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
}

/** Who is shown, in order: on the floor, then elsewhere, then on their way. */
function itemsOf(floor: Floor): AgentItem[] {
  const here = floor.agentList.filter((agent) => isOnFloor(agent.state) || agent.state === "paused");
  const coming = floor.backupCallList.filter(
    (call) => call.state === "requested" || call.state === "accepted",
  );
  const elsewhere = floor.agentList.filter(
    (agent) => !here.includes(agent) && !coming.some((call) => call.agentId === agent.id),
  );
  return [
    ...[...here, ...elsewhere].map((agent) => ({ id: agent.id, label: agent.name })),
    ...coming.map((call) => ({
      id: `${comingPrefix}${call.id}`,
      label: floor.agents.get(call.agentId)?.name ?? call.agentId,
    })),
  ];
}

/** Who is on the floor, what they are doing and for how long; cases can be dropped on them. */
export function AgentsPanel({ onDropCases }: { readonly onDropCases: (dropped: DroppedCases) => void }) {
  const { t } = useLingui();
  const listed = useFloor((floor) => JSON.stringify(itemsOf(floor)));
  const rows = useMemo((): AgentItem[] => JSON.parse(listed), [listed]);
  const dragAndDropHooks = useCaseDrop((dropped) => {
    if (!dropped.ontoKey.startsWith(comingPrefix)) onDropCases(dropped);
  });
  return (
    <Panel title={t`Agents`} detail={rows.length} className="agents-panel">
      <GridList
        className="agent-list"
        aria-label={t`Agents`}
        items={rows}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <EmptyState title={t`Aucun agent connecté`}>
            {t`Un agent apparaît ici dès qu’un flux annonce sa prise de poste (agent.signed_in).`}
          </EmptyState>
        )}
      >
        {({ id, label }) => (
          <GridListItem id={id} textValue={label} className="agent-item">
            {id.startsWith(comingPrefix) ? (
              <ComingRow callId={id.slice(comingPrefix.length)} />
            ) : (
              <AgentRow agentId={id} />
            )}
          </GridListItem>
        )}
      </GridList>
    </Panel>
  );
}
