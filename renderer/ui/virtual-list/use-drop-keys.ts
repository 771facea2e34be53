import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Keys while something is dragged by keyboard: the arrows move from row to row, Tab to the next list.
 * A drag session of react-aria takes every key at the document and knows only the rows that are drawn,
 * so the list hears them before it, at the window.
 *
 * @param move moves to where a key leads and says whether it leads anywhere
 */
export function useDropKeys(
  list: RefObject<HTMLElement | null>,
  isUnderWay: boolean,
  move: (key: string) => boolean,
): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const element = list.current;
    if (element === null || !element.contains(document.activeElement)) return;
    if (!(event.key === "Tab" ? focusNextList(element, event.shiftKey ? -1 : 1) : move(event.key))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  useEffect(() => {
    if (!isUnderWay) return;
    // The session begins at the nearest row; what is selected is the better place to begin.
    const frame = requestAnimationFrame(() => {
      if (!list.current?.contains(document.activeElement)) return;
      list.current.querySelector<HTMLElement>("[data-selected] .drop-target")?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [list, isUnderWay]);
  useEffect(() => {
    if (!isUnderWay) return;
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [isUnderWay]);
}

/** Moves to the place to drop that is active in the next list, else to its first. */
function focusNextList(from: HTMLElement, step: 1 | -1): boolean {
  const lists = [...document.querySelectorAll<HTMLElement>(".virtual-list:has(.drop-target)")];
  const next = lists.at((lists.indexOf(from) + step) % lists.length);
  const active = next?.querySelector<HTMLElement>("[data-active] .drop-target");
  (active ?? next?.querySelector<HTMLElement>(".drop-target"))?.focus();
  return next !== undefined;
}
