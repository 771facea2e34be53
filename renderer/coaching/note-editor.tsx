import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { NoteFields } from "../../shared/domain/kept-draft.ts";
import { longestNote, noteKinds, noteVisibilities, principles } from "../../shared/domain/note.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useCoaches } from "../client/session.ts";
import { useFloorStore } from "../floor/floor-context.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { AgentField } from "./agent-field.tsx";
import { CaseField } from "./case-field.tsx";
import { DiscardDialog } from "./discard-dialog.tsx";
import { DraftStatus } from "./draft-status.tsx";
import { type DraftKey, isUnsaved, newNote, type OpenDraft } from "./draft-store.ts";
import { MomentField } from "./moment-field.tsx";
import { NoteConflict } from "./note-conflict.tsx";
import { type FieldProblem, noteToSave, withQuestions } from "./note-draft.ts";
import { ReplyField } from "./reply-field.tsx";
import { findOpenCase } from "./resolve-case.ts";
import { SensitiveHint } from "./sensitive-hint.tsx";
import { drafts } from "./use-drafts.ts";
import { useKnownAgents, useSaveNote } from "./use-notes.ts";
import { useKindName, useOpenQuestions, usePrincipleName, useVisibilityName } from "./words.ts";
import "./note-editor.css";

export interface NoteEditorProps {
  readonly noteKey: DraftKey;
  readonly draft: OpenDraft;
  readonly onSaved: (noteId: string) => void;
  readonly onDiscarded: () => void;
}

const noPrinciple = "no-principle";

