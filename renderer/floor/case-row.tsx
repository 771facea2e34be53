import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { useFormat } from "../ui/format.ts";
import { GripIcon } from "../ui/icons.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Tag } from "../ui/tag.tsx";
import type { RowContentProps } from "../ui/virtual-list/virtual-row.tsx";
import { standingOf } from "./case-standing.ts";
import { CaseTags } from "./case-tags.tsx";
import { ExpectedCall } from "./expected-call.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { RunningWait } from "./running.tsx";
import { useTimeZone } from "./use-time-zone.ts";
import { caseLooks, channelWords } from "./words.ts";

/** What a supervisor needs to know of one open case; drawn again only when that changes. */
export const CaseRow = memo(function CaseRow({ id, isSelected }: RowContentProps) {
  const { t, i18n } = useLingui();
  const record = useFloor((floor) => floor.cases.get(id));
  const targetSeconds = useFloor((floor) =>
    record === undefined ? 0 : (floor.services.get(serviceKeyOf(record))?.targetSeconds ?? 0),
  );
  const agentName = useFloor((floor) => floor.agents.get(record?.agentId ?? "")?.name ?? record?.agentId);
  if (record === undefined) return null;
  const look = caseLooks[record.state];
  const standing = standingOf(record);
  const isWaiting = standing === "waiting" || standing === "suspended";
  const channel = i18n._(channelWords[record.channel]);
  return (
    <td className="case-cells">
      <span className="case-grip">
        <GripIcon />
      </span>
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
      {standing === "waiting" ? <ExpectedCall caseId={id} serviceKey={serviceKeyOf(record)} /> : <span />}
      <StateMark shape={look.shape} tone={look.tone}>
        {isWaiting || agentName == null ? i18n._(look.word) : `${i18n._(look.word)}, ${agentName}`}
      </StateMark>
      <Facts record={record} agentName={agentName ?? null} />
    </td>
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
  const from = useFloor((floor) => {
    const serviceId = record.fromServiceId;
    if (serviceId === null) return null;
    return floor.services.get(serviceKeyOf({ siteId: record.siteId, serviceId }))?.name ?? serviceId;
  });
  return (
    <span className="case-facts">
      <CaseTags record={record} />
      {record.state === "waiting" && agentName !== null ? (
        <Tag tone="accent">{t`pour ${agentName}`}</Tag>
      ) : null}
      {record.flags.map((flag) => (
        <Tag key={flag}>{flag}</Tag>
      ))}
      {record.visit > 1 ? <Tag>{t`${record.visit}ᵉ passage`}</Tag> : null}
      {record.appointmentAtMs === null ? null : (
        <Appointment atMs={record.appointmentAtMs} siteId={record.siteId} />
      )}
      {from === null ? null : <Tag>{t`venu de ${from} · attente conservée`}</Tag>}
    </span>
  );
}

function Appointment({ atMs, siteId }: { readonly atMs: number; readonly siteId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const appointment = format.time(atMs, useTimeZone(siteId));
  return <Tag>{t`rendez-vous ${appointment}`}</Tag>;
}
