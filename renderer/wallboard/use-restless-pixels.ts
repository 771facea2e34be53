import { useAtTick } from "../client/server-clock.ts";

const places = 8;

/** A place out of eight that changes each minute: the same lit pixels for months would stay in the screen. */
export function useRestlessPixels(): number {
  return useAtTick((nowMs) => Math.floor(nowMs / 60_000) % places);
}
