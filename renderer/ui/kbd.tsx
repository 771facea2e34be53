import { useSingleKeys } from "./use-hotkey.ts";
import "./kbd.css";

/**
 * A key, next to what it does; a hint for the eye only (`aria-keyshortcuts` says it to the ear). A single
 * key is not shown where single keys are switched off.
 */
export function Kbd({ children }: { readonly children: string }) {
  const hasSingleKeys = useSingleKeys();
  if (children.length === 1 && !hasSingleKeys) return null;
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
