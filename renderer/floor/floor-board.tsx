import { useLingui } from "@lingui/react/macro";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useClock } from "../client/server-clock.ts";
import { useLayout } from "../layouts/use-layout.ts";
import { OutlookStrip } from "../outlook/outlook-strip.tsx";
import { DueStrip } from "../principles/commitments/due-strip.tsx";
import { useShortcut } from "../shell/use-shortcut.ts";
import { showToast } from "../ui/toast.tsx";
import { AgentsPanel } from "./agents-panel.tsx";
import { CasesPanel } from "./cases-panel.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { useFloorFocus } from "./floor-focus.tsx";
import { useMutedBecause, usePastBecause } from "./floor-mode.ts";
import { serviceKeyOf } from "./floor-store.ts";
import { mostLoaded } from "./judge.ts";
import { KeyFigures } from "./key-figures.tsx";
import { ReassignDialog } from "./reassign-dialog.tsx";
import { type ReassignRequest, type ReassignTarget, requestFor } from "./reassign-request.ts";
import { ServicesPanel } from "./services-panel.tsx";
import { SitesOverview } from "./sites-overview.tsx";
import { useUndo } from "./undo.tsx";
import { useAgentTasks } from "./use-agent-tasks.tsx";
import type { DroppedCases } from "./use-case-drop.ts";

const nothingSelected: ReadonlySet<string> = new Set();

/** Figures, services, agents and the cases of one service, with what can be done to them. */
export function FloorBoard() {
  const { t } = useLingui();
  const floor = useFloorStore();
  const { takeBack } = useUndo();
  const { layout, shows } = useLayout();
  const clock = useClock();
  const mutedBecause = useMutedBecause();
  const isLive = usePastBecause() === null;
  const [first] = useState(() => mostLoaded(floor.serviceList, clock.nowMs()));
  const { serviceKey, selectedIds: selected, chooseService, select } = useFloorFocus();
  const [request, setRequest] = useState<ReassignRequest | undefined>(undefined);
  const preferred = serviceKey ?? (first === undefined ? null : serviceKeyOf(first));
  const chosen = useFloor(({ services, serviceList }) => {
    if (preferred !== null && services.has(preferred)) return preferred;
    const [any] = serviceList;
    return any === undefined ? null : serviceKeyOf(any);
  });
  const openIds = useFloor(({ cases }) => [...selected].filter((id) => cases.has(id)).join("\n"));
  const selectedIds = useMemo(
    () => (openIds === "" ? nothingSelected : new Set(openIds.split("\n"))),
    [openIds],
  );
  // The row is marked at once; its cases follow in slices that hold nothing up.
  const shownKey = useDeferredValue(chosen);

  const tasks = useAgentTasks(chosen);
  const { passOver } = tasks;
  const ask = useCallback(
    (caseIds: Iterable<string>, target: ReassignTarget | null) => {
      if (mutedBecause !== null) {
        showToast({ title: mutedBecause, level: "warn" });
        return;
      }
      passOver();
      const asked = requestFor(floor, caseIds, target);
      setRequest(asked);
      if (asked === undefined)
        showToast({ title: t`Seuls les dossiers en attente se réaffectent`, level: "warn" });
    },
    [floor, t, passOver, mutedBecause],
  );

  function dropOnService({ caseIds, ontoKey }: DroppedCases) {
    const onto = floor.services.get(ontoKey);
    const moved = caseIds.filter((id) => floor.cases.get(id)?.serviceId !== onto?.serviceId);
    if (onto !== undefined && moved.length > 0) ask(moved, { kind: "service", id: onto.serviceId });
  }

  /** Does it, where things can be done here; else says why they can't. */
  const unlessMuted = useCallback(
    (run: () => void) => {
      if (mutedBecause === null) run();
      else showToast({ title: mutedBecause, level: "warn" });
    },
    [mutedBecause],
  );
  const reassign = useCallback(() => ask(selectedIds, null), [ask, selectedIds]);
  const { openAgent, openHelpers } = tasks;
  const dropOnAgent = useCallback(
    ({ caseIds, ontoKey }: DroppedCases) => ask(caseIds, { kind: "agent", id: ontoKey }),
    [ask],
  );
  const open = useCallback(
    (agentId: string, view?: "move") => unlessMuted(() => openAgent(agentId, view)),
    [unlessMuted, openAgent],
  );
  // Who could help may be seen by whoever sees the floor as it is.
  const help = useCallback(
    () => (isLive ? openHelpers() : unlessMuted(openHelpers)),
    [isLive, unlessMuted, openHelpers],
  );

  useShortcut("undo", () => {
    if (mutedBecause === null && !tasks.takeBack()) takeBack();
  });

  return (
    <>
      {shows("key_figures") ? <KeyFigures /> : null}
      {isLive ? (
        <div className="floor-strips">
          {shows("outlook") ? <OutlookStrip /> : null}
          <DueStrip />
        </div>
      ) : null}
      <div className={shows("agents") ? "floor-columns" : "floor-columns floor-one-column"}>
        <div className="floor-main">
          {isLive && shows("sites") ? <SitesOverview /> : null}
          <ServicesPanel
            selectedKey={chosen}
            shownServiceIds={layout.serviceIds}
            onSelect={chooseService}
            onDropCases={dropOnService}
            onDropAgent={({ agentId, ontoKey }) => {
              const onto = floor.services.get(ontoKey);
              if (onto !== undefined) unlessMuted(() => tasks.openMove(agentId, onto.serviceId));
            }}
          />
          {shownKey === null || !shows("cases") ? null : (
            <CasesPanel
              serviceKey={shownKey}
              selectedIds={selectedIds}
              onSelect={select}
              onReassign={reassign}
            />
          )}
        </div>
        {shows("agents") ? <AgentsPanel onDropCases={dropOnAgent} onOpen={open} onHelp={help} /> : null}
      </div>
      {tasks.dialog}
      {request === undefined ? null : (
        <ReassignDialog
          request={request}
          onClose={() => {
            setRequest(undefined);
            select(nothingSelected);
          }}
        />
      )}
    </>
  );
}
