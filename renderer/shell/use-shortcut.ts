import { useHotkey, useSingleKeys } from "../ui/use-hotkey.ts";
import { type ShortcutId, shortcuts } from "./shortcuts.ts";

/**
 * Runs something when the keys of a shortcut are pressed.
 *
 * @returns what the button that does the same says of the keys, to be spread on it
 */
export function useShortcut(id: ShortcutId, run: () => void): { readonly "aria-keyshortcuts"?: string } {
  const { key, needsControl } = shortcuts[id];
  const isOn = useSingleKeys() || needsControl;
  useHotkey(key, run, needsControl);
  return isOn
    ? { "aria-keyshortcuts": needsControl ? `Control+${key.toUpperCase()}` : key.toUpperCase() }
    : {};
}
