import { Trans, useLingui } from "@lingui/react/macro";
import { replaySpeeds } from "../../shared/contract/replay.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useShortcut } from "../shell/use-shortcut.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Kbd } from "../ui/kbd.tsx";
import { Select } from "../ui/select.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { useReplay } from "./replay-context.tsx";
import { markLooks, useMarkWords } from "./use-mark-words.ts";
import { minuteMs, useReplaySteps } from "./use-replay-steps.ts";
import "./transport.css";

const speeds = replaySpeeds.map((speed) => ({ id: String(speed), label: `×${speed}` }));

/** Play and pause, steps, jumps and speed. */
export function Transport() {
  const { t } = useLingui();
  const { isPlaying, play, speed, setSpeed, day } = useReplay();
  const { stepBy, stepToEvent, stepToMark } = useReplaySteps();
  const eventKeys = useShortcut("nextEvent", stepToEvent);
  const markKeys = useShortcut("nextMark", () => stepToMark(1));
  const isWaiting = day === undefined;
  return (
    <div className="transport">
      <Time />
      <Button
        variant="primary"
        isDisabled={isWaiting}
        onPress={() => play(!isPlaying)}
        aria-keyshortcuts="Space"
      >
        <PlayIcon isPlaying={isPlaying} />
        <span className="transport-play">{isPlaying ? <Trans>Arrêter</Trans> : <Trans>Lecture</Trans>}</span>
      </Button>
      <Select
        label={t`Vitesse`}
        hidesLabel
        look="compact"
        value={String(speed)}
        options={speeds}
        onChange={(id) => setSpeed(Number(id))}
      />
      <div className="transport-steps">
        <Button
          isDisabled={isWaiting}
          onPress={() => stepBy(-5 * minuteMs)}
          aria-keyshortcuts="Shift+ArrowLeft"
        >
          {t`−5 min`}
        </Button>
        <Button isDisabled={isWaiting} onPress={() => stepBy(-minuteMs)} aria-keyshortcuts="ArrowLeft">
          {t`−1 min`}
        </Button>
        <Button isDisabled={isWaiting} onPress={() => stepBy(minuteMs)} aria-keyshortcuts="ArrowRight">
          {t`+1 min`}
        </Button>
        <Button
          isDisabled={isWaiting}
          onPress={() => stepBy(5 * minuteMs)}
          aria-keyshortcuts="Shift+ArrowRight"
        >
          {t`+5 min`}
        </Button>
      </div>
      <Button isDisabled={isWaiting} onPress={stepToEvent} {...eventKeys}>
        <Trans>Événement suivant</Trans> <Kbd>E</Kbd>
      </Button>
      <div className="transport-steps">
        <Button isDisabled={isWaiting} onPress={() => stepToMark(-1)}>
          <Trans>Repère précédent</Trans>
        </Button>
        <Button isDisabled={isWaiting} onPress={() => stepToMark(1)} {...markKeys}>
          <Trans>Repère suivant</Trans> <Kbd>N</Kbd>
        </Button>
      </div>
      <LastMark />
    </div>
  );
}

function Time() {
  const format = useFormat();
  const { timeZone } = useReplay();
  const time = useAtTick((nowMs) => format.timeToSecond(nowMs, timeZone));
  return <time className="transport-time number">{time}</time>;
}

/** The alert or action that was passed last. */
function LastMark() {
  const format = useFormat();
  const words = useMarkWords();
  const { day, timeZone } = useReplay();
  const marks = day?.marks ?? [];
  const index = useAtTick((nowMs) => marks.findLastIndex((mark) => mark.atMs <= nowMs));
  const mark = marks[index];
  if (mark === undefined) return null;
  const { shape, tone } = markLooks[mark.kind];
  return (
    <p className="transport-mark" title={words(mark)}>
      <StateMark shape={shape} tone={tone}>
        <span className="number">{format.time(mark.atMs, timeZone)}</span> {words(mark)}
      </StateMark>
    </p>
  );
}

function PlayIcon({ isPlaying }: { readonly isPlaying: boolean }) {
  return (
    <svg className="transport-icon" viewBox="0 0 12 12" aria-hidden="true">
      <path d={isPlaying ? "M2.5 1h2.6v10H2.5zM6.9 1h2.6v10H6.9z" : "M2.5 1 11 6 2.5 11z"} />
    </svg>
  );
}
