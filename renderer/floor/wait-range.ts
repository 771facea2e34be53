/** Expected waits as ranges: in words, and how they stand against a target. */
import type { ExpectedWait } from "../../shared/domain/floor.ts";
import type { Level } from "../ui/level.ts";

const minuteSeconds = 60;

/** One in two is called within the first, nine in ten within the second. */
export type WaitRange = Pick<ExpectedWait, "p50Seconds" | "p90Seconds">;

/** Late at nine in ten is worth a look, late at one in two is bad. */
export function expectedLevel({ p50Seconds, p90Seconds }: WaitRange, targetSeconds: number): Level {
  if (p50Seconds > targetSeconds) return "bad";
  return p90Seconds > targetSeconds ? "warn" : "ok";
}

/** As exact as a duration is shown, so that what is shown of it is drawn again only when it changes. */
export function steadySeconds(seconds: number | undefined): number | null {
  if (seconds === undefined) return null;
  return seconds < minuteSeconds ? Math.round(seconds) : Math.round(seconds / minuteSeconds) * minuteSeconds;
}

/** Both ends as durations, or as one where they read the same. */
export function rangeWords(
  { p50Seconds, p90Seconds }: WaitRange,
  duration: (seconds: number) => string,
): string {
  const [from, to] = [duration(p50Seconds), duration(p90Seconds)];
  if (from === to) return to;
  const unit = to.replace(/^[\d\s]+/u, "");
  const isSameUnit = unit !== "" && !/\d/u.test(unit) && from.endsWith(unit);
  return `${isSameUnit ? from.slice(0, -unit.length).trimEnd() : from}–${to}`;
}
