import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { type MailField, type MailForm, mailFormOf, mailServerOf, withSecurity } from "./mail-form.ts";
import { usePutNotifications } from "./use-notifications.ts";

const wholeNumber: Intl.NumberFormatOptions = { useGrouping: false };

/** The house's mail server. */
export function MailServerDialog({
  view,
  onClose,
}: {
  readonly view: NotificationView;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const put = usePutNotifications();
  const [form, setForm] = useState(() => mailFormOf(view.settings.email));
  const [wrong, setWrong] = useState<readonly MailField[]>([]);
  function change(more: Partial<MailForm>) {
    setForm({ ...form, ...more });
    setWrong(wrong.filter((field) => more[field] === undefined));
  }

  function save() {
    const outcome = mailServerOf(form);
    if ("wrong" in outcome) {
      setWrong(outcome.wrong);
      return;
    }
    const forgetsPassword = outcome.server.user === null;
    put.mutate(
      {
        settings: { email: outcome.server },
        ...(forgetsPassword ? { smtpPassword: null } : {}),
        ...(form.password === "" || forgetsPassword ? {} : { smtpPassword: form.password }),
      },
      {
        onSuccess() {
          showToast({ title: t`Courriel réglé. Envoyez un essai.` });
          onClose();
        },
      },
    );
  }

  function remove() {
    put.mutate({ settings: { email: null }, smtpPassword: null }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={t`Régler le courriel`}
      lead={t`Le serveur de courrier de la maison. Demandez ces valeurs à votre service informatique.`}
      className="channel-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
      remove={
        view.settings.email === null ? undefined : { label: t`Ne plus envoyer de courriels`, onPress: remove }
      }
    >
      <div className="channel-fields">
        <TextField
          label={t`Serveur`}
          placeholder="smtp.mairie.fr"
          autoFocus
          value={form.host}
          onChange={(host) => change({ host })}
          maxLength={253}
          isInvalid={wrong.includes("host")}
          error={t`Écrivez le nom du serveur, sans adresse ni port.`}
        />
        <NumberField
          label={t`Port`}
          least={1}
          most={65_535}
          formatOptions={wholeNumber}
          value={form.port}
          onChange={(port) => change({ port })}
        />
      </div>
      <div className="field">
        <span className="field-label">{t`Chiffrement`}</span>
        <SegmentedControl
          label={t`Chiffrement`}
          options={[
            { id: "starttls", label: "STARTTLS" },
            { id: "tls", label: "TLS" },
            { id: "none", label: t`Aucun` },
          ]}
          value={form.security}
          onChange={(security) => setForm(withSecurity(form, security))}
        />
        <small className="field-hint">
          {form.security === "none"
            ? t`Tout voyage en clair, le mot de passe aussi : dans un réseau sûr seulement.`
            : t`Rien ne part si le serveur n’offre pas ce chiffrement avec un certificat reconnu.`}
        </small>
      </div>
      <TextField
        label={t`Adresse d’expéditeur`}
        type="email"
        placeholder="vigie@mairie.fr"
        value={form.from}
        onChange={(from) => change({ from })}
        maxLength={254}
        isInvalid={wrong.includes("from")}
        error={t`Écrivez une adresse complète, comme vigie@mairie.fr.`}
      />
      <div className="channel-fields">
        <TextField
          label={t`Identifiant (facultatif)`}
          autoComplete="off"
          value={form.user}
          onChange={(user) => change({ user })}
          maxLength={254}
        />
        <TextField
          label={t`Mot de passe`}
          type="password"
          autoComplete="new-password"
          value={form.password}
          onChange={(password) => change({ password })}
          maxLength={500}
          isDisabled={form.user.trim() === ""}
          hint={
            view.hasPassword
              ? t`Un mot de passe est gardé ; laissez vide pour ne pas le changer.`
              : t`Gardé dans un fichier que vous seul pouvez lire ; il n’est plus jamais montré.`
          }
        />
      </div>
    </FormDialog>
  );
}
