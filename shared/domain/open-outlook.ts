/** What opening times make of the coming intervals: nobody is expected at a closed door. */
import type { OpenInterval } from "./calendar.ts";
import type { DatedInterval } from "./outlook.ts";

/**
 * The intervals until closing: the last one is cut there, and what is closed in between (such as noon)
 * expects nobody.
 *
 * @param open what is still to come of the open time of the day, in order; none: closed
 */
export function untilClosing(
  intervals: readonly DatedInterval[],
  open: readonly OpenInterval[],
): DatedInterval[] {
  const closesAtMs = open.at(-1)?.toMs ?? Number.NEGATIVE_INFINITY;
  return intervals
    .filter(({ startMs }) => startMs < closesAtMs)
    .map((interval) => {
      const endMs = Math.min(interval.startMs + interval.seconds * 1000, closesAtMs);
      const seconds = (endMs - interval.startMs) / 1000;
      const openMs = open.reduce(
        (sum, { fromMs, toMs }) =>
          sum + Math.max(0, Math.min(toMs, endMs) - Math.max(fromMs, interval.startMs)),
        0,
      );
      const share = openMs / (interval.seconds * 1000);
      const { expected, ifFew, ifMany } = interval.arrivals;
      const arrivals = { expected: expected * share, ifFew: ifFew * share, ifMany: ifMany * share };
      return { ...interval, seconds, arrivals };
    });
}
