import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Group } from "react-aria-components";
import { Link } from "wouter";
import type { NotificationChannel } from "../../shared/domain/notification.ts";
import { useSettings } from "../client/queries.ts";
import { useMay } from "../client/session.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { useChannelWords } from "./channel-words.ts";

const minutes: Intl.NumberFormatOptions = { style: "unit", unit: "minute", unitDisplay: "short" };

/** How people are called: at once or in turn, and by which channels they are told. */
export interface CallWayValue {
  readonly mode: "at_once" | "in_turn";
  readonly wanted: number;
  readonly answerMinutes: number;
  /** Channels that are in use and that the caller does without. */
  readonly without: ReadonlySet<NotificationChannel>;
}

export interface CallWayProps {
  readonly value: CallWayValue;
  readonly onChange: (value: CallWayValue) => void;
  readonly chosenCount: number;
}

/** The channels that a call goes out by. */
export function useCallChannels({ without }: Pick<CallWayValue, "without">): NotificationChannel[] {
  return useUsedChannels().filter((channel) => !without.has(channel));
}

/** Those that administrators set up; what they entered for them is not told to callers. */
function useUsedChannels(): readonly NotificationChannel[] {
  return useSettings().data?.usedChannels ?? [];
}

export function CallWay({ value, onChange, chosenCount }: CallWayProps) {
  const { t } = useLingui();
  const channelWords = useChannelWords();
  const used = useUsedChannels();
  const maySet = useMay()("notification", "put");
  const isInTurn = value.mode === "in_turn";

  function setChannel(channel: NotificationChannel, isOn: boolean) {
    const without = new Set(value.without);
    if (isOn) without.delete(channel);
    else without.add(channel);
    onChange({ ...value, without });
  }

  return (
    <div className="call-way">
      <div className="call-way-mode">
        <SegmentedControl
          label={t`Comment appeler`}
          options={[
            { id: "at_once", label: t`Tous à la fois` },
            { id: "in_turn", label: t`L’un après l’autre` },
          ]}
          value={value.mode}
          onChange={(mode) => onChange({ ...value, mode })}
        />
        {isInTurn ? (
          <div className="call-way-turn">
            <NumberField
              label={t`Il en faut`}
              least={1}
              most={Math.max(1, chosenCount)}
              value={Math.min(value.wanted, Math.max(1, chosenCount))}
              onChange={(wanted) => onChange({ ...value, wanted })}
            />
            <NumberField
              label={t`Chacun a`}
              least={1}
              most={120}
              formatOptions={minutes}
              value={value.answerMinutes}
              onChange={(answerMinutes) => onChange({ ...value, answerMinutes })}
            />
          </div>
        ) : null}
      </div>
      <small>
        {isInTurn ? (
          <Plural
            value={value.answerMinutes}
            one="Dans l’ordre de la liste. Un refus ou # minute sans réponse : au suivant."
            other="Dans l’ordre de la liste. Un refus ou # minutes sans réponse : au suivant."
          />
        ) : (
          <Trans>Tous reçoivent l’appel maintenant ; chacun peut accepter.</Trans>
        )}
      </small>
      <Group className="call-way-channels" aria-label={t`Prévenir par`}>
        <span className="field-label">{t`Prévenir par`}</span>
        {used.map((channel) => (
          <Checkbox
            key={channel}
            isSelected={!value.without.has(channel)}
            onChange={(isOn) => setChannel(channel, isOn)}
          >
            {channelWords[channel]}
          </Checkbox>
        ))}
        {used.length === 0 ? <small>{t`Aucun canal réglé : appelez par téléphone.`}</small> : null}
        {maySet ? (
          <Link href="/settings" className="call-way-link">
            <Trans>Régler</Trans>
          </Link>
        ) : null}
      </Group>
    </div>
  );
}
