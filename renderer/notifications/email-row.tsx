import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { Button } from "../ui/button.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { ChannelRow } from "./channel-row.tsx";
import { MailServerDialog } from "./mail-server-dialog.tsx";
import { MailTrialDialog } from "./mail-trial-dialog.tsx";

/** E-mail: by which server, and a trial. */
export function EmailRow({ view }: { readonly view: NotificationView }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"none" | "server" | "trial">("none");
  const server = view.settings.email;
  const isInClear = server?.security === "none";
  return (
    <>
      <ChannelRow
        title={t`Courriel`}
        state={
          server === null ? (
            <StateMark shape="ring">{t`Pas réglé`}</StateMark>
          ) : (
            <StateMark shape="disc" tone="good">{t`Par ${server.host}`}</StateMark>
          )
        }
        detail={
          server === null
            ? t`Les appels partent par le serveur de courrier de la maison.`
            : isInClear
              ? t`De ${server.from} · sans chiffrement`
              : t`De ${server.from}`
        }
        actions={
          <>
            {server === null ? null : (
              <Button variant="quiet" aria-label={t`Essayer le courriel`} onPress={() => setOpen("trial")}>
                {t`Envoyer un essai…`}
              </Button>
            )}
            <Button aria-label={t`Régler le courriel`} onPress={() => setOpen("server")}>
              {t`Régler…`}
            </Button>
          </>
        }
      />
      {open === "server" ? <MailServerDialog view={view} onClose={() => setOpen("none")} /> : null}
      {open === "trial" ? <MailTrialDialog onClose={() => setOpen("none")} /> : null}
    </>
  );
}
