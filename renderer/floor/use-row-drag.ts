/** Cases as things that are dragged to a service or a person, and agents as things dragged to a service. */
import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import type { RowDrag } from "../ui/virtual-list/row-drag.ts";
import { useFloorStore } from "./floor-context.tsx";
import { useMutedBecause } from "./floor-mode.ts";

/** The type under which a dragged case travels. */
export const caseDragType = "application/x-vigie-case";
/** The type under which a dragged agent travels. */
export const agentDragType = "application/x-vigie-agent";

let draggedType: string | null = null;
const listeners = new Set<() => void>();

/** Tells those who accept drops that things of a type (null: none) are being dragged. */
export function setDraggedType(type: string | null): void {
  draggedType = type;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The type of what is being dragged, by pointer or keyboard; null while nothing is. */
export function useDraggedType(): string | null {
  return useSyncExternalStore(subscribe, () => draggedType);
}

/** Makes agents things to drag; `isAgent` says which rows are about one. Undefined where nothing can be done. */
export function useAgentDrag(isAgent: (id: string) => boolean): RowDrag | undefined {
  const { t } = useLingui();
  const floor = useFloorStore();
  const isMuted = useMutedBecause() !== null;
  if (isMuted) return undefined;
  const nameOf = (id: string) => floor.agents.get(id)?.name ?? id;
  return {
    canDrag: isAgent,
    itemsOf: (id) => [{ [agentDragType]: id, "text/plain": nameOf(id) }],
    labelOf: (id) => {
      const name = nameOf(id);
      return t`Déplacer ${name}`;
    },
    onStart: () => setDraggedType(agentDragType),
    onEnd: () => setDraggedType(null),
  };
}

/**
 * Makes waiting cases things to drag; whoever is selected goes along with a case that is selected. Undefined where
 * nothing can be done.
 */
export function useCaseDrag(selectedIds: ReadonlySet<string>): RowDrag | undefined {
  const { t } = useLingui();
  const floor = useFloorStore();
  const isMuted = useMutedBecause() !== null;
  if (isMuted) return undefined;
  const ticketOf = (id: string) => floor.cases.get(id)?.ticket ?? id;
  return {
    canDrag: (id) => floor.cases.get(id)?.state === "waiting",
    itemsOf: (id) =>
      (selectedIds.has(id) ? [...selectedIds] : [id]).map((caseId) => ({
        [caseDragType]: caseId,
        "text/plain": ticketOf(caseId),
      })),
    labelOf: (id) => {
      const name = ticketOf(id);
      return t`Déplacer ${name}`;
    },
    onStart: () => setDraggedType(caseDragType),
    onEnd: () => setDraggedType(null),
  };
}
