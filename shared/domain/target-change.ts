/** What a change of a service's targets does to what is past. */
import type { Target } from "./service.ts";

/**
 * From when on two lists of targets judge a wait differently; null where they never do. The share alone
 * judges nobody: it only says where the line is.
 *
 * @param before ascending by `fromMs`
 * @param after ascending by `fromMs`
 */
export function judgedOtherwiseFromMs(before: readonly Target[], after: readonly Target[]): number | null {
  const starts = [...before, ...after].map((target) => target.fromMs).sort((a, b) => a - b);
  const differs = (atMs: number): boolean => {
    const [old, next] = [before, after].map((list) => list.findLast((target) => target.fromMs <= atMs));
    return (
      old?.withinSeconds !== next?.withinSeconds || old?.shortAbandonSeconds !== next?.shortAbandonSeconds
    );
  };
  return starts.find(differs) ?? null;
}
