import { Plural, useLingui } from "@lingui/react/macro";
import { mostNotesCounted, type Principle, type SeenNote } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Entry, EntryList } from "../ui/entry-list.tsx";
import { useFormat } from "../ui/format.ts";
import { Tag } from "../ui/tag.tsx";
import { type DraftKey, isUnsaved, newNote, type OpenDraft } from "./draft-store.ts";
import { plainExcerpt } from "./excerpt.ts";
import { useDrafts } from "./use-drafts.ts";
import { useAgentName } from "./use-notes.ts";
import { useKindName, usePrincipleName } from "./words.ts";

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
  return (
    <>
      <p className="entry-count number" role="status">
        {total >= mostNotesCounted ? (
          t`${notes.length} notes les plus récentes sur plus de ${total}`
        ) : total > notes.length ? (
          t`${notes.length} notes les plus récentes sur ${total}`
        ) : (
          <Plural value={total} _0="Aucune note" one="# note" other="# notes" />
        )}
      </p>
      <EntryList
        label={t`Notes`}
        selectedId={selected}
        onSelect={onSelect}
        items={items}
        dependencies={[open]}
      >
        {(item) => <NoteItem item={item} />}
      </EntryList>
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
    <Entry id={item.id} text={`${who}. ${excerpt}`}>
      <span className="entry-line">
        <strong>{who}</strong>
        <small>{kindName(shown.kind)}</small>
      </span>
      <NotePrinciple principle={shown.principle} />
      <span className="entry-excerpt">{excerpt === "" ? t`(encore sans texte)` : excerpt}</span>
      <span className="entry-line">
        {note === null ? <small /> : <NoteFoot note={note} />}
        {draft !== undefined && (note === null || isUnsaved(draft)) ? (
          <Tag tone="accent">{t`Brouillon`}</Tag>
        ) : note?.toFollow === true ? (
          <Tag>{t`À suivre`}</Tag>
        ) : null}
      </span>
    </Entry>
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
  return principle === null ? null : <span className="entry-principle">{nameOf(principle)}</span>;
}
