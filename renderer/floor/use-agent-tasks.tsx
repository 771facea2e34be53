import { type ReactNode, useCallback, useState } from "react";
import { isOnFloor } from "../../shared/domain/agent.ts";
import { AgentDialog, type AgentView } from "./agent-dialog.tsx";
import { useFloor, useFloorStore } from "./floor-context.tsx";
import { HelpersDialog } from "./helpers-dialog.tsx";
import { useMoveUndo } from "./use-move-undo.ts";

interface AgentTask {
  readonly agentId: string;
  readonly view: AgentView;
  readonly serviceId: string | null;
}

export interface AgentTasks {
  /** Opens what can be done about somebody; without a view, what is done most about who they are now. */
  readonly openAgent: (agentId: string, view?: AgentView) => void;
  /** Opens the move of somebody to a service. */
  readonly openMove: (agentId: string, serviceId: string) => void;
  /** Opens who could help the service. */
  readonly openHelpers: () => void;
  /** Takes back the last move, if that is still offered; false where there is none. */
  readonly takeBack: () => boolean;
  /** Something else was done since the last move. */
  readonly passOver: () => void;
  /** The dialog that is open, to be drawn. */
  readonly dialog: ReactNode;
}

/** What can be done about agents of the floor, with the dialogs for it. */
export function useAgentTasks(serviceKey: string | null): AgentTasks {
  const floor = useFloorStore();
  const undo = useMoveUndo();
  const [task, setTask] = useState<AgentTask | null>(null);
  const [showsHelpers, setShowsHelpers] = useState(false);
  const agent = useFloor(({ agents }) => agents.get(task?.agentId ?? ""));
  const openAgent = useCallback(
    (agentId: string, view?: AgentView) => {
      const state = floor.agents.get(agentId)?.state ?? "offline";
      setTask({ agentId, view: view ?? (isOnFloor(state) ? "move" : "state"), serviceId: null });
    },
    [floor],
  );
  return {
    takeBack: undo.takeBack,
    passOver: undo.passOver,
    openHelpers: useCallback(() => setShowsHelpers(true), []),
    openAgent,
    openMove: (agentId, serviceId) => setTask({ agentId, view: "move", serviceId }),
    dialog:
      task !== null && agent !== undefined ? (
        <AgentDialog
          agent={agent}
          firstView={task.view}
          serviceId={task.serviceId}
          undo={undo}
          onClose={() => setTask(null)}
        />
      ) : showsHelpers ? (
        <HelpersDialog
          serviceKey={serviceKey}
          onAssign={(agentId, serviceId) => {
            setShowsHelpers(false);
            setTask({ agentId, view: "move", serviceId });
          }}
          onClose={() => setShowsHelpers(false)}
        />
      ) : null,
  };
}
