import { Trans, useLingui } from "@lingui/react/macro";
import { consoleSource } from "../../shared/domain/case-action.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { isStale, sourceName } from "../floor/staleness.ts";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";

interface LostMarkProps {
  readonly isHeard: boolean;
  readonly knownAtMs: number;
  readonly timeZone: string | null;
}

/** Says, so that nobody can overlook it, that figures on the wall are not those of now, and from when they are. */
export function LostMark({ isHeard, knownAtMs, timeZone }: LostMarkProps) {
  return (
    <div role="status">
      {isHeard ? <SilentFeeds timeZone={timeZone} /> : <LostConsole atMs={knownAtMs} timeZone={timeZone} />}
    </div>
  );
}

function LostConsole({ atMs, timeZone }: { readonly atMs: number; readonly timeZone: string | null }) {
  const format = useFormat();
  const time = format.timeToSecond(atMs, timeZone);
  return (
    <p className="wall-mark wall-mark-bad">
      <LevelShape level="bad" />
      <span>
        <Trans>
          <strong>Liaison perdue.</strong> Derniers chiffres connus : <span className="number">{time}</span>
        </Trans>
      </span>
    </p>
  );
}

function SilentFeeds({ timeZone }: { readonly timeZone: string | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const feeds = useFloor((floor) => floor.feeds).filter((feed) => feed.source !== consoleSource);
  const names = useAtTick((nowMs) =>
    feeds
      .filter((feed) => isStale(feed, nowMs))
      .map((feed) => sourceName(feed.source))
      .join(", "),
  );
  const lastMs = useAtTick((nowMs) =>
    Math.min(...feeds.filter((feed) => isStale(feed, nowMs)).map((feed) => feed.lastReceivedAtMs)),
  );
  if (names === "") return null;
  const time = format.dateTime(lastMs, timeZone);
  return (
    <p className="wall-mark wall-mark-warn">
      <LevelShape level="warn" />
      <span>
        <strong>{t`Flux muet : ${names}.`}</strong> {t`Derniers chiffres connus : ${time}`}
      </span>
    </p>
  );
}
