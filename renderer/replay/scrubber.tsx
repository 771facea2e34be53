import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent } from "react";
import { Button, Toolbar } from "react-aria-components";
import type { ReplayDayView } from "../../shared/contract/replay.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { useReplay } from "./replay-context.tsx";
import { densityPath, groupMarks, groupShare, hourTicks, shareOf } from "./scale.ts";
import { markLooks, useMarkWords } from "./use-mark-words.ts";
import { minuteMs } from "./use-replay-steps.ts";
import "./scrubber.css";

/** The whole day at a glance: how long the queues were, what stands out, and where the replay is. */
export function Scrubber() {
  const { t } = useLingui();
  const { day } = useReplay();
  if (day === undefined) return <Skeleton rows={1} label={t`Le jour se charge`} />;
  return (
    <div className="scrubber">
      <Marks day={day} />
      <div className="scrubber-track">
        <svg className="scrubber-density" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true">
          <path d={densityPath(day, 1_000, 30)} />
        </svg>
        <Position day={day} />
      </div>
      <Hours day={day} />
    </div>
  );
}

interface DayProps {
  readonly day: ReplayDayView;
}

function Position({ day }: DayProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { clock, seek, timeZone } = useReplay();
  const nowMs = useAtTick((atMs) => Math.min(Math.max(atMs, day.fromMs), day.toMs));

  function step(event: KeyboardEvent) {
    const direction = ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 } as const)[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    seek(clock.nowMs() + direction * (event.shiftKey ? 5 : 1) * minuteMs);
  }

  return (
    <input
      type="range"
      className="scrubber-position"
      aria-label={t`Instant rejoué`}
      aria-valuetext={format.timeToSecond(nowMs, timeZone)}
      min={day.fromMs}
      max={day.toMs}
      step={1_000}
      value={nowMs}
      onChange={(event) => seek(Number(event.target.value))}
      onKeyDown={step}
    />
  );
}

/** Alerts and actions above the track; one stop for the keyboard, arrows within. */
function Marks({ day }: DayProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useMarkWords();
  const { seek, timeZone } = useReplay();
  if (day.marks.length === 0) return <p className="scrubber-marks">{t`Ni alerte ni action ce jour-là`}</p>;
  return (
    <Toolbar className="scrubber-marks" aria-label={t`Alertes et actions du jour`}>
      {groupMarks(day).map((marks) => {
        const [mark] = marks;
        const label = marks.map((one) => `${format.time(one.atMs, timeZone)} ${words(one)}`).join("\n");
        return (
          <Button
            key={`${mark.kind} ${mark.id}`}
            className="scrubber-mark"
            aria-label={label}
            style={{ left: `${groupShare(day, mark.atMs) * 100}%` }}
            onPress={() => seek(mark.atMs)}
          >
            <span title={label}>
              <StateMark {...markLooks[mark.kind]}>{marks.length === 1 ? null : marks.length}</StateMark>
            </span>
          </Button>
        );
      })}
    </Toolbar>
  );
}

function Hours({ day }: DayProps) {
  const format = useFormat();
  return (
    <div className="scrubber-hours number" aria-hidden="true">
      {hourTicks(day).map((atMs) => (
        <span key={atMs} style={{ left: `${shareOf(day, atMs) * 100}%` }}>
          {format.time(atMs, day.timeZone)}
        </span>
      ))}
    </div>
  );
}
