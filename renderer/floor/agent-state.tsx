import { Trans, useLingui } from "@lingui/react/macro";
import { type AgentState, overdueBreakSeconds } from "../../shared/domain/agent.ts";
import type { FloorAgent } from "../../shared/domain/floor.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFormat } from "../ui/format.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { Elapsed } from "./running.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { agentLooks } from "./words.ts";

const unexplained: readonly AgentState[] = ["available", "serving", "wrap_up"];

/** The reason of a state, where it says more than the state itself. */
export function reasonOf(agent: Pick<FloorAgent, "state" | "stateReason">, stateWord: string): string | null {
  const { state, stateReason } = agent;
  if (stateReason === null || unexplained.includes(state)) return null;
  return stateReason.toLowerCase() === stateWord.toLowerCase() ? null : stateReason;
}

interface AgentStateMarkProps {
  readonly agent: Pick<FloorAgent, "state" | "stateReason">;
  readonly isOnPhone?: boolean;
}

/** What somebody does, as shape and words; of a break also which one. */
export function AgentStateMark({ agent, isOnPhone = false }: AgentStateMarkProps) {
  const { t, i18n } = useLingui();
  const look = agentLooks[agent.state];
  const word = isOnPhone ? t`En ligne` : i18n._(look.word);
  const reason = agent.state === "paused" ? reasonOf(agent, word) : null;
  const kind = reason === null ? "" : reason.charAt(0).toLocaleLowerCase(i18n.locale) + reason.slice(1);
  return (
    <StateMark shape={look.shape} tone={look.tone}>
      {kind === "" ? word : t`${word} ${kind}`}
    </StateMark>
  );
}

/** Since when, why, and how that stands against the plan. */
export function StateAgainstPlan({ agent }: { readonly agent: FloorAgent }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(agent.siteId);
  const overrun = useAtTick((nowMs) => {
    const seconds = overdueBreakSeconds(agent, nowMs) ?? 0;
    return seconds < 1 ? null : format.duration(seconds);
  });
  const reason = agent.state === "paused" ? null : reasonOf(agent, i18n._(agentLooks[agent.state].word));
  const end = agent.plannedEndMs === null ? null : format.time(agent.plannedEndMs, timeZone);
  return (
    <div className="agent-line agent-detail">
      <span>{[reason, end === null ? null : t`retour prévu ${end}`].filter(Boolean).join(" · ")}</span>
      {overrun === null ? (
        <span>
          <Trans>
            depuis <Elapsed sinceMs={agent.stateSinceMs} />
          </Trans>
        </span>
      ) : (
        <span className="level-mark level-warn number">
          <LevelShape level="warn" />
          {t`dépassé de ${overrun}`}
        </span>
      )}
    </div>
  );
}

/** Where somebody was told to serve; nothing where they serve all they are trained for. */
export function Assignment({ agent }: { readonly agent: FloorAgent }) {
  const names = useFloor((floor) =>
    agent.assignedServiceIds === null
      ? null
      : agent.assignedServiceIds
          .map(
            (serviceId) =>
              floor.services.get(serviceKeyOf({ siteId: agent.siteId, serviceId }))?.name ?? serviceId,
          )
          .join(", "),
  );
  if (names === null) return null;
  return (
    <div className="agent-line agent-detail agent-assignment">
      <span className="agent-case">
        <Trans>Affectation : {names}</Trans>
      </span>
    </div>
  );
}
