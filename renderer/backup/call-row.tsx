import { Trans, useLingui } from "@lingui/react/macro";
import type { BackupCall } from "../../shared/domain/backup.ts";
import type { Delivery } from "../../shared/domain/delivery.ts";
import { useDirectory } from "../client/queries.ts";
import { useAtTick } from "../client/server-clock.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { CallActions } from "./call-actions.tsx";
import { CallDeliveries } from "./call-deliveries.tsx";
import { CallSteps } from "./call-steps.tsx";

/** One call: whom, for what, how far it has come, and the next step. */
export function CallRow({
  call,
  deliveries,
}: {
  readonly call: BackupCall;
  readonly deliveries: readonly Delivery[];
}) {
  const { t } = useLingui();
  const format = useFormat();
  const directory = useDirectory().data;
  const timeZone = useTimeZone(call.siteId);
  const agentName = useFloor((floor) => floor.agents.get(call.agentId)?.name);
  const person = directory?.roster.find((one) => one.agentId === call.agentId);
  const name = person?.name ?? agentName ?? call.agentId;
  const service = directory?.services.find((one) => one.id === call.serviceId)?.name ?? call.serviceId;
  const until = call.untilMs === null ? null : format.time(call.untilMs, timeZone);
  const facts = [
    service,
    until === null ? t`jusqu’à libération` : t`jusqu’à ${until}`,
    t`demandé par ${call.requestedBy}`,
  ];
  return (
    <li className="call">
      <div className="call-who">
        <strong>{name}</strong>
        <small className="number">{facts.join(" · ")}</small>
        {person?.phone == null || call.state !== "requested" ? null : (
          <small className="number">{person.phone}</small>
        )}
        {call.message === null ? null : <small className="call-message">« {call.message} »</small>}
      </div>
      <div className="call-progress">
        <CallSteps call={call} timeZone={timeZone} />
        {deliveries.length === 0 ? null : <CallDeliveries deliveries={deliveries} timeZone={timeZone} />}
      </div>
      <div className="call-next">
        {call.state === "requested" ? <TimeLeft expiresAtMs={call.expiresAtMs} /> : null}
        <CallActions call={call} name={name} travelMinutes={person?.travelMinutes ?? null} />
      </div>
    </li>
  );
}

function TimeLeft({ expiresAtMs }: { readonly expiresAtMs: number }) {
  const format = useFormat();
  const left = useAtTick((nowMs) => format.clock((expiresAtMs - nowMs) / 1_000));
  return (
    <small className="number call-left">
      <Trans>expire dans {left}</Trans>
    </small>
  );
}
