/** Cases as things that are dragged, and rows as places to drop them. */
import { type DragAndDropHooks, isTextDropItem, useDragAndDrop } from "react-aria-components";

/** The type under which a dragged case travels. */
export const caseDragType = "application/x-vigie-case";

export interface DroppedCases {
  readonly caseIds: readonly string[];
  /** The key of the row that they were dropped on. */
  readonly ontoKey: string;
}

/** Makes the rows of a collection accept dropped cases. */
export function useCaseDrop(onDrop: (dropped: DroppedCases) => void): DragAndDropHooks<object> {
  const { dragAndDropHooks } = useDragAndDrop<object>({
    acceptedDragTypes: [caseDragType],
    getDropOperation: (target) => (target.type === "item" ? "move" : "cancel"),
    onItemDrop: ({ items, target }) => {
      const texts = items.filter(isTextDropItem).map((item) => item.getText(caseDragType));
      void Promise.all(texts).then((caseIds) => onDrop({ caseIds, ontoKey: String(target.key) }));
    },
  });
  return dragAndDropHooks;
}
