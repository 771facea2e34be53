import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NotificationView } from "../../shared/contract/notification.ts";
import { type Webhook, webhookUrlSchema } from "../../shared/domain/notification.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { usePutNotifications } from "./use-notifications.ts";

/** A chat room's incoming webhook. */
export function WebhookDialog({
  view,
  onClose,
}: {
  readonly view: NotificationView;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const put = usePutNotifications();
  const [format, setFormat] = useState<Webhook["format"]>(view.settings.webhook?.format ?? "text");
  const [url, setUrl] = useState("");
  const [isWrong, setWrong] = useState(false);
  const keepsUrl = view.webhookPlace !== null && url.trim() === "";
  const host = view.webhookPlace?.host ?? "";

  function save() {
    const isUrl = keepsUrl || webhookUrlSchema.safeParse(url.trim()).success;
    setWrong(!isUrl);
    if (!isUrl) return;
    put.mutate(
      { settings: { webhook: { format } }, ...(keepsUrl ? {} : { webhookUrl: url.trim() }) },
      {
        onSuccess() {
          showToast({ title: t`Salon réglé. Envoyez un essai.` });
          onClose();
        },
      },
    );
  }

  function remove() {
    put.mutate({ settings: { webhook: null }, webhookUrl: null }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={t`Régler le salon`}
      lead={t`Tous ceux qui lisent ce salon voient qui est appelé, et peuvent ouvrir le lien de réponse.`}
      className="channel-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={put.error === null ? null : sentenceOf(put.error)}
      remove={
        view.settings.webhook === null ? undefined : { label: t`Ne plus écrire au salon`, onPress: remove }
      }
    >
      <div className="field">
        <span className="field-label">{t`Système`}</span>
        <SegmentedControl
          label={t`Système`}
          options={[
            { id: "text", label: t`Slack, Mattermost` },
            { id: "teams", label: "Teams" },
          ]}
          value={format}
          onChange={setFormat}
        />
      </div>
      <TextField
        label={t`Adresse du webhook entrant`}
        type="url"
        autoFocus
        autoComplete="off"
        placeholder="https://…"
        value={url}
        onChange={setUrl}
        maxLength={2_000}
        isInvalid={isWrong}
        error={t`Écrivez une adresse complète, en https ou http, sans mot de passe dedans.`}
        hint={
          view.webhookPlace === null
            ? t`Elle vaut un mot de passe : elle est gardée dans un fichier que vous seul pouvez lire.`
            : t`Une adresse vers ${host} est gardée ; laissez vide pour ne pas la changer.`
        }
      />
    </FormDialog>
  );
}
