import { useLingui } from "@lingui/react/macro";
import { createContext, type ReactNode, useContext } from "react";
import { useRoute } from "wouter";
import { ClockProvider, serverClock } from "../client/server-clock.ts";
import { useMay } from "../client/session.ts";
import { FloorStoreProvider, useFloorStore } from "../floor/floor-context.tsx";
import { MutedProvider } from "../floor/floor-mode.ts";
import type { FloorStore } from "../floor/floor-store.ts";
import { type Replay, useReplaySession } from "./use-replay-session.ts";

const ReplayContext = createContext<Replay | null>(null);
const LiveContext = createContext<FloorStore | null>(null);

/**
 * While the address names a replay, gives all screens below the floor and the clock of the day that
 * is played again. The live floor goes on meanwhile, so that it is back at once.
 */
export function ReplayProvider(props: { readonly siteId: string | null; readonly children: ReactNode }) {
  const { t } = useLingui();
  const [isThere] = useRoute("/replay");
  const isReplaying = useMay()("replay", "watch") && isThere;
  const live = useFloorStore();
  const replay = useReplaySession(isReplaying, props.siteId);
  const muted = t`Pendant un rejeu, rien ne peut être changé. L revient au direct.`;
  return (
    <ReplayContext value={replay}>
      <LiveContext value={live}>
        <ClockProvider value={isReplaying ? replay.clock : serverClock}>
          <FloorStoreProvider value={isReplaying ? replay.store : live}>
            <MutedProvider value={isReplaying ? muted : null}>{props.children}</MutedProvider>
          </FloorStoreProvider>
        </ClockProvider>
      </LiveContext>
    </ReplayContext>
  );
}

/** What is about now even while a past day is on screen: it reads the live floor by the live clock. */
export function LiveOnly({ children }: { readonly children: ReactNode }) {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("No ReplayProvider above this component.");
  return (
    <ClockProvider value={serverClock}>
      <FloorStoreProvider value={live}>
        <MutedProvider value={null}>{children}</MutedProvider>
      </FloorStoreProvider>
    </ClockProvider>
  );
}

/** The replay of this page. */
export function useReplay(): Replay {
  const replay = useContext(ReplayContext);
  if (replay === null) throw new Error("No ReplayProvider above this component.");
  return replay;
}
