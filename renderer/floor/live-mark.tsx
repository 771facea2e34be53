import { Trans, useLingui } from "@lingui/react/macro";
import { consoleSource } from "../../shared/domain/case-action.ts";
import { useLinkState } from "../client/client.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { isStale, staleAfterMs } from "./staleness.ts";
import "./live-mark.css";

/** Whether the figures on screen are the floor as it is, and if not, why. */
export function LiveMark() {
  const { t } = useLingui();
  const format = useFormat();
  const isLinked = useLinkState() === "live";
  const feeds = useFloor((floor) => floor.feeds).filter((feed) => feed.source !== consoleSource);
  const lastEventAtMs = useFloor((floor) => floor.lastEventAtMs);
  const areAllSilent = useAtTick((nowMs) => feeds.length > 0 && feeds.every((feed) => isStale(feed, nowMs)));
  const age = useAtTick((nowMs) => format.duration((nowMs - (lastEventAtMs ?? nowMs)) / 1_000));
  if (!isLinked) {
    return (
      <span className="live-mark live-mark-warn">
        <LevelShape level="warn" />
        <Trans>Pas en direct</Trans>
      </span>
    );
  }
  if (areAllSilent) {
    const limit = format.duration(staleAfterMs / 1_000);
    return (
      <span className="live-mark live-mark-warn" title={t`Aucun flux n’a parlé depuis plus de ${limit}`}>
        <LevelShape level="warn" />
        <span className="number">{t`Dernier événement il y a ${age}`}</span>
      </span>
    );
  }
  return (
    <span className="live-mark">
      <i aria-hidden="true" />
      <Trans>En direct</Trans>
    </span>
  );
}
