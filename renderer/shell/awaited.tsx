/** The place of something that was asked for: it never looks empty before the answer has come. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** What was asked, and how far the answer is. */
export interface Question<Answer> {
  /** Undefined until the first answer. */
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

export interface UnreadProps {
  readonly question: Question<unknown>;
  /** How many grey bars stand for the answer. */
  readonly rows: number;
  /** What is on its way; read aloud. */
  readonly label: string;
  /** Says that it could not be read. */
  readonly failure: string;
}

export interface AwaitedProps<Answer> extends UnreadProps {
  readonly question: Question<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** Grey bars until the answer is there; where it could not be read, why, and a way to ask again. */
export function Awaited<Answer>({ children, ...props }: AwaitedProps<Answer>) {
  const { data } = props.question;
  return data === undefined ? <Unread {...props} /> : children(data);
}

/** What stands where there is no answer yet: grey bars, or why it could not be read. */
export function Unread({ question, rows, label, failure }: UnreadProps) {
  if (question.error === null) return <Skeleton rows={rows} label={label} />;
  return <ReadFailure title={failure} error={question.error} onRetry={question.refetch} />;
}

/** Says what could not be read and why, and asks again. */
export function ReadFailure(props: {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => unknown;
}) {
  const { t } = useLingui();
  const sentenceOf = useFaultSentence();
  return (
    <div role="alert">
      <EmptyState
        title={props.title}
        action={<Button onPress={() => void props.onRetry()}>{t`Réessayer`}</Button>}
      >
        {sentenceOf(props.error)}
      </EmptyState>
    </div>
  );
}
