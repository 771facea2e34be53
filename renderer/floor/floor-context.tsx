import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useClient, useConnection } from "../client/client.ts";
import { setServerTime } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { followStream } from "../client/stream.ts";
import { type Floor, FloorStore } from "./floor-store.ts";

const FloorContext = createContext<FloorStore | null>(null);

/** Shows what is below another floor, such as that of a past day. */
export const FloorStoreProvider = FloorContext.Provider;

/** Keeps the floor of a site (null: of all) on this page for the screens below; it stays empty for who may not see it. */
export function FloorProvider(props: { readonly siteId: string | null; readonly children: ReactNode }) {
  const { siteId, children } = props;
  const client = useClient();
  const connection = useConnection();
  const [store] = useState(() => new FloorStore());
  const isAllowed = useMay()("floor", "watch");
  useEffect(() => {
    if (!isAllowed) return;
    const stop = new AbortController();
    void followStream(
      connection,
      stop.signal,
      () => client.floor.watch({ siteId }, { signal: stop.signal }),
      (message) => {
        setServerTime(message.atMs);
        return store.apply(message) ? "go_on" : "start_anew";
      },
    );
    return () => stop.abort();
  }, [client, connection, store, siteId, isAllowed]);
  return <FloorContext value={store}>{children}</FloorContext>;
}

/**
 * Reads a part of the floor; draws again only when that part changes.
 *
 * @param select gives rows or lists of the floor as they are, or plain values worked out from them
 */
export function useFloor<T>(select: (floor: Floor) => T): T {
  const store = useFloorStore();
  return useSyncExternalStore(store.subscribe, () => select(store));
}

/** The floor itself, to be read when something happens (not while drawing). */
export function useFloorStore(): FloorStore {
  const store = useContext(FloorContext);
  if (store === null) throw new Error("No FloorProvider above this component.");
  return store;
}
