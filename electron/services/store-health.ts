/** Whether the store can be written: false from a write that failed until the next one that did not. */
import { Fault } from "../../shared/faults.ts";
import type { StoreUpkeep } from "../store/store.ts";

export interface StoreHealth {
  /** The sentence of the last write's fault, or null where the store can be written. */
  fault(): string | null;
  /** Takes note of an error where it is the store's; leaves others alone. */
  note(error: unknown): void;
  /** Passes a write on, and takes note where it fails. */
  watch<T>(write: Promise<T>): Promise<T>;
  /** Calls `listener` when the answer of `fault` has changed; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Follows a store's writes; any commit shows that it is well again. */
export function createStoreHealth(store: Pick<StoreUpkeep, "subscribe">): StoreHealth {
  const listeners = new Set<() => void>();
  let sentence: string | null = null;

  function set(next: string | null): void {
    if (next === sentence) return;
    sentence = next;
    for (const listener of listeners) listener();
  }

  function note(error: unknown): void {
    if (error instanceof Fault && (error.code === "store_full" || error.code === "store_unreadable")) {
      set(error.message);
    }
  }

  store.subscribe(() => set(null));
  return {
    fault: () => sentence,
    note,
    async watch(write) {
      try {
        return await write;
      } catch (error) {
        note(error);
        throw error;
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
