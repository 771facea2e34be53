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

/** Keys in the order of the panel: on the floor, then elsewhere, then on their way. */
function keysOf(floor: Floor): string {
  const here = floor.agentList.filter((agent) => isOnFloor(agent.state) || agent.state === "paused");
  const elsewhere = floor.agentList.filter((agent) => !here.includes(agent));
  const coming = floor.backupCallList.filter(
    (call) => call.state === "requested" || call.state === "accepted",
  );
  return [
    ...here.map((agent) => agent.id),
    ...elsewhere
      .filter((agent) => !coming.some((call) => call.agentId === agent.id))
      .map((agent) => agent.id),
    ...coming.map((call) => `${comingPrefix}${call.id}`),
  ].join("\n");
}

/** Who is on the floor, what they are doing and for how long; cases can be dropped on them. */
export function AgentsPanel({ onDropCases }: { readonly onDropCases: (dropped: DroppedCases) => void }) {
  const { t } = useLingui();
  const keys = useFloor(keysOf);
  const rows = useMemo(() => (keys === "" ? [] : keys.split("\n").map((id) => ({ id }))), [keys]);
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
        {({ id }) => (
          <GridListItem id={id} textValue={id} className="agent-item">
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
