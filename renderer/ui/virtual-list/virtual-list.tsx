import {
  type ComponentType,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { isDropUnderWay, type RowDrop } from "./drop-target.tsx";
import { moveTo } from "./move-keys.ts";
import { focusInRow, rowIdOf } from "./row-controls.ts";
import { type RowDrag, useRowDrag } from "./row-drag.ts";
import { createTypeAhead } from "./type-ahead.ts";
import { useActiveRow } from "./use-active-row.ts";
import { useDropKeys } from "./use-drop-keys.ts";
import { useGradual } from "./use-gradual.ts";
import { type RowSelection, useRowSelection } from "./use-row-selection.ts";
import { useWindow } from "./use-window.ts";
import { gripId, type RowContentProps, VirtualRow } from "./virtual-row.tsx";
import "./virtual-list.css";

export interface VirtualListProps {
  /** What is listed; read aloud. */
  readonly label: string;
  readonly className: string;
  readonly rowClassName: string;
  /** The rows in order; the same array until that changes. */
  readonly ids: readonly string[];
  /** Height of a row, in CSS pixels. */
  readonly rowHeight: number;
  /** Where some rows are higher: the height of each. Keep its identity until one changes. */
  readonly heightOf?: (id: string) => number;
  /** What a row shows: cells of a table. It reads what it needs by its id. */
  readonly content: ComponentType<RowContentProps>;
  /** What is found by typing; without it letters mean nothing here. */
  readonly textOf?: (id: string) => string;
  /** A row of column headers, which stays in sight. */
  readonly head?: { readonly row: ReactNode; readonly height: number };
  /** Shown where there are no rows. */
  readonly empty: ReactNode;
  readonly selection?: RowSelection;
  /** A row was clicked, or Enter was pressed on it. */
  readonly onAction?: (id: string) => void;
  readonly drag?: RowDrag | undefined;
  readonly drop?: RowDrop;
  /** The list goes back to its top when this changes, such as a filter. */
  readonly topKey?: string;
}

/**
 * A list of thousands of rows, of which only those in sight are drawn. The list has the focus and one
 * of its rows is active, so that the keyboard keeps its place however the rows move. Arrows, Home, End
 * and the page keys move; Space, Shift, Ctrl+A and Escape select; typing finds; Enter does what a row
 * is for, or drags it; the right arrow goes to its handle, where Enter always drags, and to the controls
 * in it.
 */
export function VirtualList(props: VirtualListProps) {
  const { ids, rowHeight, heightOf, selection, drag, drop, head, textOf, onAction } = props;
  const list = useRef<HTMLTableElement>(null);
  const baseId = useId();
  const [active, activate] = useActiveRow(ids);
  const [typeAhead] = useState(createTypeAhead);
  const select = useRowSelection(ids, selection);
  const [grip, setGrip] = useState<string | null>(null);
  const isOnGrip = grip !== null && grip === active.id;
  const dragProps = useRowDrag({
    list,
    drag,
    takenByEnter: onAction === undefined || isOnGrip ? active.id : null,
    rowOf: rowIdOf,
  });
  const view = useWindow({
    scroller: list,
    ids,
    rowHeight,
    heightOf,
    headHeight: head?.height ?? 0,
    alwaysIndex: active.index,
    topKey: props.topKey ?? "",
  });
  const filled = useGradual(view.inSightFirst.flatMap((index) => ids[index] ?? []));
  const rowElementId = (id: string) => `${baseId}${encodeURIComponent(id)}`;
  const dropsAt = useRef<string | null>(null);
  const isPointerDown = useRef(false);

  function goTo(index: number): string | null {
    const id = ids[index];
    if (id === undefined) return null;
    setGrip(null);
    activate(id);
    view.scrollTo(index);
    return id;
  }

  useDropKeys(list, isDropUnderWay(drop), (key) => {
    const from = document.activeElement === null ? null : rowIdOf(document.activeElement);
    const index = from === null ? -1 : ids.indexOf(from);
    const to = moveTo(key, { index, count: ids.length, rowsSeen: view.rowsSeen() });
    dropsAt.current = to === null ? null : goTo(to);
    return to !== null;
  });
  useLayoutEffect(() => {
    if (dropsAt.current === null || dropsAt.current !== active.id) return;
    dropsAt.current = null;
    list.current?.querySelector<HTMLElement>("[data-active] .drop-target")?.focus({ preventScroll: true });
  });

  function handleKey(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.defaultPrevented || event.altKey) return;
    if (event.target !== event.currentTarget) {
      if (focusInRow(event.currentTarget, event.target, event.key)) event.preventDefault();
      return;
    }
    if (runKey(event)) event.preventDefault();
  }

  /** Says whether the key meant something here. */
  function runKey(event: KeyboardEvent<HTMLTableElement>): boolean {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== "a" || selection?.mode !== "many") return false;
      select.all();
      return true;
    }
    const to = moveTo(key, { index: active.index, count: ids.length, rowsSeen: view.rowsSeen() });
    if (to !== null) {
      const id = goTo(to);
      if (id !== null) select.move(active.id, id, shiftKey);
      return true;
    }
    if (key === " " && active.id !== null) {
      select.press(active.id, shiftKey);
      return true;
    }
    if (key === "Escape") return select.none();
    if (key === "Enter" && onAction !== undefined && active.id !== null) {
      onAction(active.id);
      return true;
    }
    if (key === "ArrowLeft" || key === "ArrowRight") return moveAside(event, key);
    if (key.length === 1 && textOf !== undefined) {
      const found = typeAhead.type(key, event.timeStamp, {
        count: ids.length,
        fromIndex: active.index,
        textAt: (index) => textOf(ids[index] ?? ""),
      });
      if (found !== -1) goTo(found);
    }
    return false;
  }

  /** To the handle of the active row, to the controls in it, and back. */
  function moveAside(event: KeyboardEvent<HTMLTableElement>, key: "ArrowLeft" | "ArrowRight"): boolean {
    const canTake = active.id !== null && drag?.canDrag(active.id) === true;
    if (key === "ArrowRight" && canTake && !isOnGrip) setGrip(active.id);
    else if (key === "ArrowLeft" && isOnGrip) setGrip(null);
    else return focusInRow(event.currentTarget, event.target, key);
    return true;
  }

  /** A row that has the focus hands it to the list; a control in a row keeps it. */
  function takeFocus(): void {
    if (document.activeElement !== null && isRow(document.activeElement)) {
      list.current?.focus({ preventScroll: true });
    }
  }

  /** A press that takes the focus from the row under it would never become a drag. */
  function handlePointer(event: PointerEvent<HTMLTableElement>): void {
    isPointerDown.current = event.type === "pointerdown";
    if (!isPointerDown.current) takeFocus();
  }

  function handleFocus(event: FocusEvent<HTMLTableElement>): void {
    const id = rowIdOf(event.target);
    if (id !== null) {
      if (isRow(event.target) && !isPointerDown.current) takeFocus();
      activate(id);
    } else if (event.target === event.currentTarget && active.id === null) {
      const first = ids.find((one) => selection?.selectedIds.has(one)) ?? ids[0];
      if (first !== undefined) activate(first);
    }
  }

  function activeElementId(): string | undefined {
    if (active.id === null) return undefined;
    const elementId = rowElementId(active.id);
    return isOnGrip ? gripId(elementId) : elementId;
  }

  function handleClick(event: MouseEvent<HTMLTableElement>): void {
    const id = rowIdOf(event.target);
    if (id === null || (event.target instanceof Element && event.target.closest("button, a, input"))) return;
    activate(id);
    if (onAction === undefined) select.press(id, event.shiftKey);
    else onAction(id);
  }

  const headRows = head === undefined ? 0 : 1;
  const gridProps = {
    role: "grid",
    tabIndex: 0,
    "aria-label": props.label,
    "aria-rowcount": ids.length + headRows,
    "aria-multiselectable": selection?.mode === "many" || undefined,
    "aria-activedescendant": activeElementId(),
    "data-empty": ids.length === 0 || undefined,
    onKeyDown: handleKey,
    onFocus: handleFocus,
    onClick: handleClick,
    onPointerDown: handlePointer,
    onPointerUp: handlePointer,
    onPointerCancel: handlePointer,
  };
  return (
    <table ref={list} className={`virtual-list ${props.className}`} {...gridProps} {...dragProps}>
      {head === undefined ? null : <thead className="virtual-head">{head.row}</thead>}
      {ids.length === 0 ? (
        <tbody className="virtual-empty">
          <tr>
            <td>{props.empty}</td>
          </tr>
        </tbody>
      ) : (
        <tbody className="virtual-rows" style={{ height: view.height }}>
          {view.items.map((item) => {
            const id = ids[item.index];
            return id === undefined ? null : (
              <VirtualRow
                key={id}
                id={id}
                elementId={rowElementId(id)}
                className={props.rowClassName}
                ariaIndex={item.index + 1 + headRows}
                top={item.start - (head?.height ?? 0)}
                height={item.size}
                isFilled={filled.has(id)}
                isActive={id === active.id}
                isSelected={selection?.selectedIds.has(id) === true}
                isSelectable={selection === undefined ? null : selection.isSelectable(id)}
                isDraggable={drag?.canDrag(id) === true}
                gripLabel={isOnGrip && id === active.id ? (drag?.labelOf(id) ?? id) : null}
                content={props.content}
                drop={isDropUnderWay(drop) ? drop : null}
              />
            );
          })}
        </tbody>
      )}
    </table>
  );
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset["rowId"] !== undefined;
}
