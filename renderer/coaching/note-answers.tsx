import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { NoteAnswer } from "../../shared/domain/note.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";

export interface NoteAnswersProps {
  readonly answers: readonly NoteAnswer[];
}

/** What the agent answered. */
export function NoteAnswers({ answers }: NoteAnswersProps) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { dateTime } = useFormat();
  if (answers.length === 0) return null;
  return (
    <section className="note-answers" aria-label={t`Réponses`}>
      <ol>
        {answers.map((answer) => {
          const when = dateTime(answer.atMs, timeZone);
          return (
            <li key={`${answer.atMs} ${answer.text}`}>
              <small className="number">{t`Réponse de ${answer.author}, ${when}`}</small>
              <p>{answer.text}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The way to make an idea of what was answered. */
export function IdeaLink({ noteId }: { readonly noteId: string }) {
  const { t } = useLingui();
  return (
    <Link className="button button-plain" to={`/principles/ideas?from=note:${noteId}`}>
      {t`En faire une idée`}
    </Link>
  );
}
