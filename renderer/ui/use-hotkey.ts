import { createContext, useContext, useEffect, useEffectEvent } from "react";

/** Whether keys without Ctrl do something: who dictates, or strikes keys by accident, switches them off. */
const SingleKeys = createContext(true);

export const SingleKeysProvider = SingleKeys.Provider;

export function useSingleKeys(): boolean {
  return useContext(SingleKeys);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input:not([type=checkbox]), textarea, select") !== null)
  );
}

/**
 * Runs something when a key is pressed anywhere on the screen, except where someone is writing or
 * while a dialog is open. A key without Ctrl does nothing where single keys are switched off.
 *
 * @param key as in `KeyboardEvent.key`, lower case
 * @param needsControl with Ctrl (Cmd on a Mac); else without any modifier
 */
export function useHotkey(key: string, run: () => void, needsControl = false): void {
  const isOn = useSingleKeys() || needsControl;
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const hasControl = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() !== key || event.repeat || event.altKey) return;
    // Signs such as ? are typed with Shift on most keyboards; letters are not.
    if (event.shiftKey && /[a-z]/u.test(key)) return;
    if (hasControl !== needsControl || isWriting(event.target)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOn]);
}
