/** Which rows of a list are selected, and what a press or a key makes of that. */

/** The last row that was selected on its own, and how far the selection was stretched from it. */
export interface Stretch {
  readonly anchorId: string;
  readonly endId: string;
}

export interface SelectionRules {
  readonly isSelectable: (id: string) => boolean;
  /** At most so many at once. */
  readonly most: number;
}

/** The selection with a row added, or taken away where it was selected. */
export function toggle(
  selected: ReadonlySet<string>,
  id: string,
  { isSelectable, most }: SelectionRules,
): ReadonlySet<string> {
  if (!isSelectable(id)) return selected;
  const next = new Set(selected);
  if (!next.delete(id) && next.size < most) next.add(id);
  return next;
}

/** Every row that may be selected, from the first on. */
export function selectAll(
  ids: readonly string[],
  { isSelectable, most }: SelectionRules,
): ReadonlySet<string> {
  const next = new Set<string>();
  for (const id of ids) {
    if (next.size === most) break;
    if (isSelectable(id)) next.add(id);
  }
  return next;
}

/**
 * The selection stretched from its anchor to a row. What an earlier stretch from the same anchor
 * had reached beyond that is let go; what was selected apart from it stays.
 */
export function stretchTo(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  { anchorId, endId }: Stretch,
  toId: string,
  { isSelectable, most }: SelectionRules,
): ReadonlySet<string> {
  const next = new Set(selected);
  for (const id of between(ids, anchorId, endId)) next.delete(id);
  for (const id of between(ids, anchorId, toId)) {
    if (next.size < most && isSelectable(id)) next.add(id);
  }
  return next;
}

/** The rows from one to another, in the order of going there; the second alone where the first is gone. */
function between(ids: readonly string[], fromId: string, toId: string): readonly string[] {
  const to = ids.indexOf(toId);
  if (to === -1) return [];
  const from = ids.indexOf(fromId);
  if (from === -1) return [toId];
  return from <= to ? ids.slice(from, to + 1) : ids.slice(to, from + 1).reverse();
}
