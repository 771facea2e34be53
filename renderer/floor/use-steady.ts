import { startTransition, useEffect, useRef, useState } from "react";

/**
 * The value, renewed at most once in `periodMs`; a change after a quiet time shows at once. What
 * moves faster than that can't be read or pointed at, and drawing it would take the time of what can.
 */
export function useSteady<T>(value: T, periodMs: number): T {
  const [shown, setShown] = useState(value);
  const renewedAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (Object.is(shown, value)) return;
    const restMs = Math.max(0, renewedAtMs.current + periodMs - performance.now());
    const timer = setTimeout(() => {
      renewedAtMs.current = performance.now();
      startTransition(() => setShown(value));
    }, restMs);
    return () => clearTimeout(timer);
  }, [value, shown, periodMs]);
  return shown;
}
