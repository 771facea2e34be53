import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Select } from "../ui/select.tsx";
import { useDoorWords } from "./door-words.ts";
import { usePutNotifications } from "./use-notifications.ts";

const usualPort = 7_469;
const wholeNumber: Intl.NumberFormatOptions = { useGrouping: false };

/** Opens the door for answers, or shuts it. */
export function AnswersDialog({
  view,
  onClose,
}: {
  readonly view: NotificationView;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const doorWords = useDoorWords();
  const put = usePutNotifications();
  const before = view.settings.answers;
  const [isOn, setOn] = useState(before !== null);
  const [address, setAddress] = useState(before?.address ?? view.addresses[0] ?? "127.0.0.1");
  const [port, setPort] = useState(before?.port ?? usualPort);
  const known = view.addresses.includes(address) ? view.addresses : [address, ...view.addresses];

  function save() {
    put.mutate(
      { settings: { answers: isOn ? { address, port } : null } },
      {
        onSuccess: ({ answerFault }) => {
          if (answerFault === null) onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={t`Réponse par lien`}
      lead={t`Qui est appelé peut répondre depuis son téléphone, s’il est sur le réseau de la maison.`}
      className="channel-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
    >
      <Checkbox isSelected={isOn} onChange={setOn}>
        {t`Ouvrir les réponses au réseau local`}
      </Checkbox>
      <div className="channel-fields">
        <Select
          label={t`Adresse de cette machine`}
          isDisabled={!isOn}
          options={known.map((one) => ({
            id: one,
            label: one,
            ...(one.startsWith("127.") ? { detail: t`cette machine seulement` } : {}),
          }))}
          value={address}
          onChange={setAddress}
        />
        <NumberField
          label={t`Port`}
          least={1_024}
          most={65_535}
          formatOptions={wholeNumber}
          value={port}
          onChange={setPort}
        />
      </div>
      <p className="field-hint">
        {t`Seule la page de réponse est servie là, rien d’autre de la console. Chaque lien est signé, sert une fois et s’éteint avec l’appel. Il voyage sans chiffrement sur le réseau local.`}
      </p>
      {put.data?.answerFault == null ? null : (
        <p role="alert" className="field-error">
          {doorWords(put.data.answerFault)}
        </p>
      )}
    </FormDialog>
  );
}
