import { useLingui } from "@lingui/react/macro";
import type { ConnectorView } from "../../../shared/contract/connector.ts";
import { connectorState } from "../../../shared/domain/connector.ts";
import { useAtTick } from "../../client/server-clock.ts";
import { useFormat } from "../../ui/format.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { useFailureSentence } from "./use-failure-sentence.ts";

/** How a connector fares, with what went wrong while it does not fare well. */
export function ConnectorStateMark({ view }: { readonly view: ConnectorView }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const sentenceOf = useFailureSentence();
  const { connector, health } = view;
  const { lastSuccessAtMs, lastFailure, clockAheadSeconds } = health;
  const age = useAtTick((nowMs) =>
    lastSuccessAtMs === null ? "" : duration((nowMs - lastSuccessAtMs) / 1_000),
  );
  switch (connectorState(connector.enabled, health)) {
    case "off":
      return <StateMark shape="ring">{t`Coupé`}</StateMark>;
    case "waiting":
      return <StateMark shape="half">{t`Rien reçu pour l’instant`}</StateMark>;
    case "failing":
      return (
        <>
          <StateMark shape="triangle" tone="bad">{t`En échec`}</StateMark>
          {lastFailure === null ? null : (
            <small className="connector-note">{sentenceOf(lastFailure.fault)}</small>
          )}
        </>
      );
    case "working":
      return (
        <>
          <StateMark shape="disc" tone="good">{t`Actif, il y a ${age}`}</StateMark>
          {clockAheadSeconds === null ? null : <ClockNote aheadSeconds={clockAheadSeconds} />}
        </>
      );
  }
}

function ClockNote({ aheadSeconds }: { readonly aheadSeconds: number }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const difference = duration(Math.abs(aheadSeconds));
  return (
    <small className="connector-note">
      <StateMark shape="triangle" tone="warn">
        {aheadSeconds > 0
          ? t`Son horloge avance de ${difference} : réglez-la, ou le fuseau de l’accueil.`
          : t`Son horloge retarde de ${difference} : réglez-la, ou le fuseau de l’accueil.`}
      </StateMark>
    </small>
  );
}
