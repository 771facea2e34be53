/** The console's clock, as far as this page knows it, and one heartbeat a second for all that runs. */
import { useSyncExternalStore } from "react";

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

/** The console's time, renewed once a second. Only what calls this renders again. */
export function useNowMs(): number {
  return useSyncExternalStore(subscribe, () => tickMs);
}

/** Something worked out from the console's time; renders again only when the outcome changes. */
export function useAtTick<T extends string | number | boolean | null>(read: (nowMs: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(tickMs));
}
