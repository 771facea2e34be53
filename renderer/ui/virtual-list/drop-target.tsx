import { useRef } from "react";
import { isTextDropItem, useDrop } from "react-aria-components";

/** What was dropped together. */
export interface Dropped {
  readonly type: string;
  /** What travelled under the type, one for each thing. */
  readonly texts: readonly string[];
}

/** Rows as places to drop things. */
export interface RowDrop {
  /** The type of what is being dragged; null while nothing is. */
  readonly draggedType: string | null;
  /** The types that are accepted here. */
  readonly types: readonly string[];
  readonly canDrop: (id: string) => boolean;
  /** “Drop on …”, read aloud. */
  readonly labelOf: (id: string) => string;
  readonly onDrop: (id: string, dropped: Dropped) => void;
}

/** Whether rows are places to drop at the moment. */
export function isDropUnderWay(
  drop: RowDrop | undefined,
): drop is RowDrop & { readonly draggedType: string } {
  return drop?.draggedType != null && drop.types.includes(drop.draggedType);
}

export interface DropTargetProps {
  readonly id: string;
  readonly drop: RowDrop & { readonly draggedType: string };
}

/** Lies over a row while something is dragged: what is let go here is dropped on the row. */
export function DropTarget({ id, drop }: DropTargetProps) {
  const type = drop.draggedType;
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(type) ? "move" : "cancel"),
    onDrop: ({ items }) => {
      const texts = items.filter(isTextDropItem).map((item) => item.getText(type));
      void Promise.all(texts).then((all) => drop.onDrop(id, { type, texts: all }));
    },
  });
  return (
    <button
      {...dropProps}
      ref={ref}
      type="button"
      tabIndex={-1}
      aria-label={drop.labelOf(id)}
      className="drop-target"
      data-drop-target={isDropTarget || undefined}
    />
  );
}
