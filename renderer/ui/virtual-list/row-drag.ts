import { type DragEvent, type KeyboardEvent, type RefObject, useRef } from "react";
import { type DragOptions, useDrag } from "react-aria-components";

/** Things that travel together, each under one or more types. */
export type DragItems = ReturnType<DragOptions["getItems"]>;

/** Rows as things to drag, by pointer or by keyboard. */
export interface RowDrag {
  readonly canDrag: (id: string) => boolean;
  /** What goes along when a row is taken: the whole selection where it is part of it. */
  readonly itemsOf: (id: string) => DragItems;
  /** “Move …”, read aloud. */
  readonly labelOf: (id: string) => string;
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

const noDrag: RowDrag = {
  canDrag: () => false,
  itemsOf: () => [],
  labelOf: (id) => id,
  onStart: () => {},
  onEnd: () => {},
};

export interface RowDragOptions {
  readonly list: RefObject<HTMLElement | null>;
  readonly drag: RowDrag | undefined;
  /** The row that Enter takes; null while it takes none. */
  readonly takenByEnter: string | null;
  /** The row that an event happened in. */
  readonly rowOf: (target: EventTarget) => string | null;
}

/**
 * What the list element needs so that its rows can be dragged. The list is the thing that react-aria
 * knows of: one for all rows, which stays where it is when they come and go.
 */
export function useRowDrag({ list, drag = noDrag, takenByEnter, rowOf }: RowDragOptions) {
  const taken = useRef<string | null>(null);
  const isEnterDown = useRef(false);
  const { dragProps } = useDrag({
    isDisabled: drag === noDrag,
    getItems: () => (taken.current === null ? [] : drag.itemsOf(taken.current)),
    getAllowedDropOperations: () => ["move"],
    onDragStart: drag.onStart,
    onDragEnd: () => {
      // Where it was dropped by keyboard there will be nothing to have the focus in a moment.
      if (document.activeElement?.matches(".drop-target")) list.current?.focus({ preventScroll: true });
      drag.onEnd();
    },
  });
  const takes = (event: KeyboardEvent) =>
    event.key === "Enter" &&
    event.target === event.currentTarget &&
    takenByEnter !== null &&
    drag.canDrag(takenByEnter);
  return {
    "aria-describedby": takenByEnter === null ? undefined : dragProps["aria-describedby"],
    onDragStart(event: DragEvent<HTMLElement>) {
      taken.current = rowOf(event.target);
      dragProps.onDragStart?.(event);
    },
    onDrag: dragProps.onDrag,
    onDragEnd: dragProps.onDragEnd,
    onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
      if (!takes(event)) return;
      isEnterDown.current = true;
      dragProps.onKeyDownCapture?.(event);
    },
    onKeyUpCapture(event: KeyboardEvent<HTMLElement>) {
      // An Enter that was pressed elsewhere, such as in a dialog that it closed, takes nothing.
      const wasPressedHere = isEnterDown.current;
      if (event.key === "Enter") isEnterDown.current = false;
      if (!takes(event) || !wasPressedHere) return;
      taken.current = takenByEnter;
      dragProps.onKeyUpCapture?.(event);
    },
  };
}
