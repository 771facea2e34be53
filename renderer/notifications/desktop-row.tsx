import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { showToast } from "../ui/toast.tsx";
import { ChannelRow } from "./channel-row.tsx";
import { TrialOutcome } from "./trial-outcome.tsx";
import { usePutNotifications, useTrial } from "./use-notifications.ts";

/** Notifications on the desktop of this console. */
export function DesktopRow({ view }: { readonly view: NotificationView }) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const put = usePutNotifications();
  const trial = useTrial();
  const [permission, setPermission] = useState(() => Notification.permission);
  const isOn = view.settings.desktop;
  return (
    <ChannelRow
      title={t`Bureau`}
      state={
        !isOn ? (
          <StateMark shape="ring">{t`Coupé`}</StateMark>
        ) : permission === "granted" ? (
          <StateMark shape="disc" tone="good">{t`Prêt sur cet écran`}</StateMark>
        ) : permission === "denied" ? (
          <StateMark shape="triangle" tone="warn">{t`Bloqué dans le navigateur ou le système`}</StateMark>
        ) : (
          <StateMark shape="half" tone="warn">{t`À autoriser sur cet écran`}</StateMark>
        )
      }
      detail={t`Chaque appel paraît sur le bureau où la console est ouverte.`}
      outcome={<TrialOutcome trial={trial} />}
      actions={
        <>
          {isOn && permission === "default" ? (
            <Button variant="soft" onPress={() => void Notification.requestPermission().then(setPermission)}>
              {t`Autoriser…`}
            </Button>
          ) : null}
          {isOn ? (
            <Button
              variant="quiet"
              aria-label={t`Essayer le bureau`}
              isPending={trial.isPending}
              onPress={() => trial.mutate({ channel: "desktop", email: null })}
            >
              {t`Envoyer un essai`}
            </Button>
          ) : null}
          <Checkbox
            isSelected={isOn}
            onChange={(desktop) =>
              put.mutate(
                { settings: { desktop } },
                { onError: (error) => showToast({ title: sentenceOf(error), level: "bad" }) },
              )
            }
          >
            {t`En service`}
          </Checkbox>
        </>
      }
    />
  );
}
