/** Opens the store that a path names. Today every path is an SQLite file. */
import { openSqliteStore } from "./sqlite/open-sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store, and makes it where there is none.
 *
 * @param path file of the store; its folder is made where it is missing
 * @throws Fault `store_owned`, `store_newer`, `store_damaged`, `store_unreadable` or `store_full`
 */
export function openStore(path: string): Promise<Store> {
  return openSqliteStore(path);
}
