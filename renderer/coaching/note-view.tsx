import { useLingui } from "@lingui/react/macro";
import type { Note } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Tag } from "../ui/tag.tsx";
import { Markdown } from "./markdown.tsx";
import { NoteHistory } from "./note-history.tsx";
import { NoteMoment } from "./note-moment.tsx";
import { useAgentName } from "./use-notes.ts";
import { useKindName, usePrincipleName, useVisibilityName } from "./words.ts";
import "./note-view.css";

/** One note, to read. */
export function NoteView({ note, onEdit }: { readonly note: Note; readonly onEdit: () => void }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const agentName = useAgentName();
  const principleName = usePrincipleName();
  const kindName = useKindName();
  const visibilityName = useVisibilityName();
  const labels = [...(note.principle === null ? [] : [principleName(note.principle)]), kindName(note.kind)];
  const edited = dateTime(note.updatedAtMs, timeZone);
  return (
    <article className="note" aria-labelledby="note-title">
      <div className="note-head">
        <div>
          <h2 id="note-title">{agentName(note.agentId)}</h2>
          <p className="note-labels">{labels.join(" · ")}</p>
        </div>
        <Tag>{visibilityName(note.visibility)}</Tag>
        <Button variant="plain" onPress={onEdit}>
          {t`Modifier`}
        </Button>
      </div>
      <NoteMoment note={note} />
      <Markdown text={note.text} />
      <p className="note-author number">
        {note.revision === 1 ? t`Écrite par ${note.author}` : t`Modifiée par ${note.author} le ${edited}`}
      </p>
      {note.revision > 1 ? <NoteHistory note={note} /> : null}
    </article>
  );
}
