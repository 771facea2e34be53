import { useEffect, useEffectEvent } from "react";
import { useReplay } from "./replay-context.tsx";
import { minuteMs, useReplaySteps } from "./use-replay-steps.ts";

/** What has the focus uses the space bar and the arrows itself. */
const usesKeys =
  "button, a, input, textarea, select, [role=grid], [role=radiogroup], [role=toolbar], [role=dialog], [role=listbox]";

/** Space plays and stops, arrows step by minutes, Escape leaves: keys that a screen reader or a voice does not strike by accident. */
export function useReplayKeys(onLeave: () => void): void {
  const { isPlaying, play } = useReplay();
  const { stepBy } = useReplaySteps();

  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    const isTaken = event.target instanceof Element && event.target.closest(usesKeys) !== null;
    const minutes = event.shiftKey ? 5 : 1;
    if (event.key === " " && !isTaken) play(!isPlaying);
    else if (event.key === "ArrowLeft" && !isTaken) stepBy(-minutes * minuteMs);
    else if (event.key === "ArrowRight" && !isTaken) stepBy(minutes * minuteMs);
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
