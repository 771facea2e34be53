import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { Button } from "../ui/button.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { ChannelRow } from "./channel-row.tsx";
import { TrialOutcome } from "./trial-outcome.tsx";
import { useTrial } from "./use-notifications.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";

/** A chat room: where it is, and a trial. */
export function WebhookRow({ view }: { readonly view: NotificationView }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const trial = useTrial();
  const place = view.settings.webhook === null ? null : view.webhookPlace;
  const notes =
    place === null
      ? [t`Les appels paraissent dans un salon Teams, Slack ou Mattermost.`]
      : [
          view.settings.webhook?.format === "teams" ? "Teams" : t`Texte seul`,
          ...(place.isPrivate ? [t`adresse de la maison`] : []),
          ...(place.isPlain ? [t`sans chiffrement (http)`] : []),
        ];
  return (
    <>
      <ChannelRow
        title={t`Salon de discussion`}
        state={
          place === null ? (
            <StateMark shape="ring">{t`Pas réglé`}</StateMark>
          ) : (
            <StateMark shape="disc" tone="good">{t`Vers ${place.host}`}</StateMark>
          )
        }
        detail={notes.join(" · ")}
        outcome={<TrialOutcome trial={trial} />}
        actions={
          <>
            {place === null ? null : (
              <Button
                variant="quiet"
                aria-label={t`Essayer le salon`}
                isPending={trial.isPending}
                onPress={() => trial.mutate({ channel: "webhook", email: null })}
              >
                {t`Envoyer un essai`}
              </Button>
            )}
            <Button aria-label={t`Régler le salon`} onPress={() => setOpen(true)}>
              {t`Régler…`}
            </Button>
          </>
        }
      />
      {isOpen ? <WebhookDialog view={view} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
