import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TrialOutcome } from "./trial-outcome.tsx";
import { useTrial } from "./use-notifications.ts";

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Sends a mail now, to an address that somebody looks at. */
export function MailTrialDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const formId = useId();
  const trial = useTrial();
  const [email, setEmail] = useState("");
  const [isWrong, setWrong] = useState(false);

  function send() {
    const isAddress = address.test(email.trim());
    setWrong(!isAddress);
    if (isAddress && !trial.isPending) trial.mutate({ channel: "email", email: email.trim() });
  }

  return (
    <Dialog
      title={t`Essayer le courriel`}
      lead={t`Un message part maintenant, et le serveur dit ce qu’il en fait.`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Fermer`}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={trial.isPending}>
            {t`Envoyer un essai`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="channel-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t`À quelle adresse`}
          type="email"
          autoFocus
          value={email}
          onChange={setEmail}
          maxLength={254}
          isInvalid={isWrong}
          error={t`Écrivez une adresse complète, comme prenom.nom@mairie.fr.`}
        />
        <TrialOutcome trial={trial} />
      </form>
    </Dialog>
  );
}
