import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { navigate } from "wouter/use-hash-location";
import { everyNote, mostNotesCounted, type NoteSearch } from "../../shared/domain/note.ts";
import { ReadFailure } from "../shell/awaited.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { useSlashKey } from "../shell/use-slash-key.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { showToast } from "../ui/toast.tsx";
import { ChosenNote, type NoteListState } from "./chosen-note.tsx";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { type DraftKey, newNote } from "./draft-store.ts";
import { NoteFilters } from "./note-filters.tsx";
import { NoteList } from "./note-list.tsx";
import { readStart } from "./start-address.ts";
import { drafts, hasUnsavedDrafts, useDraftKeeping } from "./use-drafts.ts";
import { useFoundNotes } from "./use-notes.ts";
import "./coaching.css";
import "./markdown.css";

/** Notes that team leads write for agents: find, read, write. */
export function CoachingScreen() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [search, setSearch] = useState<NoteSearch>(everyNote);
  const searchInput = useRef<HTMLInputElement>(null);
  const isReady = useDraftKeeping() !== "unread";
  useSlashKey(searchInput);
  useLeavingHint();
  const found = useFoundNotes({ ...search, text: useDeferredValue(search.text) });
  const selected = parameters.get("note") ?? found.data?.notes[0]?.id ?? null;
  const select = (key: DraftKey | null) => setParameters(key === null ? {} : { note: key });

  const startAsked = useEffectEvent(() => {
    const start = readStart(parameters);
    if (start === undefined) return;
    drafts.start(start);
    select(newNote);
  });
  useEffect(() => {
    if (isReady) startAsked();
  }, [isReady]);

  function startNote() {
    drafts.start({ agentId: search.agentId, principle: search.principle });
    select(newNote);
  }

  const isSearching = Object.values({ ...search, text: search.text.trim() }).some(
    (value) => value !== null && value !== "" && value !== false,
  );
  const list = stateOf(found, isReady, isSearching);
  return (
    <>
      <ScreenHeader
        title={t`Accompagnement`}
        actions={
          <Button variant="primary" isDisabled={!isReady} onPress={startNote}>
            {t`Nouvelle note`}
          </Button>
        }
      >
        <CoachingTabs />
        <NoteSearchField
          text={search.text}
          onChange={(text) => setSearch({ ...search, text })}
          inputRef={searchInput}
        />
      </ScreenHeader>
      <div className="coaching">
        <Panel title={t`Notes`} hidesTitle className="coaching-list">
          {list === "empty" ? null : (
            <NoteFilters search={search} onChange={(change) => setSearch({ ...search, ...change })} />
          )}
          {list === "unreadable" && found.error !== null ? (
            <ReadFailure
              title={t`Les notes n’ont pas pu être lues.`}
              error={found.error}
              onRetry={found.refetch}
            />
          ) : list === "awaited" || found.data === undefined ? (
            <Skeleton rows={6} label={t`Les notes arrivent`} />
          ) : (
            <NoteList {...found.data} selected={selected} onSelect={select} />
          )}
          {found.data?.total === 0 && isSearching ? (
            <EmptyState title={t`Aucune note ne correspond.`}>
              {t`Cherchez un autre mot ou retirez les filtres. Les accents, les majuscules et les pluriels ne comptent pas.`}
            </EmptyState>
          ) : null}
        </Panel>
        <ChosenNote selected={selected} onSelect={select} list={list} onStart={startNote} />
      </div>
    </>
  );
}

function stateOf(
  found: Pick<ReturnType<typeof useFoundNotes>, "data" | "error">,
  isReady: boolean,
  isSearching: boolean,
): NoteListState {
  if (found.data === undefined) return found.error === null ? "awaited" : "unreadable";
  if (!isReady) return "awaited";
  return found.data.total === 0 && !isSearching ? "empty" : "there";
}

function NoteSearchField(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
}) {
  const { t } = useLingui();
  const total = useFoundNotes(everyNote).data?.total;
  return (
    <SearchField
      label={t`Chercher dans les notes`}
      placeholder={
        total === undefined || total < 2 || total >= mostNotesCounted
          ? t`Chercher dans les notes`
          : t`Chercher dans ${total} notes`
      }
      value={props.text}
      onChange={props.onChange}
      clearLabel={t`Effacer la recherche`}
      shortcut="/"
      inputRef={props.inputRef}
    />
  );
}

/** Says on leaving that what is not saved is kept as a draft, and leads back to it. */
function useLeavingHint(): void {
  const { t } = useLingui();
  const sayKept = useEffectEvent(() => {
    if (!hasUnsavedDrafts()) return;
    showToast({
      title: t`Votre note n’est pas encore enregistrée ; le brouillon est gardé.`,
      level: "warn",
      action: { label: t`Y revenir`, onPress: () => navigate("/coaching") },
    });
  });
  useEffect(() => () => sayKept(), []);
}
