import { useLingui } from "@lingui/react/macro";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { showToast } from "../ui/toast.tsx";
import { useReplay } from "./replay-context.tsx";

export const minuteMs = 60_000;

export interface ReplaySteps {
  readonly stepBy: (byMs: number) => void;
  /** To the next event of the day, and stays there. */
  readonly stepToEvent: () => void;
  /** To the alert or action after (1) or before (-1) the instant shown. */
  readonly stepToMark: (direction: 1 | -1) => void;
}

/** Steps through the day that is played again; says so where there is nowhere to go. */
export function useReplaySteps(): ReplaySteps {
  const { t } = useLingui();
  const client = useClient();
  const sentence = useFaultSentence();
  const { clock, day, seek, play } = useReplay();

  async function toEvent(): Promise<void> {
    play(false);
    try {
      const nextMs = await client.replay.nextEvent({ afterMs: clock.nowMs() });
      if (nextMs !== null && day !== undefined && nextMs <= day.toMs) seek(nextMs);
      else showToast({ title: t`Rien d’autre n’est arrivé ce jour-là` });
    } catch (error) {
      showToast({ title: sentence(error), level: "bad" });
    }
  }

  return {
    stepBy: (byMs) => seek(clock.nowMs() + byMs),
    stepToEvent: () => void toEvent(),
    stepToMark(direction) {
      const nowMs = clock.nowMs();
      const marks = day?.marks ?? [];
      const mark =
        direction === 1 ? marks.find(({ atMs }) => atMs > nowMs) : marks.findLast(({ atMs }) => atMs < nowMs);
      if (mark !== undefined) seek(mark.atMs);
      else if (direction === 1) showToast({ title: t`Aucune alerte ni action après cet instant` });
      else showToast({ title: t`Aucune alerte ni action avant cet instant` });
    },
  };
}
