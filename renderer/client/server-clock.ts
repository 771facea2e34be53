/** The console's clock, as far as this page knows it, and one heartbeat a second for all that runs. */
import { createContext, useContext, useSyncExternalStore } from "react";

/** What all that runs on a screen runs by. */
export interface ScreenClock {
  /** The time now, ms since 1970 UTC. */
  readonly nowMs: () => number;
  /** The time of the last beat. */
  readonly tickMs: () => number;
  /** Calls with each beat; returns how to stop. */
  readonly subscribe: (onBeat: () => void) => () => void;
}

const driftMs = 250;
let offsetMs = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let tickMs = Date.now();
const listeners = new Set<() => void>();

/** Takes in what time it was at the console when a message left it. Small differences are travel time. */
export function setServerTime(atMs: number): void {
  const seenMs = atMs - Date.now();
  if (Math.abs(seenMs - offsetMs) > driftMs) offsetMs = seenMs;
}

/** The console's time now, ms since 1970 UTC. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}

function beat(): void {
  tickMs = serverNowMs();
  timer = setTimeout(beat, 1_000 - (tickMs % 1_000));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) beat();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/** The console's own clock. */
export const serverClock: ScreenClock = { nowMs: serverNowMs, tickMs: () => tickMs, subscribe };

const ClockContext = createContext(serverClock);

/** Gives what is below another clock, such as that of a day that is played again. */
export const ClockProvider = ClockContext.Provider;

/** The clock of this part of the screen, to be read when something happens (not while drawing). */
export function useClock(): ScreenClock {
  return useContext(ClockContext);
}

/** The time, renewed with each beat. Only what calls this renders again. */
export function useNowMs(): number {
  const clock = useClock();
  return useSyncExternalStore(clock.subscribe, clock.tickMs);
}

/** Something worked out from the time; renders again only when the outcome changes. */
export function useAtTick<T extends string | number | boolean | null>(read: (nowMs: number) => T): T {
  const clock = useClock();
  return useSyncExternalStore(clock.subscribe, () => read(clock.tickMs()));
}
