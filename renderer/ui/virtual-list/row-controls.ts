/** The controls in a row of a list: the right arrow goes to them, the left one back. */

const controls = "button:not(.drop-target, .row-grip), a[href], input, select";

/**
 * Moves the focus among the list and the controls of its active row.
 *
 * @param from what has the focus now: the list itself or something in a row
 * @returns whether the key led anywhere
 */
export function focusInRow(list: HTMLElement, from: EventTarget, key: string): boolean {
  const row = list.querySelector("[data-active]");
  if (row === null || !(from instanceof HTMLElement)) return false;
  if (from !== list && !row.contains(from)) return false;
  const stops = [list, ...row.querySelectorAll<HTMLElement>(controls)];
  const at = stops.indexOf(from);
  if (key === "Escape") list.focus({ preventScroll: true });
  else if (key === "ArrowRight") stops[Math.min(at + 1, stops.length - 1)]?.focus();
  else if (key === "ArrowLeft") stops[Math.max(at - 1, 0)]?.focus({ preventScroll: true });
  else return false;
  return true;
}

/** The row that something is in; null where it is in none. */
export function rowIdOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>("[data-row-id]")?.dataset["rowId"] ?? null)
    : null;
}

/** The row that is active in a list of a class, while the list has the focus; null else. */
export function focusedRowId(listClass: string): string | null {
  const list = document.activeElement?.closest(`.virtual-list.${listClass}`);
  return list?.querySelector<HTMLElement>("[data-active]")?.dataset["rowId"] ?? null;
}
