import { useLingui } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { type DraftKey, newNote } from "./draft-store.ts";
import { NoteEditor } from "./note-editor.tsx";
import { NoteView } from "./note-view.tsx";
import { SidePanel } from "./side-panel.tsx";
import { drafts, useDrafts } from "./use-drafts.ts";
import { useNote } from "./use-notes.ts";

export interface ChosenNoteProps {
  readonly selected: DraftKey | null;
  readonly onSelect: (key: DraftKey | null) => void;
  /** Whether there are notes at all, or filters that hide them. */
  readonly hasNotes: boolean;
  readonly onStart: () => void;
}

/** The note that was chosen in the list, to read or to write, with what stands beside it. */
export function ChosenNote({ selected, onSelect, hasNotes, onStart }: ChosenNoteProps) {
  const { t } = useLingui();
  const draft = useDrafts().get(selected ?? "");
  const note = useNote(selected === newNote ? null : selected);
  const shown = draft?.fields ?? note.data;
  return (
    <>
      <Panel title={t`Note`} hidesTitle className="coaching-note">
        {selected !== null && draft !== undefined ? (
          <NoteEditor
            key={selected}
            noteKey={selected}
            draft={draft}
            onSaved={onSelect}
            onDiscarded={() => onSelect(selected === newNote ? null : selected)}
          />
        ) : note.data !== undefined && selected !== newNote ? (
          <NoteView note={note.data} onEdit={() => note.data !== undefined && drafts.edit(note.data)} />
        ) : note.isError ? (
          <EmptyState title={t`Cette note n’existe pas.`}>{t`Choisissez-en une dans la liste.`}</EmptyState>
        ) : selected !== null && selected !== newNote ? (
          <Skeleton rows={6} label={t`La note arrive`} />
        ) : hasNotes ? (
          <EmptyState title={t`Aucune note choisie.`}>
            {t`Choisissez une note dans la liste avec les flèches, ou écrivez-en une nouvelle.`}
          </EmptyState>
        ) : (
          <EmptyState
            title={t`Aucune note pour l’instant.`}
            action={
              <Button variant="soft" onPress={onStart}>
                {t`Écrire la première note`}
              </Button>
            }
          >
            {t`Une note raconte un moment vécu avec un agent : ce qui a aidé, une question ouverte, une étape convenue.`}
          </EmptyState>
        )}
      </Panel>
      <SidePanel
        isWriting={draft !== undefined}
        principle={shown?.principle ?? null}
        agentId={shown?.agentId ?? null}
      />
    </>
  );
}
