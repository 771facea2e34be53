/** Left and right move through time, unless what has the focus uses these keys itself. */
import { useEffect, useEffectEvent } from "react";

const usesArrowsItself =
  "input, textarea, select, [contenteditable], [role=application], [role=radiogroup], [role=tablist], [role=toolbar], [role=dialog], [role=listbox]";

/** Calls `step` with −1 or 1 when an arrow key is pressed on its own. */
export function useArrowKeys(step: (direction: -1 | 1) => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    if (event.target instanceof Element && event.target.closest(usesArrowsItself) !== null) return;
    event.preventDefault();
    step(event.key === "ArrowLeft" ? -1 : 1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
