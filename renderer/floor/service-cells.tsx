import { Plural, useLingui } from "@lingui/react/macro";
import type { FloorService, Level as ShareOfTarget } from "../../shared/domain/floor.ts";
import { useFormat } from "../ui/format.ts";
import { LevelMark } from "../ui/level-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { abandonedShare, fewestCases, shareLevel } from "./judge.ts";
import { RunningWait, useAge } from "./running.tsx";
import { Sparkline } from "./sparkline.tsx";
import { channelWords, shareWords } from "./words.ts";

export interface ServiceCellProps {
  readonly serviceKey: string;
}

function useService(serviceKey: string): FloorService | undefined {
  return useFloor((floor) => floor.services.get(serviceKey));
}

/** Name, channels, and the target that the row is judged by. */
export function ServiceName({ serviceKey }: ServiceCellProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const service = useService(serviceKey);
  if (service === undefined) return null;
  const channels = service.channels.map((channel) => i18n._(channelWords[channel])).join(", ");
  const share = format.percent(service.targetShare);
  const within = format.duration(service.targetSeconds);
  const target = t`${share} en ${within}`;
  return (
    <>
      <span className="service-name" title={service.name}>
        {service.name}
      </span>
      <small className="service-facts number">{[target, channels].join(" · ")}</small>
    </>
  );
}

export function QueueLength({ serviceKey }: ServiceCellProps) {
  const format = useFormat();
  const length = useService(serviceKey)?.queueLength ?? 0;
  return <span className="queue-length">{format.number(length)}</span>;
}

/** The longest wait, ticking; for a feed that knows no cases, when it last looked. */
export function LongestWaitOf({ serviceKey }: ServiceCellProps) {
  const service = useService(serviceKey);
  if (service === undefined) return null;
  if (service.observedAtMs !== null) return <ObservedAgo atMs={service.observedAtMs} />;
  if (service.longestWaitSinceMs === null) return <span>–</span>;
  return <RunningWait sinceMs={service.longestWaitSinceMs} targetSeconds={service.targetSeconds} />;
}

function ObservedAgo({ atMs }: { readonly atMs: number }) {
  const { t } = useLingui();
  const age = useAge(atMs);
  return <small className="number">{t`observé il y a ${age}`}</small>;
}

/** Of those who came in the last half hour. */
export function LevelNow({ serviceKey }: ServiceCellProps) {
  const service = useService(serviceKey);
  if (service === undefined) return null;
  return <Share level={service.levelNow} wantedShare={service.targetShare} />;
}

export function LevelToday({ serviceKey }: ServiceCellProps) {
  const service = useService(serviceKey);
  if (service === undefined) return null;
  return <Share level={service.levelToday} wantedShare={service.targetShare} isPlain />;
}

interface ShareProps {
  readonly level: ShareOfTarget;
  readonly wantedShare: number;
  readonly isPlain?: boolean;
}

/** A service level with its count, judged against the wanted share. */
export function Share({ level, wantedShare, isPlain = false }: ShareProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  if (level.share === null) return <span>–</span>;
  const state = isPlain ? "ok" : shareLevel(level, wantedShare);
  const count = format.number(level.base);
  return (
    <span className={isPlain || level.base < fewestCases ? "share share-plain" : "share"}>
      <LevelMark level={state} word={i18n._(shareWords[state])}>
        {format.percent(level.share)}
      </LevelMark>
      <small className="number">{t`n ${count}`}</small>
    </span>
  );
}

export function Abandoned({ serviceKey }: ServiceCellProps) {
  const format = useFormat();
  const service = useService(serviceKey);
  if (service === undefined) return null;
  const { share } = abandonedShare([service]);
  return <span>{share === null ? "–" : format.percent(share)}</span>;
}

export function QueueHistory({ serviceKey }: ServiceCellProps) {
  const history = useService(serviceKey)?.queueHistory;
  return history === undefined ? null : <Sparkline lengths={history} />;
}

/** Agents who serve the service, and how many of them are free; or the open counters. */
export function AgentsOn({ serviceKey }: ServiceCellProps) {
  const { t } = useLingui();
  const service = useService(serviceKey);
  if (service === undefined) return null;
  if (service.openCounters !== null) {
    return (
      <>
        <small className="agents-free">{t`guichets`}</small>
        {service.openCounters}
      </>
    );
  }
  return (
    <>
      {service.agentsAvailable > 0 ? (
        <small className="agents-free">
          <Plural value={service.agentsAvailable} one="# libre" other="# libres" />
        </small>
      ) : null}
      {service.agentsOn}
    </>
  );
}