/** A note that is being written. */
export function NoteEditor({ noteKey, draft, onSaved, onDiscarded }: NoteEditorProps) {
  const { t } = useLingui();
  const { fields } = draft;
  const agents = useKnownAgents();
  const coaches = useCoaches();
  const questions = useOpenQuestions()(fields.principle);
  const principleName = usePrincipleName();
  const kindName = useKindName();
  const visibilityName = useVisibilityName();
  const [asksToDiscard, setAsksToDiscard] = useState(false);
  const { save, problems, failure, isSaving } = useSaving(noteKey, draft, onSaved);
  const form = useRef<HTMLFormElement>(null);
  // Where the list is above, writing begins below what is in sight.
  useEffect(() => {
    // Where the list is above, writing begins below what is in sight. Browsers may return a promise, which is no clean-up.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    // What is missing may be out of sight.
    if (problems.length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);
  const change = (part: Partial<NoteFields>) => drafts.change(noteKey, part);
  const siteId = agents.find((one) => one.id === fields.agentId)?.siteId;

  function discard() {
    setAsksToDiscard(false);
    drafts.close(noteKey);
    onDiscarded();
  }

  return (
    <form
      ref={form}
      className="note-editor"
      noValidate
      aria-label={t`Note en cours d’écriture`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{noteKey === newNote ? t`Nouvelle note` : t`Modifier la note`}</h2>
      {draft.conflict === null ? null : (
        <NoteConflict
          theirs={draft.conflict}
          onKeepMine={() => {
            drafts.replaceTheirs(noteKey);
            save();
          }}
          onKeepTheirs={() => setAsksToDiscard(true)}
        />
      )}
      <div className="note-fields">
        <AgentField
          label={t`Agent`}
          isRequired
          // Whoever changed teams may still mend what they wrote.
          agents={agents.filter(({ id }) => coaches(id) || id === fields.agentId)}
          value={fields.agentId}
          onChange={(agentId) => change({ agentId })}
          error={problems.includes("agent_missing") ? t`Choisissez l’agent dont parle la note.` : null}
        />
        <CaseField value={fields.caseId} onChange={(caseId) => change({ caseId })} siteId={siteId} />
        <MomentField value={fields.momentAtMs} onChange={(momentAtMs) => change({ momentAtMs })} />
        <Select
          label={t`Principe`}
          options={[
            { id: noPrinciple, label: t`Aucun en particulier` },
            ...principles.map((id) => ({ id, label: principleName(id) })),
          ]}
          value={fields.principle ?? noPrinciple}
          onChange={(id) => change({ principle: principles.find((one) => one === id) ?? null })}
        />
        <Select
          label={t`Qui peut la lire`}
          options={noteVisibilities.map((id) => ({ id, label: visibilityName(id) }))}
          value={fields.visibility}
          onChange={(id) =>
            change({ visibility: noteVisibilities.find((one) => one === id) ?? "team_leads" })
          }
        />
        <ReplyField replyId={fields.replyId} onRemove={() => change({ replyId: null })} />
      </div>
      <SegmentedControl
        label={t`Sorte de note`}
        options={noteKinds.map((id) => ({ id, label: kindName(id) }))}
        value={fields.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t`Texte`}
        rows={5}
        value={fields.text}
        onChange={(text) => change({ text })}
        placeholder={questions[0]}
        hint={t`Markdown : **gras**, _italique_, - liste.`}
        isInvalid={problems.includes("text_missing") || problems.includes("text_too_long")}
        error={
          problems.includes("text_too_long")
            ? t`Le texte dépasse ${longestNote} caractères. Raccourcissez-le ou faites-en deux notes.`
            : t`Écrivez au moins une phrase.`
        }
      />
      <SensitiveHint text={fields.text} />
      {failure === null ? null : (
        <p className="note-failure" role="alert">
          {t`La note n’est pas enregistrée ; votre texte est gardé ici.`} {failure}
        </p>
      )}
      <div className="note-actions">
        <Button type="submit" variant="primary" isPending={isSaving} aria-keyshortcuts="Control+S">
          {t`Enregistrer`}
          <Kbd>Ctrl S</Kbd>
        </Button>
        <Button onPress={() => change({ text: withQuestions(fields.text, questions) })}>
          {t`Insérer les questions ouvertes`}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            if (isUnsaved(draft)) setAsksToDiscard(true);
            else discard();
          }}
        >
          {isUnsaved(draft) ? t`Abandonner` : t`Fermer`}
        </Button>
        {isUnsaved(draft) ? <DraftStatus /> : null}
      </div>
      <DiscardDialog isOpen={asksToDiscard} onClose={() => setAsksToDiscard(false)} onDiscard={discard} />
    </form>
  );
}

/** Saving, by button, by Enter in a field or by Ctrl+S, and what keeps it from happening. */
function useSaving(noteKey: DraftKey, draft: OpenDraft, onSaved: (noteId: string) => void) {
  const { t } = useLingui();
  const floor = useFloorStore();
  const agents = useKnownAgents();
  const sentenceOf = useFaultSentence();
  const saving = useSaveNote();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  async function save() {
    const current = drafts.drafts().get(noteKey);
    if (current === undefined || saving.isPending) return;
    const { fields, revision } = current;
    const siteId = agents.find((one) => one.id === fields.agentId)?.siteId;
    const caseId = findOpenCase(fields.caseId, floor.cases.values(), siteId)?.id ?? fields.caseId;
    const result = noteToSave({ ...fields, caseId });
    setProblems("problems" in result ? result.problems : []);
    if ("problems" in result) return;
    const outcome = await saving.mutateAsync({ key: noteKey, revision, draft: result.draft });
    if ("theirs" in outcome) {
      drafts.conflict(noteKey, outcome.theirs);
      return;
    }
    onSaved(outcome.saved.id);
    drafts.close(noteKey);
    showToast({ title: t`Note enregistrée` });
  }

  /** What keeps a note from being saved is shown beside it. */
  const start = () => void save().catch(() => undefined);
  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    start();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => saveByKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  const stillMissing = "problems" in noteToSave(draft.fields);
  return {
    save: start,
    problems: stillMissing ? problems : [],
    failure: saving.error === null ? null : sentenceOf(saving.error),
    isSaving: saving.isPending,
  };
}
