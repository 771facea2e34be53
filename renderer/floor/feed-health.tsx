import { Trans, useLingui } from "@lingui/react/macro";
import { consoleSource } from "../../shared/domain/case-action.ts";
import type { FeedHealth } from "../../shared/domain/feed.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { ageLevel, isStale, sourceName } from "./staleness.ts";
import "./feed-health.css";

/** Each source of events, with the time since it last spoke. */
export function FeedHealthList({ isLive }: { readonly isLive: boolean }) {
  const feeds = useFloor((floor) => floor.feeds).filter((feed) => feed.source !== consoleSource);
  const isLoaded = useFloor((floor) => floor.isLoaded);
  if (!isLoaded) return null;
  if (feeds.length === 0) {
    return (
      <span>
        <Trans>Aucun flux n’a encore parlé</Trans>
      </span>
    );
  }
  return (
    <ul className="feed-list">
      {feeds.map((feed) => (
        <FeedAge key={feed.source} feed={feed} isLive={isLive} />
      ))}
    </ul>
  );
}

function FeedAge({ feed, isLive }: { readonly feed: FeedHealth; readonly isLive: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const stale = useAtTick((nowMs) => isStale(feed, nowMs));
  const age = useAtTick((nowMs) => format.duration((nowMs - feed.lastReceivedAtMs) / 1_000));
  const level = ageLevel(stale, isLive);
  return (
    <li className={`feed-age level-${level}`} title={feed.source}>
      {level === "ok" ? <i className="feed-dot" aria-hidden="true" /> : <LevelShape level={level} />}
      <span>
        {sourceName(feed.source)}
        {", "}
        <span className="number">{stale ? t`muet depuis ${age}` : t`il y a ${age}`}</span>
      </span>
    </li>
  );
}
