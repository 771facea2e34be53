import { useLingui } from "@lingui/react/macro";
import type { Delivery } from "../../shared/domain/delivery.ts";
import { useFailureWords } from "../notifications/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { useChannelWords } from "./channel-words.ts";

export interface CallDeliveriesProps {
  readonly deliveries: readonly Delivery[];
  readonly timeZone: string | null;
}

/** How the person is told: each message, and what became of it. */
export function CallDeliveries({ deliveries, timeZone }: CallDeliveriesProps) {
  const { t } = useLingui();
  return (
    <ul className="call-deliveries number" aria-label={t`Messages`}>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <DeliveryMark delivery={delivery} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

function DeliveryMark({
  delivery,
  timeZone,
}: {
  readonly delivery: Delivery;
  readonly timeZone: string | null;
}) {
  const { t } = useLingui();
  const { time } = useFormat();
  const failureWords = useFailureWords();
  const channel = useChannelWords()[delivery.channel];
  const { state, endedAtMs, nextAttemptAtMs, lastFailure } = delivery;
  const why = lastFailure === null ? "" : ` – ${failureWords.short(lastFailure)}`;
  switch (state) {
    case "sent":
      return <StateMark shape="check">{t`${channel} : parti à ${time(endedAtMs ?? 0, timeZone)}`}</StateMark>;
    case "dropped":
      return <StateMark shape="dash">{t`${channel} : plus nécessaire, la réponse est là`}</StateMark>;
    case "failed":
      return (
        <StateMark shape="cross" tone="bad">
          {t`${channel} : non parti${why}`}
        </StateMark>
      );
    case "waiting":
      return lastFailure === null || nextAttemptAtMs === null ? (
        <StateMark shape="half">{t`${channel} : en cours d’envoi`}</StateMark>
      ) : (
        <StateMark shape="triangle" tone="warn">
          {t`${channel} : échec, nouvel essai à ${time(nextAttemptAtMs, timeZone)}${why}`}
        </StateMark>
      );
  }
}
