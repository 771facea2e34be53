import { useRef } from "react";
import { type Stretch, selectAll, stretchTo, toggle } from "./selection.ts";

/** How rows are selected. */
export interface RowSelection {
  /** One: the row that is moved to is selected. Many: each row on its own, in stretches, or all. */
  readonly mode: "one" | "many";
  readonly selectedIds: ReadonlySet<string>;
  readonly isSelectable: (id: string) => boolean;
  /** At most so many at once. */
  readonly most: number;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

export interface RowSelecting {
  /** A row was pressed, or Space was on it. */
  readonly press: (id: string, stretches: boolean) => void;
  /** A key moved from a row to another. */
  readonly move: (fromId: string | null, toId: string, stretches: boolean) => void;
  readonly all: () => void;
  /** Lets everything go; false where nothing was selected. */
  readonly none: () => boolean;
}

/** Turns presses and keys into a selection. */
export function useRowSelection(ids: readonly string[], selection: RowSelection | undefined): RowSelecting {
  const stretch = useRef<Stretch | null>(null);

  function stretchFrom(fromId: string, toId: string): void {
    if (selection === undefined) return;
    const current = stretch.current ?? { anchorId: fromId, endId: fromId };
    stretch.current = { ...current, endId: toId };
    selection.onSelect(stretchTo(ids, selection.selectedIds, current, toId, selection));
  }

  return {
    press(id, stretches) {
      if (selection === undefined) return;
      if (selection.mode === "one") {
        if (selection.isSelectable(id)) selection.onSelect(new Set([id]));
      } else if (stretches) {
        stretchFrom(id, id);
      } else {
        stretch.current = { anchorId: id, endId: id };
        selection.onSelect(toggle(selection.selectedIds, id, selection));
      }
    },
    move(fromId, toId, stretches) {
      if (selection?.mode === "one") {
        if (selection.isSelectable(toId)) selection.onSelect(new Set([toId]));
      } else if (stretches) stretchFrom(fromId ?? toId, toId);
    },
    all() {
      if (selection?.mode === "many") selection.onSelect(selectAll(ids, selection));
    },
    none() {
      if (selection?.mode !== "many" || selection.selectedIds.size === 0) return false;
      stretch.current = null;
      selection.onSelect(new Set());
      return true;
    },
  };
}
