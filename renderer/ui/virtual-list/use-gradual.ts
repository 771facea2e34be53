import { useEffect, useLayoutEffect, useReducer, useRef } from "react";

/** Rows that show their content for the first time in one frame: more would hold the page up. */
const newPerFrame = 4;

/**
 * Which rows show their content already. Rows that come into sight keep their place empty until it is
 * their turn, a few in each frame, the first ones first.
 *
 * @param wanted the rows in sight, in the order in which they are filled
 */
export function useGradual(wanted: readonly string[]): ReadonlySet<string> {
  const filled = useRef<ReadonlySet<string>>(new Set());
  const [, fillMore] = useReducer((frames: number) => frames + 1, 0);
  const shown = new Set<string>();
  let left = newPerFrame;
  for (const id of wanted) {
    if (filled.current.has(id)) {
      shown.add(id);
    } else if (left > 0) {
      left -= 1;
      shown.add(id);
    }
  }
  const isComplete = shown.size === wanted.length;
  useLayoutEffect(() => {
    filled.current = shown;
  });
  useEffect(() => {
    if (isComplete) return;
    const frame = requestAnimationFrame(fillMore);
    return () => cancelAnimationFrame(frame);
  });
  return shown;
}
