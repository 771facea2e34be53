import { Plural, useLingui } from "@lingui/react/macro";
import { type Key, ListBox, ListBoxItem } from "react-aria-components";
import type { Note, Principle } from "../../shared/domain/note.ts";
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
  readonly notes: readonly Note[];
  readonly total: number;
  readonly selected: DraftKey | null;
  readonly onSelect: (key: DraftKey) => void;
}

interface ListedNote {
  readonly id: DraftKey;
  readonly note: Note | null;
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
        {total > notes.length ? (
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
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
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
        <small className="number">
          {note === null ? null : (
            <>
              {dateTime(note.updatedAtMs, timeZone)} · {note.author}
            </>
          )}
        </small>
        {draft !== undefined && (note === null || isUnsaved(draft)) ? (
          <Tag tone="accent">{t`Non enregistrée`}</Tag>
        ) : null}
      </span>
    </ListBoxItem>
  );
}

/** The principle that a note is filed under, where there is one. */
export function NotePrinciple({ principle }: { readonly principle: Principle | null }) {
  const nameOf = usePrincipleName();
  return principle === null ? null : <span className="note-principle">{nameOf(principle)}</span>;
}
