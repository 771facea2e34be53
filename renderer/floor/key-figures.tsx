import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { memo } from "react";
import { isOnFloor } from "../../shared/domain/agent.ts";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import type { Level } from "../ui/level.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { abandonedShare, combineLevels, isInPerson, longestWaiting, shareLevel, waitLevel } from "./judge.ts";
import { shareWords, waitWords } from "./words.ts";
import "./key-figures.css";

/** Steps of five minutes in half an hour of queue history. */
const halfHourSteps = 6;

/** The five figures to look at first. */
export const KeyFigures = memo(function KeyFigures() {
  const { t } = useLingui();
  const services = useFloor((floor) => floor.serviceList);
  return (
    <section className="key-figures" aria-label={t`Chiffres clés`}>
      <Waiting services={services} />
      <LongestWait services={services} />
      <ServedInTarget services={services} />
      <Agents />
      <Abandonment services={services} />
    </section>
  );
});

interface FigureProps {
  readonly title: ReactNode;
  readonly level?: Level;
  /** The level in words, read aloud. */
  readonly word?: string;
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  readonly detail: ReactNode;
}

function Figure({ title, level = "ok", word, value, unit, detail }: FigureProps) {
  return (
    <div className={`key-figure key-${level}`}>
      <small>{title}</small>
      <p className="key-value number">
        <LevelShape level={level} />
        <span>{value}</span>
        {unit === undefined ? null : <i>{unit}</i>}
        {level === "ok" ? null : <span className="visually-hidden">{word}</span>}
      </p>
      <p className="key-detail number">{detail}</p>
    </div>
  );
}

interface ServicesProps {
  readonly services: readonly FloorService[];
}

function Waiting({ services }: ServicesProps) {
  const format = useFormat();
  const now = services.reduce((sum, service) => sum + service.queueLength, 0);
  const before = services.reduce((sum, { queueHistory }) => sum + (queueHistory.at(-halfHourSteps) ?? 0), 0);
  const change = now - before;
  return (
    <Figure
      title={<Trans>En attente</Trans>}
      value={format.number(now)}
      detail={
        change === 0 ? (
          <Trans>stable depuis 30 min</Trans>
        ) : (
          <Trans>
            {change > 0 ? "+" : "−"}
            {Math.abs(change)} en 30 min
          </Trans>
        )
      }
    />
  );
}

function LongestWait({ services }: ServicesProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const service = longestWaiting(services);
  const sinceMs = service?.longestWaitSinceMs ?? null;
  const targetSeconds = service?.targetSeconds ?? 0;
  const level = useAtTick((nowMs) =>
    sinceMs === null ? "ok" : waitLevel((nowMs - sinceMs) / 1_000, targetSeconds),
  );
  const value = useAtTick((nowMs) => (sinceMs === null ? "–" : format.clock((nowMs - sinceMs) / 1_000)));
  const ticket = useFloor((floor) => {
    if (service === undefined) return null;
    const [first] = floor.caseIdsOf(serviceKeyOf(service));
    return first === undefined ? null : (floor.cases.get(first)?.ticket ?? null);
  });
  const leavesOutMail =
    service !== undefined && isInPerson(service) && services.some((one) => !isInPerson(one));
  return (
    <Figure
      title={
        leavesOutMail ? (
          <Trans>Plus longue attente, hors courriels</Trans>
        ) : (
          <Trans>Plus longue attente</Trans>
        )
      }
      level={level}
      word={i18n._(waitWords[level])}
      value={value}
      detail={
        service === undefined ? t`personne n’attend` : [ticket, service.name].filter(Boolean).join(" · ")
      }
    />
  );
}

function ServedInTarget({ services }: ServicesProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const now = combineLevels(services, (service) => service.levelNow);
  const today = combineLevels(services, (service) => service.levelToday);
  const wantedShare = now.wantedShare ?? today.wantedShare;
  const level = shareLevel(now.level, now.wantedShare ?? 0);
  const wanted = wantedShare === null ? "" : t`objectif ${format.percent(wantedShare)}`;
  const dayShare = today.level.share;
  const day = dayShare === null ? "" : t`auj. ${format.percent(dayShare)} (n = ${today.level.base})`;
  return (
    <Figure
      title={<Trans>Servis dans l’objectif, 30 min (n = {now.level.base})</Trans>}
      level={level}
      word={i18n._(shareWords[level])}
      value={now.level.share === null ? "–" : format.percentNumber(now.level.share)}
      unit={now.level.share === null ? undefined : "%"}
      detail={[wanted, day].filter((part) => part !== "").join(" · ")}
    />
  );
}

function Agents() {
  const agents = useFloor((floor) => floor.agentList);
  const calls = useFloor((floor) => floor.backupCallList);
  const onFloor = agents.filter((agent) => isOnFloor(agent.state)).length;
  const paused = agents.filter((agent) => agent.state === "paused").length;
  const coming = calls.filter((call) => call.state === "accepted").length;
  return (
    <Figure
      title={<Trans>Agents au public</Trans>}
      value={onFloor}
      unit={`/ ${agents.length}`}
      detail={
        <>
          <Plural value={paused} _0="personne en pause" one="# en pause" other="# en pause" />
          {coming === 0 ? null : (
            <>
              {" · "}
              <Plural value={coming} one="# renfort en route" other="# renforts en route" />
            </>
          )}
        </>
      }
    />
  );
}

function Abandonment({ services }: ServicesProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { abandoned, ended, share } = abandonedShare(services);
  return (
    <Figure
      title={<Trans>Abandons aujourd’hui</Trans>}
      value={share === null ? "–" : format.percentNumber(share)}
      unit={share === null ? undefined : "%"}
      detail={share === null ? t`personne n’est encore passé` : t`${abandoned} sur ${ended}`}
    />
  );
}
