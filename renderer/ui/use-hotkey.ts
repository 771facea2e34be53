import { useEffect, useEffectEvent } from "react";

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input:not([type=checkbox]), textarea, select") !== null)
  );
}

/**
 * Runs something when a key is pressed anywhere on the screen, except where someone is writing or
 * while a dialog is open.
 *
 * @param key as in `KeyboardEvent.key`, lower case
 * @param needsControl with Ctrl (Cmd on a Mac); else without any modifier
 */
export function useHotkey(key: string, run: () => void, needsControl = false): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const hasControl = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() !== key || event.repeat || event.altKey || event.shiftKey) return;
    if (hasControl !== needsControl || isWriting(event.target)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
