import { useLingui } from "@lingui/react/macro";
import type { RowDrop } from "../ui/virtual-list/drop-target.tsx";
import { agentDragType, caseDragType, useDraggedType } from "./use-row-drag.ts";

export interface DroppedCases {
  readonly caseIds: readonly string[];
  /** The key of the row that they were dropped on. */
  readonly ontoKey: string;
}

export interface DroppedAgent {
  readonly agentId: string;
  /** The key of the row that the agent was dropped on. */
  readonly ontoKey: string;
}

export interface CaseDropOptions {
  readonly canDrop: (key: string) => boolean;
  /** What a row is called. */
  readonly nameOf: (key: string) => string;
  readonly onDropCases: (dropped: DroppedCases) => void;
  /** Where the rows accept agents too. */
  readonly onDropAgent?: (dropped: DroppedAgent) => void;
}

/** Makes the rows of a list accept dropped cases, and if wished agents. */
export function useCaseDrop({ canDrop, nameOf, onDropCases, onDropAgent }: CaseDropOptions): RowDrop {
  const { t } = useLingui();
  const draggedType = useDraggedType();
  return {
    draggedType,
    types: onDropAgent === undefined ? [caseDragType] : [caseDragType, agentDragType],
    canDrop,
    labelOf: (key) => {
      const name = nameOf(key);
      return t`Déposer sur ${name}`;
    },
    onDrop(ontoKey, { type, texts }) {
      const [first] = texts;
      if (first === undefined) return;
      if (type === caseDragType) onDropCases({ caseIds: texts, ontoKey });
      else onDropAgent?.({ agentId: first, ontoKey });
    },
  };
}
