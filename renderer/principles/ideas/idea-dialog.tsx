import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type IdeaDraft, ideaKinds } from "../../../shared/domain/idea.ts";
import { principles } from "../../../shared/domain/note.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { usePrincipleName } from "../../coaching/words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ChoiceField } from "../choice-field.tsx";
import { PlaceFields } from "../place-fields.tsx";
import { useProposeIdea } from "./use-ideas.ts";
import { useIdeaWords } from "./words.ts";

const none = "none";

export interface IdeaDialogProps {
  /** The coaching note that it comes from; null where it comes from none. */
  readonly noteId: string | null;
  /** Gets the id of what was proposed, null where nothing was. */
  readonly onClose: (id: string | null) => void;
}

/** A new idea or question. */
export function IdeaDialog({ noteId, onClose }: IdeaDialogProps) {
  const { t } = useLingui();
  const propose = useProposeIdea();
  const sentenceOf = useFaultSentence();
  const principleName = usePrincipleName();
  const { kinds } = useIdeaWords();
  const [isChecked, setChecked] = useState(false);
  const [draft, setDraft] = useState<IdeaDraft>({
    kind: "idea",
    title: "",
    text: "",
    principle: null,
    siteId: null,
    serviceId: null,
    noteId,
  });
  const change = (part: Partial<IdeaDraft>) => setDraft({ ...draft, ...part });
  const isReady = draft.title.trim() !== "";
  function save() {
    setChecked(true);
    if (isReady) propose.mutate(draft, { onSuccess: ({ id }) => onClose(id) });
  }
  return (
    <FormDialog
      title={t`Proposer une idée ou poser une question`}
      lead={
        noteId === null
          ? t`Tout le monde peut la lire et la commenter ; la décision sera motivée.`
          : t`Elle garde un lien vers la note d’où elle vient ; le texte de la note reste où il est.`
      }
      className="principle-form"
      onClose={() => onClose(null)}
      onSave={save}
      isSaving={propose.isPending}
      error={propose.error === null ? null : sentenceOf(propose.error)}
    >
      <ChoiceField
        label={t`Nature`}
        options={ideaKinds.map((id) => ({ id, label: kinds[id] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t`Titre`}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        autoFocus
        isInvalid={isChecked && !isReady}
        error={t`Dites en quelques mots de quoi il s’agit.`}
      />
      <TextField
        label={t`Texte`}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={4_000}
        rows={4}
        hint={t`Ni nom ni donnée personnelle d’un usager.`}
      />
      <Select
        label={t`Principe`}
        options={[
          { id: none, label: t`Aucun en particulier` },
          ...principles.map((id) => ({ id, label: principleName(id) })),
        ]}
        value={draft.principle ?? none}
        onChange={(id) => change({ principle: principles.find((one) => one === id) ?? null })}
      />
      <PlaceFields
        siteId={draft.siteId}
        onSite={(siteId) => change({ siteId })}
        serviceId={draft.serviceId}
        onService={(serviceId) => change({ serviceId })}
      />
    </FormDialog>
  );
}
