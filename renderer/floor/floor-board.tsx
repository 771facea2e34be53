import { useCallback, useState } from "react";
import { serverNowMs } from "../client/server-clock.ts";
import { useHotkey } from "../ui/use-hotkey.ts";
import { AgentsPanel } from "./agents-panel.tsx";
import { CasesPanel } from "./cases-panel.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { mostLoaded } from "./judge.ts";
import { KeyFigures } from "./key-figures.tsx";
import { ReassignDialog } from "./reassign-dialog.tsx";
import { type ReassignRequest, type ReassignTarget, requestFor } from "./reassign-request.ts";
import { ServicesPanel } from "./services-panel.tsx";
import { useUndo } from "./undo.tsx";
import type { DroppedCases } from "./use-case-drop.ts";

export interface FloorBoardProps {
  /** The service that the person chose; null: the one that needs help most. */
  readonly serviceKey: string | null;
  readonly onChooseService: (serviceKey: string) => void;
}

const nothingSelected: ReadonlySet<string> = new Set();

/** Figures, services, agents and the cases of one service, with what can be done to them. */
export function FloorBoard({ serviceKey, onChooseService }: FloorBoardProps) {
  const floor = useFloorStore();
  const { takeBack } = useUndo();
  const [first] = useState(() => mostLoaded(floor.serviceList, serverNowMs()));
  const [selected, setSelected] = useState(nothingSelected);
  const [request, setRequest] = useState<ReassignRequest | undefined>(undefined);
  const preferred = serviceKey ?? (first === undefined ? null : serviceKeyOf(first));
  const chosen = useFloor(({ services, serviceList }) => {
    if (preferred !== null && services.has(preferred)) return preferred;
    const [any] = serviceList;
    return any === undefined ? null : serviceKeyOf(any);
  });
  const waitingIds = useFloor(({ cases }) =>
    [...selected].filter((id) => cases.get(id)?.state === "waiting").join("\n"),
  );
  const selectedIds = waitingIds === "" ? nothingSelected : new Set(waitingIds.split("\n"));

  const ask = useCallback(
    (caseIds: Iterable<string>, target: ReassignTarget | null) => {
      setRequest(requestFor(floor, caseIds, target));
    },
    [floor],
  );

  function dropOnService({ caseIds, ontoKey }: DroppedCases) {
    const onto = floor.services.get(ontoKey);
    const moved = caseIds.filter((id) => floor.cases.get(id)?.serviceId !== onto?.serviceId);
    if (onto !== undefined && moved.length > 0) ask(moved, { kind: "service", id: onto.serviceId });
  }

  useHotkey("r", () => ask(selectedIds, null));
  useHotkey("z", () => void takeBack(), true);

  return (
    <>
      <KeyFigures />
      <div className="floor-columns">
        <div className="floor-main">
          <ServicesPanel
            selectedKey={chosen}
            onSelect={(key) => {
              setSelected(nothingSelected);
              onChooseService(key);
            }}
            onDropCases={dropOnService}
          />
          {chosen === null ? null : (
            <CasesPanel
              key={chosen}
              serviceKey={chosen}
              selectedIds={selectedIds}
              onSelect={setSelected}
              onReassign={() => ask(selectedIds, null)}
            />
          )}
        </div>
        <AgentsPanel onDropCases={({ caseIds, ontoKey }) => ask(caseIds, { kind: "agent", id: ontoKey })} />
      </div>
      {request === undefined ? null : (
        <ReassignDialog
          request={request}
          onClose={() => {
            setRequest(undefined);
            setSelected(nothingSelected);
          }}
        />
      )}
    </>
  );
}
