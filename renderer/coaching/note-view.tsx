import { useLingui } from "@lingui/react/macro";
import type { SeenNote } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { Tag } from "../ui/tag.tsx";
import { Markdown } from "./markdown.tsx";
import { IdeaLink, NoteAnswers } from "./note-answers.tsx";
import { NoteHistory } from "./note-history.tsx";
import { NoteMoment } from "./note-moment.tsx";
import { NoteSteps } from "./steps/note-steps.tsx";
import { useAgentName, useFollowNote, useNoteAnswers } from "./use-notes.ts";
import { useKindName, usePrincipleName, useVisibilityName } from "./words.ts";
import "./note-view.css";

/** One note, to read; its author may change it. */
export function NoteView({ note, onEdit }: { readonly note: SeenNote; readonly onEdit: () => void }) {
  const agentName = useAgentName();
  const principleName = usePrincipleName();
  const kindName = useKindName();
  const visibilityName = useVisibilityName();
  const labels = [...(note.principle === null ? [] : [principleName(note.principle)]), kindName(note.kind)];
  return (
    <article className="note" aria-labelledby="note-title">
      <div className="note-head">
        <div>
          <h2 id="note-title">{agentName(note.agentId)}</h2>
          <p className="note-labels">{labels.join(" · ")}</p>
        </div>
        <Tag>{visibilityName(note.visibility)}</Tag>
        {note.isOwn ? <OwnerActions note={note} onEdit={onEdit} /> : null}
      </div>
      <NoteMoment note={note} />
      <Markdown text={note.text} />
      <NoteFacts note={note} />
      <NoteSteps noteId={note.id} agentId={note.agentId} />
      {note.answerCount === 0 ? null : <Answers note={note} />}
      {note.revision > 1 ? <NoteHistory note={note} /> : null}
    </article>
  );
}

function Answers({ note }: { readonly note: SeenNote }) {
  const { t } = useLingui();
  return (
    <Awaited
      question={useNoteAnswers(note)}
      rows={2}
      label={t`Les réponses arrivent`}
      failure={t`La réponse de l’agent n’a pas pu être lue.`}
    >
      {(answers) => (
        <>
          <NoteAnswers answers={answers} />
          <IdeaLink noteId={note.id} />
        </>
      )}
    </Awaited>
  );
}

function OwnerActions({ note, onEdit }: { readonly note: SeenNote; readonly onEdit: () => void }) {
  const { t } = useLingui();
  const follow = useFollowNote();
  return (
    <>
      <Button
        variant="quiet"
        isPending={follow.isPending}
        onPress={() => follow.mutate({ id: note.id, toFollow: !note.toFollow })}
      >
        {note.toFollow ? t`Suivi terminé` : t`À suivre`}
      </Button>
      <Button variant="plain" onPress={onEdit}>
        {t`Modifier`}
      </Button>
    </>
  );
}

/** Who wrote it and when, and whether the agent has read it. */
function NoteFacts({ note }: { readonly note: SeenNote }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const written = dateTime(note.createdAtMs, timeZone);
  const edited = dateTime(note.updatedAtMs, timeZone);
  const read = note.acknowledgedAtMs === null ? null : dateTime(note.acknowledgedAtMs, timeZone);
  return (
    <p className="note-author number">
      {note.revision === 1
        ? t`Écrite par ${note.author} le ${written}`
        : t`Écrite par ${note.author} le ${written}, modifiée le ${edited}`}
      {note.visibility !== "shared" ? null : read === null ? (
        <> · {t`pas encore lue par l’agent`}</>
      ) : (
        <> · {t`lue par l’agent le ${read}`}</>
      )}
    </p>
  );
}
