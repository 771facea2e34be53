import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import "./answered.css";

/** A question and what came of it, as the cache of answers tells it. */
export interface Question<Answer> {
  readonly data: Answer | undefined;
  /** When the answer came, milliseconds since 1970 UTC. */
  readonly dataUpdatedAt: number;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

export interface AnsweredProps<Answer> {
  readonly question: Question<Answer>;
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
    return <UnreadState question={question} error={question.error} failure={failure} />;
  }
  return loading;
}

interface FailedProps {
  readonly question: Question<unknown>;
  readonly error: Error;
}

function UnreadState({ question, error, failure }: FailedProps & { readonly failure: string }) {
  const sentenceOf = useFaultSentence();
  return (
    <div role="alert" className="unread">
      <EmptyState title={failure} action={<AskAgain question={question} />}>
        {sentenceOf(error)}
      </EmptyState>
    </div>
  );
}

function KeptNote({ question, error }: FailedProps) {
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
      <AskAgain question={question} />
    </div>
  );
}

function AskAgain({ question }: { readonly question: Question<unknown> }) {
  const { t } = useLingui();
  return (
    <Button isPending={question.isFetching} onPress={() => question.refetch()}>
      {t`Réessayer`}
    </Button>
  );
}
