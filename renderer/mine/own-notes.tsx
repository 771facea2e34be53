import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { OwnNote } from "../../shared/domain/own-record.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Markdown } from "../coaching/markdown.tsx";
import { IdeaLink, NoteAnswers } from "../coaching/note-answers.tsx";
import { NoteMoment } from "../coaching/note-moment.tsx";
import { useKindName, usePrincipleName } from "../coaching/words.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Awaited } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Panel } from "../ui/panel.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useAcknowledge, useAnswer, useOwnNotes } from "./use-mine.ts";
import "../coaching/note-view.css";

/** Notes that were shared with the agent, newest first, each to be acknowledged and answered. */
export function OwnNotes() {
  const { t } = useLingui();
  const question = useOwnNotes();
  const unread = (question.data ?? []).filter((note) => note.acknowledgedAtMs === null).length;
  return (
    <Panel
      className="mine-notes"
      title={t`Notes partagées avec moi`}
      detail={unread === 0 ? null : <Plural value={unread} one="# à lire" other="# à lire" />}
    >
      <Awaited
        question={question}
        rows={6}
        label={t`Vos notes arrivent`}
        failure={t`Vos notes n’ont pas pu être lues.`}
      >
        {(notes) =>
          notes.length === 0 ? (
            <EmptyState title={t`Aucune note n’est partagée avec vous.`}>
              {t`Quand un chef d’équipe partage une note, vous la lisez ici et vous pouvez y répondre.`}
            </EmptyState>
          ) : (
            <ol className="own-notes">
              {notes.map((note) => (
                <li key={note.id}>
                  <OwnNoteItem note={note} />
                </li>
              ))}
            </ol>
          )
        }
      </Awaited>
    </Panel>
  );
}

function OwnNoteItem({ note }: { readonly note: OwnNote }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  const principleName = usePrincipleName();
  const kindName = useKindName();
  const acknowledge = useAcknowledge();
  const sentenceOf = useFaultSentence();
  const title = note.principle === null ? kindName(note.kind) : principleName(note.principle);
  const written = dateTime(note.createdAtMs, timeZone);
  return (
    <article className="own-note" aria-label={t`${title}, ${written}`}>
      <div className="own-note-head">
        <div>
          <h3>{title}</h3>
          <p className="number">{t`${kindName(note.kind)} de ${note.author}, ${written}`}</p>
        </div>
        {note.acknowledgedAtMs === null ? (
          <Button
            variant="primary"
            isPending={acknowledge.isPending}
            onPress={() => acknowledge.mutate(note.id)}
          >
            {t`J’ai lu`}
          </Button>
        ) : (
          <small className="number">{t`Lue le ${dateTime(note.acknowledgedAtMs, timeZone)}`}</small>
        )}
      </div>
      {acknowledge.error === null ? null : (
        <p className="field-error" role="alert">
          {sentenceOf(acknowledge.error)}
        </p>
      )}
      <NoteMoment note={note} />
      <Markdown text={note.text} />
      <NoteAnswers answers={note.answers} />
      <AnswerForm note={note} />
    </article>
  );
}

function AnswerForm({ note }: { readonly note: OwnNote }) {
  const { t } = useLingui();
  const [text, setText] = useState<string | null>(null);
  const answer = useAnswer();
  const sentenceOf = useFaultSentence();
  if (text === null) {
    return (
      <div className="own-note-next">
        <Button variant="soft" onPress={() => setText("")}>
          {t`Répondre`}
        </Button>
        {note.answers.length === 0 ? null : <IdeaLink noteId={note.id} />}
      </div>
    );
  }
  async function send() {
    if (text === null || text.trim() === "") return;
    try {
      await answer.mutateAsync({ id: note.id, text });
      setText(null);
      showToast({ title: t`Votre réponse est envoyée` });
    } catch {
      // What went wrong stands under the field, and the text stays in it.
    }
  }
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t`Votre réponse`}
        rows={4}
        value={text}
        onChange={setText}
        maxLength={4_000}
        autoFocus
      />
      {answer.error === null ? null : (
        <p className="field-error" role="alert">
          {sentenceOf(answer.error)}
        </p>
      )}
      <div className="note-actions">
        <Button type="submit" variant="primary" isPending={answer.isPending} isDisabled={text.trim() === ""}>
          {t`Envoyer`}
        </Button>
        <Button variant="quiet" onPress={() => setText(null)}>
          {t`Ne pas répondre`}
        </Button>
      </div>
    </form>
  );
}
