import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo } from "react";
import { useSearch } from "wouter";
import { useDirectory } from "../client/queries.ts";
import { ClockProvider, type ScreenClock, serverClock } from "../client/server-clock.ts";
import { FloorProvider, useFloor } from "../floor/floor-context.tsx";
import { Board } from "./board.tsx";
import { BoardTools } from "./board-tools.tsx";
import { LostMark } from "./lost-mark.tsx";
import { useHeard } from "./use-heard.ts";
import { useRestlessPixels } from "./use-restless-pixels.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { WallClock } from "./wall-clock.tsx";
import { readWallboard, type WallboardChoice } from "./wallboard-address.ts";
import "./wallboard-screen.css";

/** The floor on a wall: read-only, for everybody, from five metres away. */
export function WallboardScreen() {
  const search = useSearch();
  const choice = useMemo(() => readWallboard(new URLSearchParams(search)), [search]);
  return (
    <FloorProvider siteId={choice.siteId}>
      <Wall choice={choice} />
    </FloorProvider>
  );
}

function Wall({ choice }: { readonly choice: WallboardChoice }) {
  const { t } = useLingui();
  const { isHeard, knownAtMs } = useHeard();
  const isLoaded = useFloor((floor) => floor.isLoaded);
  const sites = useDirectory().data?.sites ?? [];
  const site = sites.find((one) => one.id === choice.siteId) ?? (sites.length === 1 ? sites[0] : undefined);
  const timeZone = (site ?? sites[0])?.timeZone ?? null;
  // Where the console is not heard, waits must not go on growing as if they were known.
  const clock = useMemo(
    (): ScreenClock => (isHeard ? serverClock : stopped(knownAtMs)),
    [isHeard, knownAtMs],
  );
  const shift = useRestlessPixels();
  useWakeLock();
  useEffect(() => {
    document.title = t`Écran mural – Vigie`;
  }, [t]);
  return (
    <main className={isHeard ? "wall" : "wall wall-lost"} data-shift={shift}>
      <header className="wall-head">
        <h1>{site?.name ?? t`Tous les accueils`}</h1>
        <BoardTools choice={choice} />
        <WallClock timeZone={timeZone} />
      </header>
      <LostMark isHeard={isHeard} knownAtMs={knownAtMs} timeZone={timeZone} />
      <ClockProvider value={clock}>{isLoaded ? <Board choice={choice} /> : null}</ClockProvider>
    </main>
  );
}

function stopped(atMs: number): ScreenClock {
  return { nowMs: () => atMs, tickMs: () => atMs, subscribe: () => () => {} };
}
