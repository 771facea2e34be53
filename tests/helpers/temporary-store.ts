/** A real store in a folder of its own, removed after the test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore } from "../../electron/store/open.ts";
import type { Store } from "../../electron/store/store.ts";

/** Opens a new store; it is closed and removed when the test ends. */
export async function temporaryStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-store-"));
  const store = await openStore(join(folder, "vigie.db"));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}
