import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { type Question, ReadFailure } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import "./answered.css";

/** A question, with what tells of an answer that came before. */
export interface KeptQuestion<Answer> extends Question<Answer> {
  /** When the answer came, milliseconds since 1970 UTC. */
  readonly dataUpdatedAt: number;
  readonly isFetching: boolean;
}

export interface AnsweredProps<Answer> {
  readonly question: KeptQuestion<Answer>;
  /** What could not be read, as a sentence. */
  readonly failure: string;
  /** In the place of the answer while it is on its way; as large as the answer will be. */
  readonly loading: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
}

/**
 * What a question brought. Where it failed, that is said with the way to ask again; an answer that came
 * before stays, and is said to be old.
 */
export function Answered<Answer>({ question, failure, loading, children }: AnsweredProps<Answer>) {
  if (question.data !== undefined) {
    return (
      <>
        {question.error === null ? null : <KeptNote question={question} error={question.error} />}
        {children(question.data)}
      </>
    );
  }
  if (question.error !== null) {
    return (
      <div className="unread">
        <ReadFailure title={failure} error={question.error} onRetry={question.refetch} />
      </div>
    );
  }
  return loading;
}

function KeptNote({ question, error }: { readonly question: KeptQuestion<unknown>; readonly error: Error }) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  const { time } = useFormat();
  const readAt = time(question.dataUpdatedAt, useTimeZone());
  const sentence = sentenceOf(error);
  return (
    <div role="alert" className="kept-note">
      <p className="number">
        <Trans>
          <strong>Pas à jour : ce qui suit a été lu à {readAt}.</strong> {sentence}
        </Trans>
      </p>
      <Button isPending={question.isFetching} onPress={() => question.refetch()}>
        {t`Réessayer`}
      </Button>
    </div>
  );
}
