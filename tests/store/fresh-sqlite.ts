import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../electron/store/open.ts";
import type { FreshStore } from "./contract/context.ts";

/** In memory where there is such a folder: what is tested does not depend on the speed of a disk. */
const parent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder of its own, cleared away at the end. */
export function freshFolder(): { readonly path: string; readonly clear: () => void } {
  const path = mkdtempSync(join(parent, "vigie-store-"));
  return { path, clear: () => rmSync(path, { recursive: true, force: true }) };
}

/** An empty SQLite store in a folder of its own. */
export async function openFreshSqlite(): Promise<FreshStore> {
  const folder = freshFolder();
  const path = join(folder.path, "vigie.db");
  let store = await openStore(path);
  const first = store;
  return {
    store: first,
    async reopen() {
      await store.close();
      store = await openStore(path);
      return store;
    },
    async dispose() {
      await store.close();
      folder.clear();
    },
  };
}
