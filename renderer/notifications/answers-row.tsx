import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { Button } from "../ui/button.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { AnswersDialog } from "./answers-dialog.tsx";
import { ChannelRow } from "./channel-row.tsx";
import { useDoorWords } from "./door-words.ts";

/** Answers by a link: whether the door to the local network is open, and where. */
export function AnswersRow({ view }: { readonly view: NotificationView }) {
  const { t } = useLingui();
  const doorWords = useDoorWords();
  const [isOpen, setOpen] = useState(false);
  const { answerUrl, answerFault } = view;
  return (
    <>
      <ChannelRow
        title={t`Réponse par lien`}
        state={
          answerUrl !== null ? (
            <StateMark shape="disc" tone="good">{t`Ouverte au réseau local`}</StateMark>
          ) : answerFault !== null ? (
            <StateMark shape="triangle" tone="bad">
              {doorWords(answerFault)}
            </StateMark>
          ) : (
            <StateMark shape="ring">{t`Fermée`}</StateMark>
          )
        }
        detail={
          answerUrl === null
            ? t`Les messages demandent de répondre par téléphone ou à l’accueil.`
            : t`${answerUrl} · seule la page de réponse y est servie`
        }
        actions={
          <Button aria-label={t`Régler la réponse par lien`} onPress={() => setOpen(true)}>
            {t`Régler…`}
          </Button>
        }
      />
      {isOpen ? <AnswersDialog view={view} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
