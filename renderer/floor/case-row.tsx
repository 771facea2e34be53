import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { Button } from "react-aria-components";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { useFormat } from "../ui/format.ts";
import { GripIcon } from "../ui/icons.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Tag } from "../ui/tag.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { RunningWait } from "./running.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { caseLooks, channelWords } from "./words.ts";

export interface CaseRowProps {
  readonly caseId: string;
  readonly isSelected: boolean;
}

/** What a supervisor needs to know of one open case; drawn again only when that changes. */
export const CaseRow = memo(function CaseRow({ caseId, isSelected }: CaseRowProps) {
  const { t, i18n } = useLingui();
  const record = useFloor((floor) => floor.cases.get(caseId));
  const targetSeconds = useFloor((floor) =>
    record === undefined ? 0 : (floor.services.get(serviceKeyOf(record))?.targetSeconds ?? 0),
  );
  const agentName = useFloor((floor) => floor.agents.get(record?.agentId ?? "")?.name ?? record?.agentId);
  if (record === undefined) return null;
  const look = caseLooks[record.state];
  const isWaiting = record.state === "waiting";
  const channel = i18n._(channelWords[record.channel]);
  return (
    <div className="case-cells">
      <Button slot="drag" className="case-grip">
        <GripIcon />
      </Button>
      <SelectionBox isSelected={isSelected} />
      <span className="case-ticket">
        <strong className="number">{record.ticket ?? t`sans ticket`}</strong>
        <small>{channel}</small>
      </span>
      <span>
        {isWaiting ? (
          <RunningWait sinceMs={record.waitSinceMs} targetSeconds={targetSeconds} />
        ) : (
          <EndedWait seconds={record.waitedSeconds} />
        )}
      </span>
      <StateMark shape={look.shape} tone={look.tone}>
        {isWaiting || agentName == null ? i18n._(look.word) : `${i18n._(look.word)}, ${agentName}`}
      </StateMark>
      <Facts record={record} agentName={agentName ?? null} />
    </div>
  );
});

/** The eye's half of the selection: the row itself is pressed, and says whether it is selected. */
function SelectionBox({ isSelected }: { readonly isSelected: boolean }) {
  return (
    <svg className="case-box" viewBox="0 0 15 15" aria-hidden="true">
      {isSelected ? <path d="m3.5 7.8 2.7 2.7 5.3-6" /> : null}
    </svg>
  );
}

function EndedWait({ seconds }: { readonly seconds: number | null }) {
  const format = useFormat();
  return <span className="number case-ended">{seconds === null ? "–" : format.clock(seconds)}</span>;
}

function Facts({ record, agentName }: { readonly record: FloorCase; readonly agentName: string | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const timeZone = useTimeZone(record.siteId);
  const from = useFloor((floor) => {
    const serviceId = record.fromServiceId;
    if (serviceId === null) return null;
    return floor.services.get(serviceKeyOf({ siteId: record.siteId, serviceId }))?.name ?? serviceId;
  });
  const appointment = record.appointmentAtMs === null ? null : format.time(record.appointmentAtMs, timeZone);
  return (
    <span className="case-facts">
      {record.priority > 0 ? <Tag tone="accent">{t`priorité ${record.priority}`}</Tag> : null}
      {record.state === "waiting" && agentName !== null ? (
        <Tag tone="accent">{t`pour ${agentName}`}</Tag>
      ) : null}
      {record.flags.map((flag) => (
        <Tag key={flag}>{flag}</Tag>
      ))}
      {record.visit > 1 ? <Tag>{t`${record.visit}ᵉ passage`}</Tag> : null}
      {appointment === null ? null : <Tag>{t`rendez-vous ${appointment}`}</Tag>}
      {from === null ? null : <Tag>{t`venu de ${from} · attente conservée`}</Tag>}
    </span>
  );
}
