/** The Electron runtime, for the tests that can only run in it. */
import { tmpdir } from "node:os";
import { findDesktopRuntime } from "../../electron/hosts/desktop-runtime.ts";

/** The runtime's executable; undefined where it is not installed. Never fetches it. */
export function electronRuntime(): string | undefined {
  return findDesktopRuntime(tmpdir()).installed();
}
