/** A clock that a test moves by hand. */
import { createClock } from "../../electron/services/clock.ts";

export function steadyClock(startMs: number) {
  let nowMs = startMs;
  const clock = createClock(() => nowMs);
  return {
    ...clock,
    advance(byMs: number) {
      nowMs += byMs;
    },
  };
}
