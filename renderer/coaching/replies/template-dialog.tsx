import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type ReplyTemplate, replyTemplateDraftSchema } from "../../../shared/domain/reply.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useDirectory } from "../../client/queries.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toast.tsx";
import { usePutTemplate, useRetireTemplate } from "./use-replies.ts";

const everyService = "*";

/** Enters a standard text, or another wording of one. */
export function TemplateDialog(props: {
  /** Null: a new one. */
  readonly template: ReplyTemplate | null;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const { template, onClose } = props;
  const services = useDirectory().data?.services ?? [];
  const sentenceOf = useFaultSentence();
  const [name, setName] = useState(template?.name ?? "");
  const [serviceId, setServiceId] = useState(template?.serviceId ?? null);
  const [language, setLanguage] = useState(template?.language ?? "fr");
  const [text, setText] = useState(template?.text ?? "");
  const [isChecked, setChecked] = useState(false);
  const put = usePutTemplate((saved) => {
    showToast({ title: t`Texte type « ${saved} » enregistré` });
    onClose();
  });
  const retire = useRetireTemplate(() => {
    showToast({ title: t`Texte type retiré ; les réponses déjà envoyées restent comparées avec lui.` });
    onClose();
  });
  const error = put.error ?? retire.error;

  function save() {
    setChecked(true);
    const draft = replyTemplateDraftSchema.safeParse({ name, serviceId, language, text });
    if (draft.success) put.mutate({ id: template?.id ?? null, draft: draft.data });
  }

  return (
    <FormDialog
      title={template === null ? t`Nouveau texte type` : t`Texte type « ${template.name} »`}
      lead={t`Ce que la maison envoie tel quel. Les réponses sont comparées avec chaque version, aussi avec les anciennes.`}
      size="wide"
      className="template-form"
      onClose={onClose}
      onSave={save}
      isSaving={put.isPending}
      error={error === null ? null : sentenceOf(error)}
      {...(template === null
        ? {}
        : { remove: { label: t`Retirer ce texte`, onPress: () => retire.mutate(template.id) } })}
    >
      <TextField
        label={t`Nom`}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        isInvalid={isChecked && name.trim() === ""}
        error={t`Écrivez un nom.`}
      />
      <div className="template-row">
        <Select
          label={t`Démarche`}
          options={[
            { id: everyService, label: t`Toutes les démarches` },
            ...services.map((service) => ({ id: service.id, label: service.name })),
          ]}
          value={serviceId ?? everyService}
          onChange={(id) => setServiceId(id === everyService ? null : id)}
        />
        <SegmentedControl
          label={t`Langue`}
          options={[
            { id: "fr", label: t`Français` },
            { id: "en", label: t`Anglais` },
          ]}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <TextAreaField
        label={t`Texte`}
        hint={t`Ce qui change d’une personne à l’autre entre accolades : ${"{nom}"}, ${"{date}"}.`}
        rows={9}
        value={text}
        onChange={setText}
        maxLength={20_000}
        isInvalid={isChecked && text.trim() === ""}
        error={t`Écrivez le texte.`}
      />
    </FormDialog>
  );
}
