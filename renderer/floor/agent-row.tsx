import { useLingui } from "@lingui/react/macro";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick, useNowMs } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { GripIcon } from "../ui/icons.tsx";
import { LevelShape } from "../ui/level-mark.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Tag } from "../ui/tag.tsx";
import { AgentStateMark, Assignment, StateAgainstPlan } from "./agent-state.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";

/** The tick stands here; a case that is older than usual goes beyond. */
const usualAtShare = 0.8;

/** One agent: state against plan, the case at hand and its age against what is usual, and the assignment. */
export function AgentRow({ agentId }: { readonly agentId: string }) {
  const { t } = useLingui();
  const agent = useFloor((floor) => floor.agents.get(agentId));
  const atHand = useFloor((floor) => {
    const caseId = floor.agents.get(agentId)?.caseId ?? null;
    return caseId === null ? undefined : floor.cases.get(caseId);
  });
  if (agent === undefined) return null;
  const isOnPhone = agent.state === "serving" && atHand?.channel === "phone";
  return (
    <>
      <span className="agent-grip">
        <GripIcon />
      </span>
      <div className="agent-line">
        <span className="agent-name">
          {agent.name}
          {agent.counter === null ? null : <small> {agent.counter}</small>}
          {agent.backupCallId === null ? null : <Tag tone="accent">{t`renfort`}</Tag>}
        </span>
        <AgentStateMark agent={agent} isOnPhone={isOnPhone} />
      </div>
      {atHand === undefined ? <StateAgainstPlan agent={agent} /> : <CaseAtHand record={atHand} />}
      <Assignment agent={agent} />
    </>
  );
}

function CaseAtHand({ record }: { readonly record: FloorCase }) {
  const { t } = useLingui();
  const service = useFloor((floor) => floor.services.get(serviceKeyOf(record)));
  const ticket = record.ticket ?? t`sans ticket`;
  const name = service?.name ?? record.serviceId;
  if (record.startedAtMs === null) {
    return (
      <div className="agent-line agent-detail">
        <span className="agent-case">{t`appelle ${ticket} · ${name}`}</span>
      </div>
    );
  }
  return (
    <CaseAge
      label={`${ticket} · ${name}`}
      startedAtMs={record.startedAtMs}
      usualSeconds={service?.usualHandleSeconds ?? null}
    />
  );
}

interface CaseAgeProps {
  readonly label: string;
  readonly startedAtMs: number;
  /** Nine out of ten take less; null while that is not known. */
  readonly usualSeconds: number | null;
}

function CaseAge({ label, startedAtMs, usualSeconds }: CaseAgeProps) {
  const { t } = useLingui();
  const format = useFormat();
  const seconds = Math.max(0, Math.floor((useNowMs() - startedAtMs) / 1_000));
  const isUnusual = usualSeconds !== null && seconds > usualSeconds;
  const usual = usualSeconds === null ? "" : format.duration(usualSeconds);
  const filled = usualSeconds === null ? 0 : Math.min(1, (seconds / usualSeconds) * usualAtShare);
  return (
    <>
      <div className="agent-line agent-detail">
        <span className="agent-case">{label}</span>
        <span className={isUnusual ? "number level-mark level-warn" : "number level-mark"}>
          {isUnusual ? <LevelShape level="warn" /> : null}
          {format.clock(seconds)}
          {isUnusual ? (
            <span className="visually-hidden">{t`, plus long que d’habitude (${usual})`}</span>
          ) : null}
        </span>
      </div>
      {usualSeconds === null ? null : (
        <svg
          className={isUnusual ? "case-age case-age-unusual" : "case-age"}
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <title>{t`Neuf fois sur dix, moins de ${usual}`}</title>
          <rect className="case-age-track" x="0" y="2" width="100" height="4" />
          <rect className="case-age-bar" x="0" y="2" width={filled * 100} height="4" />
          <rect className="case-age-tick" x={usualAtShare * 100} y="0" width="0.5" height="8" />
        </svg>
      )}
    </>
  );
}

/** Someone who was called in and is not on the floor yet. */
export function ComingRow({ callId }: { readonly callId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const call = useFloor((floor) => floor.backupCalls.get(callId));
  const known = useFloor((floor) => floor.agents.get(call?.agentId ?? "")?.name);
  const roster = useDirectory().data?.roster ?? [];
  const leftSeconds = useAtTick((nowMs) =>
    Math.max(0, Math.round(((call?.arrivesAtMs ?? call?.expiresAtMs ?? 0) - nowMs) / 1_000)),
  );
  if (call === undefined) return null;
  const name = roster.find((person) => person.agentId === call.agentId)?.name ?? known ?? call.agentId;
  const left = format.duration(leftSeconds);
  const isAsked = call.state === "requested";
  return (
    <>
      <div className="agent-line">
        <span className="agent-name">{name}</span>
        <StateMark shape="triangle" tone="accent">
          {isAsked ? t`Renfort demandé` : t`Renfort en route`}
        </StateMark>
      </div>
      <div className="agent-line agent-detail">
        <span className="number">
          {isAsked
            ? t`répond d’ici ${left}`
            : call.arrivesAtMs === null
              ? t`a accepté`
              : t`arrive dans ${left}`}
        </span>
      </div>
    </>
  );
}
