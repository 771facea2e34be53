import { useLingui } from "@lingui/react/macro";
import { faultOf } from "../client/fault-sentence.ts";
import { ReadFailure } from "../shell/awaited.tsx";
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

/** How the list of notes is: on its way, not to be read, without any note, or there (perhaps hidden by filters). */
export type NoteListState = "awaited" | "unreadable" | "empty" | "there";

export interface ChosenNoteProps {
  readonly selected: DraftKey | null;
  readonly onSelect: (key: DraftKey | null) => void;
  readonly list: NoteListState;
  readonly onStart: () => void;
}

/** The note that was chosen in the list, to read or to write, with what stands beside it. */
export function ChosenNote({ selected, onSelect, list, onStart }: ChosenNoteProps) {
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
        ) : note.error !== null ? (
          <UnreadNote error={note.error} onRetry={note.refetch} />
        ) : (selected !== null && selected !== newNote) || list === "awaited" ? (
          <Skeleton rows={6} label={t`La note arrive`} />
        ) : (
          <NoNote list={list} onStart={onStart} />
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

function UnreadNote(props: { readonly error: Error; readonly onRetry: () => unknown }) {
  const { t } = useLingui();
  const { error, onRetry } = props;
  return faultOf(error).code === "not_found" ? (
    <EmptyState title={t`Cette note n’existe pas.`}>{t`Choisissez-en une dans la liste.`}</EmptyState>
  ) : (
    <ReadFailure title={t`La note n’a pas pu être lue.`} error={error} onRetry={onRetry} />
  );
}

/** What to do while no note is chosen. */
function NoNote({ list, onStart }: Pick<ChosenNoteProps, "list" | "onStart">) {
  const { t } = useLingui();
  switch (list) {
    case "empty":
      return (
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
      );
    case "unreadable":
      return (
        <EmptyState title={t`Aucune note à montrer.`}>
          {t`La liste n’a pas pu être lue ; les notes et les brouillons enregistrés sont gardés.`}
        </EmptyState>
      );
    default:
      return (
        <EmptyState title={t`Aucune note choisie.`}>
          {t`Choisissez une note dans la liste avec les flèches, ou écrivez-en une nouvelle.`}
        </EmptyState>
      );
  }
}
