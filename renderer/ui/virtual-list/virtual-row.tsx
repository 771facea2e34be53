import { type ComponentType, memo } from "react";
import { DropTarget, type DropTargetProps } from "./drop-target.tsx";

export interface RowContentProps {
  readonly id: string;
  readonly isSelected: boolean;
}

export interface VirtualRowProps extends RowContentProps {
  readonly elementId: string;
  readonly className: string;
  /** Place in the list, from 1; read aloud with the number of rows. */
  readonly ariaIndex: number;
  readonly top: number;
  readonly height: number;
  /** False while its content has yet to wait its turn. */
  readonly isFilled: boolean;
  readonly isActive: boolean;
  /** Null where rows can't be selected. */
  readonly isSelectable: boolean | null;
  readonly isDraggable: boolean;
  /** “Move …”, where the keyboard is on the row's handle; else null. */
  readonly gripLabel: string | null;
  /** What the row shows: cells of a table. */
  readonly content: ComponentType<RowContentProps>;
  /** Only while something that can be dropped here is being dragged. */
  readonly drop: DropTargetProps["drop"] | null;
}

/** The element that the keyboard is on when it is on the handle of a row. */
export function gripId(elementId: string): string {
  return `${elementId}-grip`;
}

/** One row in its place; its content is drawn again only when it has to say something else. */
export const VirtualRow = memo(function VirtualRow(props: VirtualRowProps) {
  const { id, isSelected, isSelectable, content: Content, drop } = props;
  return (
    <tr
      id={props.elementId}
      className={`virtual-row ${props.className}`}
      tabIndex={-1}
      aria-rowindex={props.ariaIndex}
      aria-selected={isSelectable === null ? undefined : isSelected}
      aria-disabled={isSelectable === false || undefined}
      draggable={props.isDraggable || undefined}
      data-row-id={id}
      data-active={props.isActive || undefined}
      data-selected={isSelected || undefined}
      data-disabled={isSelectable === false || undefined}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
    >
      {props.isFilled ? <Content id={id} isSelected={isSelected} /> : null}
      {props.gripLabel === null ? null : (
        <td className="grip-cell">
          <button
            id={gripId(props.elementId)}
            type="button"
            tabIndex={-1}
            className="row-grip"
            aria-label={props.gripLabel}
          />
        </td>
      )}
      {drop?.canDrop(id) === true ? (
        <td className="drop-cell">
          <DropTarget id={id} drop={drop} />
        </td>
      ) : null}
    </tr>
  );
});
