import type { Shortcut } from "../shell/shortcuts.ts";

/** The keys of a shortcut as they are written: B, Ctrl K. */
export function keysOf({ key, needsControl }: Shortcut): string {
  return needsControl ? `Ctrl ${key.toUpperCase()}` : key.toUpperCase();
}
