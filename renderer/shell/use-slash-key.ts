/** The slash key moves the focus to a field, as long as nothing else is being typed into. */
import { type RefObject, useEffect } from "react";
import { useSingleKeys } from "../ui/use-hotkey.ts";
import { shortcuts } from "./shortcuts.ts";

export function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  const isOn = useSingleKeys();
  useEffect(() => {
    if (!isOn) return;
    function listen(event: KeyboardEvent) {
      if (
        event.key !== shortcuts.search.key ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey
      )
        return;
      const { target } = event;
      if (target instanceof Element && target.closest("input, textarea, select, [role=dialog]") !== null)
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [field, isOn]);
}
