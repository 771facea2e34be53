import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { longestSheet, type ServiceSheet } from "../../shared/domain/service-sheet.ts";
import { faultOf, useFaultSentence } from "../client/fault-sentence.ts";
import { DateField } from "../ui/date-field.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useSaveSheet } from "./use-sheets.ts";

export interface SheetEditorProps {
  readonly serviceId: string;
  readonly name: string;
  /** Null: the first wording. */
  readonly sheet: ServiceSheet | null;
  readonly onClose: () => void;
}

/** Writes a new wording of a sheet; the earlier ones stay. */
export function SheetEditor({ serviceId, name, sheet, onClose }: SheetEditorProps) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const save = useSaveSheet();
  const [form, setForm] = useState({ text: sheet?.text ?? "", reviewDate: sheet?.reviewDate ?? "" });
  const [isChecked, setChecked] = useState(false);
  const left = longestSheet - form.text.length;

  function submit() {
    setChecked(true);
    const text = form.text.trim();
    if (text === "") return;
    const reviewDate = form.reviewDate === "" ? null : form.reviewDate;
    save.mutate(
      { version: sheet?.version ?? 0, draft: { serviceId, text, reviewDate } },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={name}
      lead={t`Une page à lire en une minute, devant l’usager : pièces, délais, cas particuliers. Aucun nom d’usager.`}
      size="wide"
      className="sheet-form"
      onClose={onClose}
      onSave={submit}
      isSaving={save.isPending}
      error={
        save.error === null
          ? null
          : faultOf(save.error).code === "case_changed"
            ? t`Quelqu’un a enregistré une autre version entre-temps. Copiez votre texte, fermez, et reprenez depuis la sienne.`
            : sentenceOf(save.error)
      }
    >
      <TextField
        label={t`Texte`}
        hint={t`${left} caractères encore. Titres avec #, listes avec -, **gras**.`}
        rows={14}
        autoFocus
        value={form.text}
        onChange={(text) => setForm({ ...form, text })}
        maxLength={longestSheet}
        isInvalid={isChecked && form.text.trim() === ""}
        error={t`Écrivez au moins une phrase.`}
      />
      <DateField
        label={t`À revoir le (facultatif)`}
        value={form.reviewDate}
        onChange={(reviewDate) => setForm({ ...form, reviewDate })}
      />
    </FormDialog>
  );
}
