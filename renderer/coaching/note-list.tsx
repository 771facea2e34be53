import { Plural, useLingui } from "@lingui/react/macro";
import { type Key, ListBox, ListBoxItem } from "react-aria-components";
import { mostNotesCounted, type Principle, type SeenNote } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { Tag } from "../ui/tag.tsx";
import { type DraftKey, isUnsaved, newNote, type OpenDraft } from "./draft-store.ts";
import { plainExcerpt } from "./excerpt.ts";
import { useDrafts } from "./use-drafts.ts";
import { useAgentName } from "./use-notes.ts";
import { useKindName, usePrincipleName } from "./words.ts";
import "./note-list.css";

export interface NoteListProps {
  readonly notes: readonly SeenNote[];
  readonly total: number;
  readonly selected: DraftKey | null;
  readonly onSelect: (key: DraftKey) => void;
}

interface ListedNote {
  readonly id: DraftKey;
  readonly note: SeenNote | null;
  readonly draft: OpenDraft | undefined;
}

/** The notes that were found, newest first, with a new one that is being written on top. */
export function NoteList({ notes, total, selected, onSelect }: NoteListProps) {
  const { t } = useLingui();
  const open = useDrafts();
  const started = open.get(newNote);
  const items: ListedNote[] = [
    ...(started === undefined ? [] : [{ id: newNote, note: null, draft: started }]),
    ...notes.map((note) => ({ id: note.id, note, draft: open.get(note.id) })),
  ];
  function choose(keys: "all" | Set<Key>) {
    const [key] = keys === "all" ? [] : keys;
    if (key !== undefined) onSelect(String(key));
  }
  return (
    <>
      <p className="note-count number" role="status">
        {total >= mostNotesCounted ? (
          t`${notes.length} notes les plus récentes sur plus de ${total}`
        ) : total > notes.length ? (
          t`${notes.length} notes les plus récentes sur ${total}`
        ) : (
          <Plural value={total} _0="Aucune note" one="# note" other="# notes" />
        )}
      </p>
      <ListBox
        aria-label={t`Notes`}
        className="note-list"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={choose}
        items={items}
        dependencies={[open]}
      >
        {(item) => <NoteItem item={item} />}
      </ListBox>
    </>
  );
}

function NoteItem({ item }: { readonly item: ListedNote }) {
  const { t } = useLingui();
  const agentName = useAgentName();
  const kindName = useKindName();
  const { note, draft } = item;
  const shown = draft?.fields ?? note;
  if (shown == null) return null;
  const who = shown.agentId === null ? t`Nouvelle note` : agentName(shown.agentId);
  const excerpt = plainExcerpt(shown.text);
  return (
    <ListBoxItem id={item.id} textValue={`${who}. ${excerpt}`} className="note-item">
      <span className="note-item-head">
        <strong>{who}</strong>
        <small>{kindName(shown.kind)}</small>
      </span>
      <NotePrinciple principle={shown.principle} />
      <span className="note-excerpt">{excerpt === "" ? t`(encore sans texte)` : excerpt}</span>
      <span className="note-item-foot">
        {note === null ? <small /> : <NoteFoot note={note} />}
        {draft !== undefined && (note === null || isUnsaved(draft)) ? (
          <Tag tone="accent">{t`Brouillon`}</Tag>
        ) : note?.toFollow === true ? (
          <Tag>{t`À suivre`}</Tag>
        ) : null}
      </span>
    </ListBoxItem>
  );
}

/** When, how busy it was then, and whether the agent has answered; who wrote it where it is somebody else's. */
function NoteFoot({ note }: { readonly note: SeenNote }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime, duration, number } = useFormat();
  const { load } = note;
  const waiting = load === null ? "" : number(load.waiting);
  const longest = load?.longestWaitSeconds == null ? null : duration(load.longestWaitSeconds);
  const parts = [
    dateTime(load?.atMs ?? note.momentAtMs ?? note.createdAtMs, timeZone),
    ...(load === null
      ? []
      : [longest === null ? t`${waiting} en attente` : t`${waiting} en attente, plus longue ${longest}`]),
    ...(note.answerCount > 0 ? [t`répondue`] : note.acknowledgedAtMs === null ? [] : [t`lue`]),
    ...(note.isOwn ? [] : [note.author]),
  ];
  return <small className="number">{parts.join(" · ")}</small>;
}

/** The principle that a note is filed under, where there is one. */
export function NotePrinciple({ principle }: { readonly principle: Principle | null }) {
  const nameOf = usePrincipleName();
  return principle === null ? null : <span className="note-principle">{nameOf(principle)}</span>;
}
