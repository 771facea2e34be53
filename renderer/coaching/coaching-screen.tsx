import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { navigate } from "wouter/use-hash-location";
import { type Principle, principles } from "../../shared/domain/note.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterChip } from "../ui/filter-chip.tsx";
import { Panel } from "../ui/panel.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { showToast } from "../ui/toast.tsx";
import { type DraftKey, newNote } from "./draft-store.ts";
import { NoteEditor } from "./note-editor.tsx";
import { NoteList } from "./note-list.tsx";
import { NoteView } from "./note-view.tsx";
import { SidePanel } from "./side-panel.tsx";
import { drafts, hasUnsavedDrafts, useDrafts } from "./use-drafts.ts";
import { useFoundNotes, useKnownAgents, useNote } from "./use-notes.ts";
import { useSlashKey } from "./use-slash-key.ts";
import { usePrincipleName } from "./words.ts";
import "./coaching.css";
import "./markdown.css";

/** Notes that team leads write for agents: find, read, write. */
export function CoachingScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState("");
  const [agentId, setAgentId] = useState<string | null>(null);
  const [principle, setPrinciple] = useState<Principle | null>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  useSlashKey(searchInput);
  useLeavingHint();
  const found = useFoundNotes({ text: useDeferredValue(text), agentId, principle });
  const selected = parameters.get("note") ?? found.data?.notes[0]?.id ?? null;
  const select = (key: DraftKey | null) => setParameters(key === null ? {} : { note: key });

  function startNote() {
    drafts.start({ agentId, principle });
    select(newNote);
  }

  const isSearching = text.trim() !== "" || agentId !== null || principle !== null;
  return (
    <>
      <ScreenHeader
        title={t`Accompagnement`}
        actions={
          <Button variant="primary" onPress={startNote}>
            {t`Nouvelle note`}
          </Button>
        }
      >
        <SearchField
          label={t`Chercher dans les notes`}
          placeholder={t`Chercher dans les notes`}
          value={text}
          onChange={setText}
          clearLabel={t`Effacer la recherche`}
          shortcut="/"
          inputRef={searchInput}
        />
      </ScreenHeader>
      <div className="coaching">
        <Panel title={t`Notes`} hidesTitle className="coaching-list">
          <Filters agentId={agentId} onAgent={setAgentId} principle={principle} onPrinciple={setPrinciple} />
          {found.data === undefined ? (
            <Skeleton rows={6} label={t`Les notes arrivent`} />
          ) : (
            <NoteList {...found.data} selected={selected} onSelect={select} />
          )}
          {found.data?.total === 0 && isSearching ? (
            <EmptyState title={t`Aucune note ne correspond.`}>
              {t`Cherchez un autre mot ou retirez les filtres. Les accents et les majuscules ne comptent pas.`}
            </EmptyState>
          ) : null}
        </Panel>
        <ChosenNote
          selected={selected}
          onSelect={select}
          hasNotes={(found.data?.total ?? 0) > 0 || isSearching}
          onStart={startNote}
        />
      </div>
    </>
  );
}

function Filters(props: {
  readonly agentId: string | null;
  readonly onAgent: (id: string | null) => void;
  readonly principle: Principle | null;
  readonly onPrinciple: (principle: Principle | null) => void;
}) {
  const { t } = useLingui();
  const agents = useKnownAgents();
  const principleName = usePrincipleName();
  return (
    <div className="coaching-filters">
      <FilterChip
        label={t`Agent`}
        options={agents.map(({ id, name }) => ({ id, label: name }))}
        value={props.agentId}
        onChange={props.onAgent}
        clearLabel={t`Montrer tous les agents`}
      />
      <FilterChip
        label={t`Principe`}
        options={principles.map((id) => ({ id, label: principleName(id) }))}
        value={props.principle}
        onChange={(id) => props.onPrinciple(principles.find((one) => one === id) ?? null)}
        clearLabel={t`Montrer tous les principes`}
      />
    </div>
  );
}

function ChosenNote(props: {
  readonly selected: DraftKey | null;
  readonly onSelect: (key: DraftKey | null) => void;
  readonly hasNotes: boolean;
  readonly onStart: () => void;
}) {
  const { t } = useLingui();
  const { selected, onSelect } = props;
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
        ) : props.hasNotes ? (
          <EmptyState title={t`Aucune note choisie.`}>
            {t`Choisissez une note dans la liste avec les flèches, ou écrivez-en une nouvelle.`}
          </EmptyState>
        ) : (
          <EmptyState
            title={t`Aucune note pour l’instant.`}
            action={
              <Button variant="soft" onPress={props.onStart}>
                {t`Écrire la première note`}
              </Button>
            }
          >
            {t`Une note raconte un moment vécu avec un agent : ce qui a aidé, une question ouverte, une étape convenue.`}
          </EmptyState>
        )}
      </Panel>
      <SidePanel principle={shown?.principle ?? null} />
    </>
  );
}

/** Says on leaving that what is not saved is kept, and leads back to it. */
function useLeavingHint(): void {
  const { t } = useLingui();
  const sayKept = useEffectEvent(() => {
    if (!hasUnsavedDrafts()) return;
    showToast({
      title: t`Votre note n’est pas enregistrée ; le texte est gardé tant que la console est ouverte.`,
      level: "warn",
      action: { label: t`Y revenir`, onPress: () => navigate("/coaching") },
    });
  });
  useEffect(() => () => sayKept(), []);
}
