/** The place of something that was asked for: it never looks empty before the answer has come. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { KeptNote } from "./kept-note.tsx";
import "./awaited.css";

/** What was asked, and how far the answer is, as the cache of answers tells it. */
export interface Question<Answer> {
  /** Undefined until the first answer. */
  readonly data: Answer | undefined;
  /** When the answer came, milliseconds since 1970 UTC. */
  readonly dataUpdatedAt: number;
  readonly error: Error | null;
  readonly isFetching: boolean;
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

/** In the place of the answer while it is on its way: what is as large as the answer will be, or grey bars. */
type Loading = { readonly loading: ReactNode } | Pick<UnreadProps, "rows" | "label">;

export type AwaitedProps<Answer> = Loading & {
  readonly question: Question<Answer>;
  readonly failure: string;
  readonly children: (answer: Answer) => ReactNode;
};

/**
 * What a question brought. Until then, something that holds its place; where it could not be read, why, and a
 * way to ask again. An answer that came before stays, and is said to be old.
 */
export function Awaited<Answer>({ question, failure, children, ...waiting }: AwaitedProps<Answer>) {
  if (question.data !== undefined) {
    return (
      <>
        {question.error === null ? null : <KeptNote question={question} error={question.error} />}
        {children(question.data)}
      </>
    );
  }
  if ("rows" in waiting) return <Unread question={question} failure={failure} {...waiting} />;
  if (question.error === null) return waiting.loading;
  return (
    <div className="unread">
      <ReadFailure title={failure} error={question.error} onRetry={question.refetch} />
    </div>
  );
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
