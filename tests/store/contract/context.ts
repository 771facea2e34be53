import type { Store } from "../../../electron/store/store.ts";
import type { FigureQuery } from "../../../shared/domain/figure.ts";

/** A store of its own for one test. */
export interface FreshStore {
  readonly store: Store;
  /** Closes the store and opens it again, as a restart of the console does. */
  reopen(): Promise<Store>;
  /** Closes the store, and clears away what it left. */
  dispose(): Promise<void>;
}

export type OpenFresh = () => Promise<FreshStore>;

/** Runs a test on a store of its own. */
export function onFresh(
  openFresh: OpenFresh,
  test: (store: Store, fresh: FreshStore) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const fresh = await openFresh();
    try {
      await test(fresh.store, fresh);
    } finally {
      await fresh.dispose();
    }
  };
}

/** A question about everything, unless told otherwise. */
export function question(asked: Partial<FigureQuery> = {}): FigureQuery {
  return {
    fromMs: Date.UTC(2000, 0, 1),
    toMs: Date.UTC(2090, 0, 1),
    by: "total",
    base: "served",
    siteId: null,
    serviceId: null,
    channel: null,
    ...asked,
  };
}
