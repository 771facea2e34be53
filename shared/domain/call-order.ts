/** In which order waiting cases are called: the higher priority first, then who has waited longest. */
import type { FloorCase } from "./floor.ts";

export function compareCallOrder(a: FloorCase, b: FloorCase): number {
  return b.priority - a.priority || a.waitSinceMs - b.waitSinceMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
