import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { fewestCases, shareLevel, waitLevel } from "../floor/judge.ts";
import { useAge } from "../floor/running.tsx";
import { expectedLevel, rangeWords } from "../floor/wait-range.ts";
import { waitWords } from "../floor/words.ts";
import { useFormat } from "../ui/format.ts";
import type { Level } from "../ui/level.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { serviceState } from "./service-state.ts";
import "./service-tile.css";

/** Hours and minutes at both ends take more room than there is at full size. */
const longRange = 9;
/** Letters of a name that fit at full size where tiles are narrow. */
const longName = 22;

/** One service, readable from five metres: no names, only tickets and figures. */
export function ServiceTile({ serviceKey }: { readonly serviceKey: string }) {
  const { i18n } = useLingui();
  const service = useFloor((floor) => floor.services.get(serviceKey));
  const state = useAtTick((nowMs) => (service === undefined ? "ok" : serviceState(service, nowMs)));
  const sites = useDirectory().data?.sites ?? [];
  if (service === undefined) return null;
  const site = sites.find((one) => one.id === service.siteId)?.name ?? service.siteId;
  return (
    <section
      className={`tile tile-${state}`}
      aria-label={sites.length > 1 ? `${service.name}, ${site}` : service.name}
    >
      <h2 className={service.name.length > longName ? "tile-long-name" : undefined}>{service.name}</h2>
      <div className="tile-line">
        <p className="tile-state">
          {state === "ok" ? <i className="tile-dot" aria-hidden="true" /> : <LevelShape level={state} />}
          {i18n._(waitWords[state])}
        </p>
        {sites.length > 1 ? <p className="tile-site">{site}</p> : null}
      </div>
      <dl className="tile-figures">
        <Queue service={service} />
        <Longest service={service} />
        <Share service={service} />
        <Expected service={service} />
        <Agents service={service} />
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly title: ReactNode;
  readonly level?: Level;
  /** Takes the room of two. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Figure({ title, level = "ok", isWide = false, children }: FigureProps) {
  return (
    <div className={`tile-figure tile-figure-${level}${isWide ? " tile-figure-wide" : ""}`}>
      <dt>{title}</dt>
      <dd className="number">
        <LevelShape level={level} />
        {children}
      </dd>
    </div>
  );
}

interface ServiceProps {
  readonly service: FloorService;
}

function Queue({ service }: ServiceProps) {
  const format = useFormat();
  return (
    <div className="tile-figure tile-queue">
      <dt>
        <Trans>En attente</Trans>
      </dt>
      <dd className="number">{format.number(service.queueLength)}</dd>
    </div>
  );
}

function Longest({ service }: ServiceProps) {
  const format = useFormat();
  const sinceMs = service.longestWaitSinceMs;
  const level = useAtTick((nowMs) =>
    sinceMs === null ? "ok" : waitLevel((nowMs - sinceMs) / 1_000, service.targetSeconds),
  );
  const text = useAtTick((nowMs) => (sinceMs === null ? "–" : format.clock((nowMs - sinceMs) / 1_000)));
  if (service.observedAtMs !== null) return <Observed atMs={service.observedAtMs} />;
  return (
    <Figure title={<Trans>Plus longue</Trans>} level={level}>
      {text}
    </Figure>
  );
}

/** A feed that only counts the queue: when it last looked. */
function Observed({ atMs }: { readonly atMs: number }) {
  const age = useAge(atMs);
  return <Figure title={<Trans>Compté il y a</Trans>}>{age}</Figure>;
}

function Expected({ service }: ServiceProps) {
  const format = useFormat();
  const expected = service.expectedWait;
  const range = expected === null ? "–" : rangeWords(expected, format.duration);
  return (
    <Figure
      isWide
      title={<Trans>Attente prévue</Trans>}
      level={expected === null ? "ok" : expectedLevel(expected, service.targetSeconds)}
    >
      <span className={range.length > longRange ? "tile-long" : undefined}>{range}</span>
    </Figure>
  );
}

function Share({ service }: ServiceProps) {
  const format = useFormat();
  const { levelNow, targetShare } = service;
  return (
    <Figure title={<Trans>Dans l’objectif</Trans>} level={shareLevel(levelNow, targetShare)}>
      {levelNow.share === null || levelNow.base < fewestCases ? "–" : format.percent(levelNow.share)}
    </Figure>
  );
}

function Agents({ service }: ServiceProps) {
  const format = useFormat();
  const count = service.openCounters ?? service.agentsOn;
  return (
    <Figure title={service.openCounters === null ? <Trans>Agents</Trans> : <Trans>Guichets ouverts</Trans>}>
      {format.number(count)}
    </Figure>
  );
}
